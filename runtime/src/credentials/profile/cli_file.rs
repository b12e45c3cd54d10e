use super::entry::Entry;
use crate::credentials::Environment;
use crate::credentials::environment::{is_true, variable};
use crate::credentials::secret_json::{SecretJson, text};
use serde_json::Value;
use std::io;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The configuration of the command line tool (`docs/wire.md`, "Command line profile").
pub(crate) struct CliFile {
    pub(super) path: PathBuf,
    json: SecretJson,
    asked: Option<String>,
}

/// Why there is no configuration.
pub(crate) enum CliFileError {
    /// Profiles are switched off.
    Disabled,
    /// Nobody says where the home directory is.
    NoHome,
    /// There is no such file.
    Missing(PathBuf),
    /// What is wrong with it.
    Unusable(PathBuf, String),
}

impl CliFile {
    pub(crate) fn read(environment: &dyn Environment) -> Result<Self, CliFileError> {
        if is_true(environment, "ALIBABA_CLOUD_CLI_PROFILE_DISABLED") {
            return Err(CliFileError::Disabled);
        }
        let path = match variable(environment, "ALIBABA_CLOUD_CONFIG_FILE") {
            Some(path) => PathBuf::from(path),
            None => environment.home().ok_or(CliFileError::NoHome)?.join(".aliyun").join("config.json"),
        };
        let text = match environment.read(&path) {
            Ok(text) => Zeroizing::new(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(CliFileError::Missing(path)),
            Err(error) => return Err(CliFileError::Unusable(path, error.to_string())),
        };
        let asked = variable(environment, "ALIBABA_CLOUD_PROFILE");
        match SecretJson::parse(text.as_bytes()) {
            Ok(json) => Ok(Self { path, json, asked }),
            Err(mistake) => Err(CliFileError::Unusable(path, mistake)),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The name of the profile that is meant where the program names none.
    pub(crate) fn current(&self) -> Option<&str> {
        self.asked.as_deref().or_else(|| text(&self.json, "current"))
    }

    /// A profile by its name.
    ///
    /// # Errors
    /// There is none, or no list of them.
    pub(crate) fn profile(&self, name: &str) -> Result<Entry<'_>, String> {
        let profiles = self.json.get("profiles").and_then(Value::as_array).ok_or("`profiles` is no list")?;
        let profile = profiles.iter().find(|profile| is_named(profile, name));
        let profile = profile.ok_or_else(|| format!("there is no profile `{}`", name.escape_debug()))?;
        Ok(Entry::json(profile))
    }

    /// The text of the file with these members of a profile.
    ///
    /// # Errors
    /// The profile is gone.
    pub(super) fn with(
        mut self,
        name: &str,
        members: Vec<(&str, Value)>,
    ) -> Result<Zeroizing<String>, String> {
        let profiles = self.json.get_mut().get_mut("profiles").and_then(Value::as_array_mut);
        let profile = profiles.into_iter().flatten().find(|profile| is_named(profile, name));
        let profile = profile.and_then(Value::as_object_mut).ok_or("the profile is gone")?;
        profile.extend(members.into_iter().map(|(member, value)| (member.to_owned(), value)));
        serde_json::to_string_pretty(&*self.json).map(Zeroizing::new).map_err(|error| error.to_string())
    }
}

fn is_named(profile: &Value, name: &str) -> bool {
    profile.get("name").and_then(Value::as_str) == Some(name)
}
