//! Who calls: an access key, a security token where the key is a temporary one, and where they come from.
//!
//! [`DefaultChain`] is what [`Config::from_env`](crate::Config::from_env) uses. Each of its providers can be used alone,
//! and [`RamRoleProvider`] on top of any. Your own implements [`CredentialsProvider`], with [`Refreshing`] around it if
//! asking it takes time.

mod anonymous;
mod chain;
#[cfg(not(target_arch = "wasm32"))]
mod command;
mod environment;
mod failure;
mod from_environment;
mod given;
mod process_environment;
mod profile;
mod provider;
mod refreshing;
mod remote;
#[cfg(not(target_arch = "wasm32"))]
mod replace_file;
mod secret;
mod secret_json;
#[cfg(test)]
mod tests;
#[cfg(not(target_arch = "wasm32"))]
mod words;

pub use anonymous::Anonymous;
pub use chain::DefaultChain;
pub use environment::Environment;
pub use from_environment::EnvironmentProvider;
pub use given::Credentials;
pub use process_environment::ProcessEnvironment;
pub use profile::{CliProfile, IniProfile};
pub use provider::CredentialsProvider;
pub use refreshing::Refreshing;
pub use remote::{EcsProvider, OidcProvider, RamRoleProvider, UriProvider};
pub use secret::Secret;

pub(crate) use environment::variable;
pub(crate) use profile::{CliFile, CliFileError};
