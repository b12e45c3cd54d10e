use super::environment::{together, variable};
use super::{Credentials, CredentialsProvider, Environment, ProcessEnvironment, failure};
use crate::BoxFuture;
use crate::error::Error;
use crate::io::Io;
use std::sync::Arc;

const ID: &str = "ALIBABA_CLOUD_ACCESS_KEY_ID";
const SECRET: &str = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
const TOKEN: &str = "ALIBABA_CLOUD_SECURITY_TOKEN";

/// Credentials from environment variables (`docs/wire.md`, "Credentials from the environment").
///
/// `ALIBABA_CLOUD_ACCESS_KEY_ID` and `ALIBABA_CLOUD_ACCESS_KEY_SECRET`, and with temporary keys
/// `ALIBABA_CLOUD_SECURITY_TOKEN`. They are read for every request. An empty variable counts as unset.
#[derive(Clone, Debug)]
pub struct EnvironmentProvider {
    environment: Arc<dyn Environment>,
}

impl EnvironmentProvider {
    /// Reads the environment of this process.
    pub fn new() -> Self {
        Self::with(ProcessEnvironment)
    }

    /// Reads another environment.
    pub fn with(environment: impl Environment + 'static) -> Self {
        Self { environment: Arc::new(environment) }
    }

    /// Reads the variables now.
    ///
    /// # Errors
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials), naming the variables that are not set.
    pub fn read(&self) -> Result<Credentials, Error> {
        let environment = &*self.environment;
        let [id, secret] = together(environment, [ID, SECRET])
            .map_err(|unset| failure::none(format!("no credentials in the environment: set {unset}")))?;
        let token = variable(environment, TOKEN).unwrap_or_default();
        Ok(Credentials::new(id, secret).with_security_token(token).with_provider("env"))
    }
}

impl Default for EnvironmentProvider {
    fn default() -> Self {
        Self::new()
    }
}

impl CredentialsProvider for EnvironmentProvider {
    fn credentials<'a>(&'a self, _: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(std::future::ready(self.read()))
    }
}
