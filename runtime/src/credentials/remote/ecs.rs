use super::ask::{Answer, Repeat, Server, request};
use super::received;
use crate::BoxFuture;
use crate::credentials::environment::{is_true, variable};
use crate::credentials::secret_json::{SecretJson, text};
use crate::credentials::{Credentials, CredentialsProvider, Environment, Refreshing, failure};
use crate::endpoint::printable;
use crate::error::Error;
use crate::io::Io;
use crate::transport::{Timeouts, TransportErrorKind};
use http::{Method, StatusCode};
use std::fmt;
use std::time::Duration;
use zeroize::Zeroizing;

const ROLES: &str = "/latest/meta-data/ram/security-credentials/";

/// Temporary credentials of the RAM role of the ECS instance that this program runs on, from the metadata service
/// (`docs/wire.md`, "Remote credentials"). They are kept until shortly before they expire.
///
/// The service is asked with a token of its own. Where it gives none it is asked without, unless that is switched off.
#[derive(Clone, Debug)]
pub struct EcsProvider(Refreshing<Metadata>);

#[derive(Clone)]
struct Metadata {
    role: Option<String>,
    without_token: bool,
    endpoint: String,
    limit: Duration,
}

impl EcsProvider {
    /// The role of this instance.
    pub fn new() -> Self {
        Self(Refreshing::new(Metadata {
            role: None,
            without_token: true,
            endpoint: "http://100.100.100.200".to_owned(),
            limit: Duration::from_secs(1),
        }))
    }

    /// What `ALIBABA_CLOUD_ECS_METADATA` (name of the role; optional) and `ALIBABA_CLOUD_IMDSV1_DISABLED` say.
    ///
    /// # Errors
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials): `ALIBABA_CLOUD_ECS_METADATA_DISABLED` is `true`.
    pub fn from_environment(environment: impl Environment) -> Result<Self, Error> {
        if is_true(&environment, "ALIBABA_CLOUD_ECS_METADATA_DISABLED") {
            return Err(failure::none("switched off by ALIBABA_CLOUD_ECS_METADATA_DISABLED"));
        }
        let role = variable(&environment, "ALIBABA_CLOUD_ECS_METADATA");
        let allowed = !is_true(&environment, "ALIBABA_CLOUD_IMDSV1_DISABLED");
        Ok(Self::new().without_token(allowed).with(|metadata| metadata.role = role))
    }

    /// Names the role, which spares the question for it.
    #[must_use]
    pub fn role_name(self, name: impl Into<String>) -> Self {
        self.with(|metadata| metadata.role = Some(name.into()))
    }

    /// Whether the service may be asked without a token (its version 1) where it gives none; it may by default.
    #[must_use]
    pub fn without_token(self, allowed: bool) -> Self {
        self.with(|metadata| metadata.without_token = allowed)
    }

    /// Asks this address, such as `http://127.0.0.1:8080`, instead of the one that all instances have.
    #[must_use]
    pub fn endpoint(self, endpoint: impl Into<String>) -> Self {
        self.with(|metadata| metadata.endpoint = endpoint.into().trim_end_matches('/').to_owned())
    }

    /// Limits each of the two or three requests; 1 second by default, and zero is no limit.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with(|metadata| metadata.limit = timeout)
    }

    fn with(self, change: impl FnOnce(&mut Metadata)) -> Self {
        Self(self.0.changed(change))
    }
}

impl Default for EcsProvider {
    fn default() -> Self {
        Self::new()
    }
}

impl CredentialsProvider for EcsProvider {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        self.0.credentials(io)
    }

    fn refuse(&self, credentials: &Credentials) {
        self.0.refuse(credentials);
    }
}

impl Metadata {
    fn server(&self) -> Server<'static> {
        let limit = Some(self.limit).filter(|limit| !limit.is_zero());
        let timeouts = Timeouts { connect: limit, read: limit, total: limit };
        Server { name: "the metadata service", timeouts, repeat: Repeat::Busy }
    }

    async fn fetch(&self, io: &Io) -> Result<Credentials, String> {
        let token = self.token(io).await?;
        let asked;
        let role = match &self.role {
            Some(role) => role,
            None => {
                asked = self.ask_for_role(io, token.as_ref()).await?;
                &asked
            }
        };
        if !is_role(role) {
            return Err(
                "the name of the role is none: it has other signs than letters, digits and `.@_-`".to_owned()
            );
        }
        let answer = self.get(io, &format!("{ROLES}{role}"), token.as_ref()).await?;
        let json = SecretJson::parse(&answer.body)
            .map_err(|mistake| format!("the metadata service answered with {mistake}"))?;
        if text(&json, "Code").is_some_and(|code| code != "Success") {
            return Err(format!("{}, for role `{role}`", self.server().refusal(&answer)));
        }
        received(&json, answer.date, io.now()).map_err(|problem| format!("the metadata service {problem}"))
    }

    /// A token for the questions to come; `None` where the service knows none and may be asked without.
    async fn token(&self, io: &Io) -> Result<Option<Zeroizing<String>>, String> {
        let server = self.server();
        let headers = [("x-aliyun-ecs-metadata-token-ttl-seconds", "21600")];
        let request = request(Method::PUT, &format!("{}/latest/api/token", self.endpoint), &headers, "")
            .map_err(|problem| format!("the metadata service cannot be asked: {problem}"))?;
        let problem = match server.ask(io, &request).await {
            Ok(answer) if answer.status == StatusCode::OK => {
                let token = String::from_utf8_lossy(&answer.body).trim().to_owned();
                if !token.is_empty() {
                    return Ok(Some(Zeroizing::new(token)));
                }
                "the metadata service gave an empty token".to_owned()
            }
            Ok(answer) => server.refusal(&answer),
            // Nobody is there to be asked in another way.
            Err(error) if error.kind() == TransportErrorKind::Connect => return Err(server.silence(&error)),
            Err(error) => server.silence(&error),
        };
        if self.without_token {
            return Ok(None);
        }
        Err(format!(
            "no token: {problem}; asking without one is switched off (ALIBABA_CLOUD_IMDSV1_DISABLED)"
        ))
    }

    async fn ask_for_role(&self, io: &Io, token: Option<&Zeroizing<String>>) -> Result<String, String> {
        let answer = self.get(io, ROLES, token).await?;
        let names = String::from_utf8_lossy(&answer.body);
        let name = names.lines().map(str::trim).find(|line| !line.is_empty());
        name.map(str::to_owned).ok_or_else(|| "no RAM role is attached to this instance".to_owned())
    }

    async fn get(&self, io: &Io, path: &str, token: Option<&Zeroizing<String>>) -> Result<Answer, String> {
        let server = self.server();
        let token = token.map(|token| ("x-aliyun-ecs-metadata-token", token.as_str()));
        let request = request(Method::GET, &format!("{}{path}", self.endpoint), token.as_slice(), "")
            .map_err(|problem| format!("the metadata service cannot be asked: {problem}"))?;
        let answer = server.ask(io, &request).await.map_err(|error| server.silence(&error))?;
        match answer.status {
            StatusCode::OK => Ok(answer),
            StatusCode::NOT_FOUND if path == ROLES => {
                Err("no RAM role is attached to this instance".to_owned())
            }
            StatusCode::NOT_FOUND => {
                Err("this instance does not have the role; check ALIBABA_CLOUD_ECS_METADATA".to_owned())
            }
            _ => Err(server.refusal(&answer)),
        }
    }
}

/// It becomes part of a path. Something that answers in the place of the service may say anything.
fn is_role(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 64
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".@_-".contains(&byte))
}

impl CredentialsProvider for Metadata {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move {
            let credentials = self.fetch(io).await.map_err(failure::none)?;
            Ok(credentials.with_provider("ecs_ram_role"))
        })
    }
}

impl fmt::Debug for Metadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metadata")
            .field("role", &self.role)
            .field("without_token", &self.without_token)
            .field("endpoint", &printable(&self.endpoint))
            .field("limit", &self.limit)
            .finish()
    }
}
