use crate::credentials::{CliFile, CliFileError, Environment};
use crate::error::{Error, ErrorKind, Result};
use std::path::Path;

/// `region_id` of the command line tool's profile (`docs/wire.md`, "Command line profile").
///
/// `None` when there is no file, when profiles are switched off, and when the profile has no region.
///
/// # Errors
/// [`ErrorKind::Configuration`]: the file cannot be read or is malformed, or lacks the profile that was asked for.
pub(super) fn region(environment: &dyn Environment) -> Result<Option<String>> {
    let file = match CliFile::read(environment) {
        Ok(file) => file,
        Err(CliFileError::Unusable(path, cause)) => return Err(unusable(&path, &cause)),
        Err(CliFileError::Disabled | CliFileError::NoHome | CliFileError::Missing(_)) => return Ok(None),
    };
    let Some(name) = file.current() else { return Ok(None) };
    let profile = file.profile(name).map_err(|cause| unusable(file.path(), &cause))?;
    Ok(profile.text("region_id").map(str::to_owned))
}

fn unusable(path: &Path, cause: &str) -> Error {
    let message = format!(
        "the command line tool's configuration {} cannot be used: {cause}; repair it, or set \
         ALIBABA_CLOUD_REGION_ID, which is looked at first",
        path.display()
    );
    Error::local(ErrorKind::Configuration, message)
}
