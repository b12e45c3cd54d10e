use crate::credentials::{Environment, variable};
use crate::error::{Error, ErrorKind, Result};
use serde_json::Value;
use std::io;
use std::path::{Path, PathBuf};

/// `region_id` of the command line tool's profile (`docs/wire.md`, "Command line profile").
///
/// `None` when there is no file, when profiles are switched off, and when the profile has no region.
///
/// # Errors
/// [`ErrorKind::Configuration`]: the file cannot be read or is malformed, or lacks the profile that was asked for.
pub(super) fn region(environment: &dyn Environment) -> Result<Option<String>> {
    let disabled = variable(environment, "ALIBABA_CLOUD_CLI_PROFILE_DISABLED");
    if disabled.is_some_and(|value| value.eq_ignore_ascii_case("true")) {
        return Ok(None);
    }
    let Some(path) = path(environment) else { return Ok(None) };
    let text = match environment.read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unusable(&path, &error.to_string())),
    };
    // Only line and column: the text around them may be a secret.
    let config: Value = serde_json::from_str(&text).map_err(|error| {
        unusable(&path, &format!("no JSON at line {}, column {}", error.line(), error.column()))
    })?;
    let asked = variable(environment, "ALIBABA_CLOUD_PROFILE");
    let current = config.get("current").and_then(Value::as_str).filter(|name| !name.is_empty());
    let Some(name) = asked.as_deref().or(current) else { return Ok(None) };
    let profiles = config.get("profiles").and_then(Value::as_array);
    let profiles = profiles.ok_or_else(|| unusable(&path, "`profiles` is no list"))?;
    let named = |profile: &&Value| profile.get("name").and_then(Value::as_str) == Some(name);
    let Some(profile) = profiles.iter().find(named) else {
        return Err(unusable(&path, &format!("there is no profile `{}`", name.escape_debug())));
    };
    let region = profile.get("region_id").and_then(Value::as_str).map(str::trim);
    Ok(region.filter(|region| !region.is_empty()).map(str::to_owned))
}

fn path(environment: &dyn Environment) -> Option<PathBuf> {
    match variable(environment, "ALIBABA_CLOUD_CONFIG_FILE") {
        Some(path) => Some(PathBuf::from(path)),
        None => Some(environment.home()?.join(".aliyun").join("config.json")),
    }
}

fn unusable(path: &Path, cause: &str) -> Error {
    let message = format!(
        "the command line tool's configuration {} cannot be used: {cause}; repair it, or set \
         ALIBABA_CLOUD_REGION_ID, which is looked at first",
        path.display()
    );
    Error::local(ErrorKind::Configuration, message)
}
