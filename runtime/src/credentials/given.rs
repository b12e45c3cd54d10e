use super::{CredentialsProvider, Secret};
use crate::BoxFuture;
use crate::error::Error;
use std::borrow::Cow;
use std::fmt;

/// One set of credentials: key id, secret and, for temporary keys, security token, always used together. Or a bearer
/// token instead of them.
///
/// It is a [`CredentialsProvider`] that gives out itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    access_key_id: String,
    access_key_secret: Secret,
    security_token: Option<Secret>,
    bearer_token: Option<Secret>,
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
            provider: None,
        }
    }

    /// A bearer token, for operations that take one (`docs/wire.md`, "Security").
    pub fn bearer(token: impl Into<String>) -> Self {
        Self { bearer_token: Some(Secret::new(token)), ..Self::new("", "") }
    }

    /// Adds the security token of a temporary key. An empty one counts as none, and a bearer token has none.
    #[must_use]
    pub fn with_security_token(mut self, token: impl Into<String>) -> Self {
        self.security_token = Some(Secret::new(token)).filter(|token| !token.is_empty());
        self
    }

    /// Names the provider that the credentials come from; the name is sent along
    /// (`docs/wire.md`, "Request headers"). An empty name is not sent.
    #[must_use]
    pub fn with_provider(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.provider = Some(name.into());
        self
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

    /// Name of the provider: `static_ak`, or `static_sts` with a security token, unless another is set. A bearer token
    /// has none unless it is set.
    pub fn provider_name(&self) -> &str {
        match (&self.provider, &self.security_token, &self.bearer_token) {
            (Some(name), ..) => name,
            (None, _, Some(_)) => "",
            (None, Some(_), None) => "static_sts",
            (None, None, None) => "static_ak",
        }
    }
}

impl fmt::Debug for Credentials {
    /// Shows enough of the key id to tell keys apart, and no secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key_id", &shortened(&self.access_key_id))
            .field("access_key_secret", &self.access_key_secret)
            .field("security_token", &self.security_token)
            .field("bearer_token", &self.bearer_token)
            .field("provider", &self.provider_name())
            .finish()
    }
}

/// The first eight characters of an id that is long enough to spare the rest.
fn shortened(id: &str) -> String {
    if id.chars().count() < 12 { "…".to_owned() } else { id.chars().take(8).chain(['…']).collect() }
}

impl CredentialsProvider for Credentials {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, Error>> {
        Box::pin(std::future::ready(Ok(self.clone())))
    }
}
