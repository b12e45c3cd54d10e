//! Providers that read a file of profiles.

mod cli;
mod cli_file;
mod cli_modes;
mod cloud_sso;
mod entry;
mod external;
mod ini;
mod ini_profile;
mod oauth;
mod remembered;
mod tokens;

pub use cli::CliProfile;
pub use ini_profile::IniProfile;

pub(crate) use cli_file::{CliFile, CliFileError};
