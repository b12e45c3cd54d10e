use super::Credentials;
use crate::BoxFuture;
use crate::error::Error;
use crate::io::Io;
use std::fmt::Debug;
use std::sync::Arc;

/// Where credentials come from. Asked before every request, so a provider is free to renew them.
///
/// `Debug` must not show a secret.
///
/// ```
/// use alicloud_runtime::io::Io;
/// use alicloud_runtime::{BoxFuture, Credentials, CredentialsProvider, Error};
///
/// /// Keys from a vault of one's own.
/// #[derive(Debug)]
/// struct Vault;
///
/// impl CredentialsProvider for Vault {
///     fn credentials<'a>(&'a self, _: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
///         Box::pin(async { Ok(Credentials::new("key-id", "key secret").with_provider("vault")) })
///     }
/// }
/// ```
pub trait CredentialsProvider: Send + Sync + Debug {
    /// The credentials to sign the next request with, as one snapshot. `io` is what the client that asks sends with:
    /// a provider that has a server to ask does so over it.
    ///
    /// # Errors
    /// There are none: say where was looked and what to do.
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>>;

    /// The service refused these credentials because they expired. A provider that keeps credentials does not give
    /// them out again; the call is made once more if it then has others.
    fn refuse(&self, credentials: &Credentials) {
        let _ = credentials;
    }
}

impl<P: CredentialsProvider + ?Sized> CredentialsProvider for Arc<P> {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        (**self).credentials(io)
    }

    fn refuse(&self, credentials: &Credentials) {
        (**self).refuse(credentials);
    }
}
