use super::cli_modes::{key, role_arn};
use super::entry::Entry;
use super::ini::Ini;
use super::remembered::Remembered;
use crate::BoxFuture;
use crate::credentials::environment::{is_true, variable};
use crate::credentials::remote::Sts;
use crate::credentials::{
    Credentials, CredentialsProvider, EcsProvider, Environment, OidcProvider, ProcessEnvironment,
    RamRoleProvider, failure,
};
use crate::error::Error;
use crate::io::Io;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zeroize::Zeroizing;

/// The name that its credentials go by, in front of that of their type.
const NAME: &str = "profile";

/// What to do about a file.
const NEXT: &str =
    "repair it; ALIBABA_CLOUD_CREDENTIALS_FILE chooses another file, ALIBABA_CLOUD_PROFILE a profile";

type Found = Result<Arc<dyn CredentialsProvider>, Error>;

/// Credentials of a profile of the official SDKs, from `~/.alibabacloud/credentials` or
/// `~/.alibabacloud/credentials.ini` (`docs/wire.md`, "Profiles of the official SDKs").
///
/// The file is read when credentials are first needed, and again when the service has refused those that it led to.
/// That blocks the thread, for the time that a small file takes ([`ProcessEnvironment`]).
#[derive(Clone, Debug)]
pub struct IniProfile {
    environment: Arc<dyn Environment>,
    name: Option<String>,
    remembered: Arc<Remembered>,
}

impl IniProfile {
    /// The profile that `ALIBABA_CLOUD_PROFILE` names, else `default`.
    pub fn new() -> Self {
        Self::with(ProcessEnvironment)
    }

    /// As [`IniProfile::new`], in another environment.
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
            let asked = || variable(&*self.environment, "ALIBABA_CLOUD_PROFILE");
            let name = self.name.clone().or_else(asked).unwrap_or_else(|| "default".to_owned());
            self.find(&name)
        })
    }

    /// The profile in the first file that has it.
    fn find(&self, name: &str) -> Result<Arc<dyn CredentialsProvider>, Error> {
        let paths = self.paths()?;
        let mut lacking = None;
        for path in &paths {
            match self.find_in(path, name) {
                Ok(Some(provider)) => return provider,
                Ok(None) => {}
                Err(cause) => {
                    lacking.get_or_insert_with(|| failure::file(path, &cause, NEXT));
                }
            }
        }
        Err(lacking.unwrap_or_else(|| {
            let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            let verb = if paths.len() == 1 { "does" } else { "do" };
            failure::none(format!("{} {verb} not exist", paths.join(" and ")))
        }))
    }

    /// What the profile of a file is; `None` where there is no file.
    ///
    /// # Errors
    /// The file does not have the profile as far as can be told.
    fn find_in(&self, path: &Path, name: &str) -> Result<Option<Found>, String> {
        let text = match self.environment.read(path) {
            Ok(text) => Zeroizing::new(text),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.to_string()),
        };
        let ini = Ini::parse(&text)?;
        let section = ini.section(name);
        let name = name.escape_debug();
        let section = section.ok_or_else(|| format!("there is no profile `{name}`"))?;
        // A profile that is not complete is not passed over: another file may be about somebody else.
        Ok(Some(
            self.by_type(&Entry::Ini(section))
                .map_err(|problem| failure::file(path, &format!("profile `{name}` {problem}"), NEXT)),
        ))
    }

    /// The official SDKs do not agree on the name of the file.
    fn paths(&self) -> Result<Vec<PathBuf>, Error> {
        if let Some(path) = variable(&*self.environment, "ALIBABA_CLOUD_CREDENTIALS_FILE") {
            return Ok(vec![PathBuf::from(path)]);
        }
        let home = self.environment.home().ok_or_else(|| {
            failure::none(
                "there is no home directory to look for .alibabacloud/credentials; set \
                 ALIBABA_CLOUD_CREDENTIALS_FILE",
            )
        })?;
        let folder = home.join(".alibabacloud");
        Ok(vec![folder.join("credentials"), folder.join("credentials.ini")])
    }

    fn by_type(&self, entry: &Entry<'_>) -> Result<Arc<dyn CredentialsProvider>, String> {
        if entry.text("enable").is_some_and(|enable| enable.eq_ignore_ascii_case("false")) {
            return Err("is switched off by `enable`".to_owned());
        }
        let [kind] = entry.all(["type"])?;
        let lacking = |problem| format!("(type {}) {problem}", kind.escape_debug());
        Ok(match kind {
            "access_key" => Arc::new(key(entry).map_err(lacking)?),
            "ram_role_arn" => {
                let role = role_arn(entry, "role_arn", &*self.environment).map_err(lacking)?;
                let key = key(entry).map_err(lacking)?;
                Arc::new(RamRoleProvider::new(key, role).sts(self.sts(entry)))
            }
            "oidc_role_arn" => {
                let keys = ["role_arn", "oidc_provider_arn", "oidc_token_file_path"];
                let [role, provider, file] = entry.all(keys).map_err(lacking)?;
                let provider = OidcProvider::new(role, provider, file).sts(self.sts(entry));
                Arc::new(provider.environment(Arc::clone(&self.environment)))
            }
            "ecs_ram_role" => {
                let v1 = !is_true(&*self.environment, "ALIBABA_CLOUD_IMDSV1_DISABLED");
                let provider = EcsProvider::new().without_token(v1);
                match entry.text("role_name") {
                    Some(role) => Arc::new(provider.role_name(role)),
                    None => Arc::new(provider),
                }
            }
            other => {
                return Err(format!(
                    "is of type `{}`, which is not supported; supported are access_key, ecs_ram_role, ram_role_arn \
                     and oidc_role_arn",
                    other.escape_debug()
                ));
            }
        })
    }

    fn sts(&self, entry: &Entry<'_>) -> Sts {
        let given = Sts::of(&*self.environment);
        let session_name = entry.text("role_session_name").map(str::to_owned).or(given.session_name.clone());
        Sts { session_name, policy: entry.text("policy").map(str::to_owned), ..given }
    }
}

impl Default for IniProfile {
    fn default() -> Self {
        Self::new()
    }
}

impl CredentialsProvider for IniProfile {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move { self.remembered.ask(self.provider()?, io, NAME).await })
    }

    fn refuse(&self, credentials: &Credentials) {
        self.remembered.refuse(credentials);
    }
}
