use super::Credentials;
use crate::BoxFuture;
use crate::error::Error;
use std::fmt::Debug;
use std::sync::Arc;

/// Where credentials come from. Asked before every request, so a provider is free to renew them.
///
/// `Debug` must not show a secret.
pub trait CredentialsProvider: Send + Sync + Debug {
    /// The credentials to sign the next request with, as one snapshot.
    ///
    /// # Errors
    /// There are none: say where was looked and what to do.
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, Error>>;
}

impl<P: CredentialsProvider + ?Sized> CredentialsProvider for Arc<P> {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials, Error>> {
        (**self).credentials()
    }
}
