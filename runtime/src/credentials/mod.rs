//! Who calls: an access key, and a security token where the key is a temporary one.

mod environment;
mod from_environment;
mod given;
mod provider;
mod secret;
#[cfg(test)]
mod tests;

pub use environment::{Environment, ProcessEnvironment};
pub use from_environment::EnvironmentProvider;
pub use given::Credentials;
pub use provider::CredentialsProvider;
pub use secret::Secret;

pub(crate) use environment::variable;
