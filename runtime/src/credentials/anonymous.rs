use super::{Credentials, CredentialsProvider};
use crate::BoxFuture;
use crate::error::Error;
use crate::io::Io;

/// No credentials, for clients that only call operations which need none. Any other call is refused before it is
/// sent, with an error that says so.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anonymous;

impl CredentialsProvider for Anonymous {
    fn credentials<'a>(&'a self, _: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(std::future::ready(Ok(Credentials::anonymous())))
    }
}
