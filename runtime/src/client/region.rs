use super::profile;
use crate::credentials::{Environment, variable};
use crate::error::{Error, ErrorKind, Result};

const REGION: &str = "ALIBABA_CLOUD_REGION_ID";

/// The region that the environment asks for: the variable, else the command line tool's profile.
///
/// # Errors
/// [`ErrorKind::Configuration`]: neither has one, or the profile cannot be read.
pub(super) fn find(environment: &dyn Environment) -> Result<String> {
    if let Some(region) = variable(environment, REGION) {
        return Ok(region);
    }
    let profile = profile::region(environment)?;
    profile.ok_or_else(|| {
        let message = format!(
            "no region: set {REGION}, or give the command line tool's profile a region with `aliyun configure` \
             (`region_id` in ~/.aliyun/config.json), or pass the region to `Config::new`"
        );
        Error::local(ErrorKind::Configuration, message)
    })
}
