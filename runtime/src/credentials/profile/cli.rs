use super::cli_file::{CliFile, CliFileError};
use super::cli_modes;
use super::remembered::Remembered;
use crate::BoxFuture;
use crate::credentials::{Credentials, CredentialsProvider, Environment, ProcessEnvironment, failure};
use crate::error::Error;
use crate::io::Io;
use std::sync::Arc;

/// The name that its credentials go by, in front of that of their mode.
const NAME: &str = "cli_profile";

/// Credentials of a profile of the command line tool, from `~/.aliyun/config.json` (`docs/wire.md`, "Command line
/// profile" and "Modes of a profile").
///
/// The file is read when credentials are first needed, and again when the service has refused those that it led to.
/// Only the mode `OAuth` writes to it: the tokens that the service gives in exchange for the ones in the file, which
/// are void from then on. Reading and writing block the thread, for the time that a small file takes
/// ([`ProcessEnvironment`]).
#[derive(Clone, Debug)]
pub struct CliProfile {
    environment: Arc<dyn Environment>,
    name: Option<String>,
    remembered: Arc<Remembered>,
}

impl CliProfile {
    /// The profile that `ALIBABA_CLOUD_PROFILE` names, else the current one.
    pub fn new() -> Self {
        Self::with(ProcessEnvironment)
    }

    /// As [`CliProfile::new`], in another environment.
    pub fn with(environment: impl Environment + 'static) -> Self {
        Self { environment: Arc::new(environment), name: None, remembered: Arc::default() }
    }

    /// The profile of this name.
    #[must_use]
    pub fn profile(self, name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), remembered: Arc::default(), ..self }
    }

    /// Reads the file and checks the profile, without asking anybody for credentials.
    ///
    /// # Errors
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials): there is no file, it cannot be used, or the profile
    /// is not complete.
    pub fn check(&self) -> Result<(), Error> {
        self.provider().map(drop)
    }

    fn provider(&self) -> Result<Arc<dyn CredentialsProvider>, Error> {
        self.remembered.provider(|| {
            let file = CliFile::read(&*self.environment).map_err(absent)?;
            cli_modes::provider(&file, self.name.as_deref(), &self.environment).map_err(|cause| {
                let next = "`aliyun configure` repairs it, and ALIBABA_CLOUD_PROFILE chooses another profile";
                failure::file(file.path(), &cause, next)
            })
        })
    }
}

pub(super) fn absent(error: CliFileError) -> Error {
    match error {
        CliFileError::Disabled => failure::none("switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED"),
        CliFileError::NoHome => failure::none(
            "there is no home directory to look for .aliyun/config.json; set ALIBABA_CLOUD_CONFIG_FILE",
        ),
        CliFileError::Missing(path) => {
            failure::none(format!("{} does not exist; `aliyun configure` makes it", path.display()))
        }
        CliFileError::Unusable(path, cause) => failure::file(
            &path,
            &cause,
            "repair the file and who may read it, or make it anew with `aliyun configure`",
        ),
    }
}

impl Default for CliProfile {
    fn default() -> Self {
        Self::new()
    }
}

impl CredentialsProvider for CliProfile {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move { self.remembered.ask(self.provider()?, io, NAME).await })
    }

    fn refuse(&self, credentials: &Credentials) {
        self.remembered.refuse(credentials);
    }
}
