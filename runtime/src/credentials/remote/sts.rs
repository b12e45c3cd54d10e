use super::received;
use crate::client::{CallOptions, Client, Config};
use crate::credentials::environment::{is_true, variable};
use crate::credentials::{Credentials, CredentialsProvider, Environment, failure};
use crate::endpoint::printable;
use crate::error::Error;
use crate::io::Io;
use crate::operation::{Descriptor, Effect, Kind, Method, Parameter, Product, Protocol, Security};
use serde_json::{Map, Value};
use std::fmt;
use std::time::{Duration, UNIX_EPOCH};

/// The Security Token Service. Its host is always given.
static STS: Product = Product::new("Sts", "2015-04-01", Protocol::Https, &[]);

/// Names of what neither a log nor a cassette may hold.
const SENSITIVE: &[&str] = &["OIDCToken", "ExternalId", "AccessKeyId", "AccessKeySecret", "SecurityToken"];

/// Repeating one of them only gives other keys (`docs/wire.md`, "Remote credentials").
pub(super) static ASSUME_ROLE: Descriptor = Descriptor::new(
    "AssumeRole",
    &STS,
    Method::Post,
    Effect::Read,
    &[
        Parameter::form("RoleArn", Kind::String).required(),
        Parameter::form("RoleSessionName", Kind::String).required(),
        Parameter::form("DurationSeconds", Kind::Long),
        Parameter::form("Policy", Kind::String),
        Parameter::form("ExternalId", Kind::String),
    ],
)
.sensitive(SENSITIVE);

pub(super) static ASSUME_ROLE_WITH_OIDC: Descriptor = Descriptor::new(
    "AssumeRoleWithOIDC",
    &STS,
    Method::Post,
    Effect::Read,
    &[
        Parameter::form("RoleArn", Kind::String).required(),
        Parameter::form("OIDCProviderArn", Kind::String).required(),
        Parameter::form("OIDCToken", Kind::String).required(),
        Parameter::form("RoleSessionName", Kind::String).required(),
        Parameter::form("DurationSeconds", Kind::Long),
        Parameter::form("Policy", Kind::String),
    ],
)
.security(&[Security::Anonymous])
.sensitive(SENSITIVE);

/// The shortest life that the service gives to a key.
const SHORTEST: Duration = Duration::from_secs(900);

/// Where the service is asked, and what is the same for both operations.
#[derive(Clone, Default)]
pub(in crate::credentials) struct Sts {
    pub(in crate::credentials) region: Option<String>,
    pub(in crate::credentials) vpc: bool,
    pub(in crate::credentials) endpoint: Option<String>,
    pub(in crate::credentials) session_name: Option<String>,
    pub(in crate::credentials) duration: Option<Duration>,
    pub(in crate::credentials) policy: Option<String>,
}

impl Sts {
    /// What the environment says where nothing else does.
    pub(in crate::credentials) fn of(environment: &dyn Environment) -> Self {
        Self {
            region: variable(environment, "ALIBABA_CLOUD_STS_REGION"),
            vpc: is_true(environment, "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED"),
            session_name: variable(environment, "ALIBABA_CLOUD_ROLE_SESSION_NAME"),
            ..Self::default()
        }
    }

    /// `sts.aliyuncs.com`, or the host of a region.
    fn endpoint(&self) -> Result<String, Error> {
        match (&self.endpoint, &self.region) {
            (Some(endpoint), _) => Ok(endpoint.clone()),
            (None, None) => Ok("sts.aliyuncs.com".to_owned()),
            (None, Some(region)) if is_label(region) => {
                let network = if self.vpc { "-vpc" } else { "" };
                Ok(format!("sts{network}.{region}.aliyuncs.com"))
            }
            (None, Some(region)) => Err(failure::none(format!(
                "`{}` is no region for STS; use one such as `cn-hangzhou`",
                printable(region)
            ))),
        }
    }

    /// Calls one of the operations and takes the credentials out of its reply.
    pub(super) async fn assume(
        &self,
        io: &Io,
        operation: &'static Descriptor,
        caller: impl CredentialsProvider + 'static,
        mut parameters: Map<String, Value>,
    ) -> Result<Credentials, Error> {
        self.complete(&mut parameters, io)?;
        let config =
            Config::new("", caller).endpoint(self.endpoint()?).transport(io.transport()).body_limit(1 << 20);
        let client = Client::new(&STS, config).map_err(failure::of_call)?;
        let call = client.call_with(operation, &Value::Object(parameters), CallOptions::new());
        let reply = call.with_io(io).await.map_err(failure::of_call)?;
        let date = reply.headers().get(http::header::DATE).and_then(|date| date.to_str().ok());
        let date = date.and_then(crate::date::parse_http);
        received(reply.get("Credentials").unwrap_or(&Value::Null), date, io.now())
            .map_err(|problem| failure::none(format!("Sts {} {problem}", operation.name())))
    }

    fn complete(&self, parameters: &mut Map<String, Value>, io: &Io) -> Result<(), Error> {
        let duration = self.duration.unwrap_or(Duration::from_secs(3600));
        if duration < SHORTEST {
            let message = format!(
                "the session would last {duration:?}; the service gives none of less than {SHORTEST:?}"
            );
            return Err(failure::none(message));
        }
        let name = self.session_name.clone().unwrap_or_else(|| {
            let now = io.now().duration_since(UNIX_EPOCH).unwrap_or_default();
            format!("credentials-rust-{}", now.as_millis())
        });
        parameters.insert("RoleSessionName".to_owned(), name.into());
        parameters.insert("DurationSeconds".to_owned(), duration.as_secs().into());
        if let Some(policy) = &self.policy {
            parameters.insert("Policy".to_owned(), policy.as_str().into());
        }
        Ok(())
    }
}

/// A region becomes part of a host, so it is nothing that could end one.
fn is_label(region: &str) -> bool {
    !region.is_empty() && region.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// What is set, as a JSON object.
pub(super) fn parameters<const N: usize>(pairs: [(&str, Option<&str>); N]) -> Map<String, Value> {
    let set = pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Value::from(value?))));
    set.collect()
}

impl fmt::Debug for Sts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sts")
            .field("region", &self.region)
            .field("vpc", &self.vpc)
            .field("endpoint", &self.endpoint.as_deref().map(printable))
            .field("session_name", &self.session_name)
            .field("duration", &self.duration)
            .finish_non_exhaustive()
    }
}
