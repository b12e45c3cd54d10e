use super::{CredentialsProvider, Secret};
use crate::BoxFuture;
use crate::error::Error;
use crate::io::Io;
use std::borrow::Cow;
use std::fmt;
use std::time::SystemTime;

/// One set of credentials: key id, secret and, for temporary keys, security token, always used together. Or a bearer
/// token instead of them, or nothing at all.
///
/// It is a [`CredentialsProvider`] that gives out itself. Two are equal if a request would say the same of its caller;
/// when they expire is not compared.
#[derive(Clone)]
pub struct Credentials {
    access_key_id: String,
    access_key_secret: Secret,
    security_token: Option<Secret>,
    bearer_token: Option<Secret>,
    is_anonymous: bool,
    expiration: Option<SystemTime>,
    provider: Option<Cow<'static, str>>,
}

impl Credentials {
    /// A long-lived access key.
    pub fn new(access_key_id: impl Into<String>, access_key_secret: impl Into<String>) -> Self {
        Self {
            access_key_id: access_key_id.into(),
            access_key_secret: Secret::new(access_key_secret),
            security_token: None,
            bearer_token: None,
            is_anonymous: false,
            expiration: None,
            provider: None,
        }
    }

    /// A bearer token, for operations that take one (`docs/wire.md`, "Security").
    pub fn bearer(token: impl Into<String>) -> Self {
        Self { bearer_token: Some(Secret::new(token)), ..Self::new("", "") }
    }

    /// Nobody in particular: for operations that need no credentials. A call of any other is refused before it is
    /// sent.
    pub fn anonymous() -> Self {
        Self { is_anonymous: true, ..Self::new("", "") }
    }

    /// Adds the security token of a temporary key. An empty one counts as none, and a bearer token has none.
    #[must_use]
    pub fn with_security_token(mut self, token: impl Into<String>) -> Self {
        self.security_token = Some(Secret::new(token)).filter(|token| !token.is_empty());
        self
    }

    /// Says when they expire, by the clock of this machine. It is not sent;
    /// [`Refreshing`](super::Refreshing) goes by it.
    #[must_use]
    pub fn with_expiration(mut self, expiration: SystemTime) -> Self {
        self.expiration = Some(expiration);
        self
    }

    /// Names the provider that the credentials come from; the name is sent along
    /// (`docs/wire.md`, "Request headers"). An empty name is not sent.
    #[must_use]
    pub fn with_provider(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.provider = Some(name.into());
        self
    }

    /// Puts the name of a provider in front of the present one: `default` and `env` make `default/env`.
    #[must_use]
    pub(super) fn within(self, outer: &str) -> Self {
        let name = match self.provider_name() {
            "" => outer.to_owned(),
            inner => format!("{outer}/{inner}"),
        };
        self.with_provider(name)
    }

    /// The access key's id.
    pub fn access_key_id(&self) -> &str {
        &self.access_key_id
    }

    /// The access key's secret.
    pub fn access_key_secret(&self) -> &Secret {
        &self.access_key_secret
    }

    /// The security token of a temporary key.
    pub fn security_token(&self) -> Option<&Secret> {
        self.security_token.as_ref()
    }

    /// The bearer token, where there is one instead of an access key.
    pub fn bearer_token(&self) -> Option<&Secret> {
        self.bearer_token.as_ref()
    }

    /// Whether they stand for nobody, see [`Credentials::anonymous`].
    pub fn is_anonymous(&self) -> bool {
        self.is_anonymous
    }

    /// When they expire, by the clock of this machine; `None` where that is not known or never.
    pub fn expiration(&self) -> Option<SystemTime> {
        self.expiration
    }

    /// Name of the provider: `static_ak`, or `static_sts` with a security token, unless another is set. A bearer token
    /// and nobody have none unless it is set.
    pub fn provider_name(&self) -> &str {
        match (&self.provider, &self.security_token) {
            (Some(name), _) => name,
            (None, _) if self.bearer_token.is_some() || self.is_anonymous => "",
            (None, Some(_)) => "static_sts",
            (None, None) => "static_ak",
        }
    }

    /// Whether keys and tokens are the same, whoever gave them.
    pub(super) fn has_keys_of(&self, other: &Self) -> bool {
        self.access_key_id == other.access_key_id
            && self.access_key_secret == other.access_key_secret
            && self.security_token == other.security_token
            && self.bearer_token == other.bearer_token
            && self.is_anonymous == other.is_anonymous
    }
}

impl PartialEq for Credentials {
    fn eq(&self, other: &Self) -> bool {
        self.has_keys_of(other) && self.provider == other.provider
    }
}

impl Eq for Credentials {}

impl fmt::Debug for Credentials {
    /// Shows enough of the key id to tell keys apart, and no secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key_id", &shortened(&self.access_key_id))
            .field("access_key_secret", &self.access_key_secret)
            .field("security_token", &self.security_token)
            .field("bearer_token", &self.bearer_token)
            .field("is_anonymous", &self.is_anonymous)
            .field("expiration", &self.expiration.map(crate::date::iso8601))
            .field("provider", &self.provider_name())
            .finish()
    }
}

/// The first eight characters of an id that is long enough to spare the rest.
fn shortened(id: &str) -> String {
    if id.chars().count() < 12 { "…".to_owned() } else { id.chars().take(8).chain(['…']).collect() }
}

impl CredentialsProvider for Credentials {
    fn credentials<'a>(&'a self, _: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(std::future::ready(Ok(self.clone())))
    }
}
