use super::{Error, ErrorKind};
use crate::transport::{TransportError, TransportErrorKind};

impl Error {
    /// Whether the same call, made again, can succeed.
    ///
    /// It can after throttling, after most errors on the service's side (status 5xx) and after a failure to
    /// connect or to finish, unless the other side's certificate is not one to trust. Whether it is *safe* is another
    /// question: after a timeout or a broken exchange an operation that changes something may have been carried out.
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            ErrorKind::Connect => !self.is_about_a_certificate(),
            ErrorKind::Timeout | ErrorKind::Transport => true,
            ErrorKind::Service => {
                self.asks_to_wait()
                    || self.status().is_some_and(is_temporary)
                    || self.code().is_some_and(is_temporary_code)
            }
            _ => false,
        }
    }

    fn is_about_a_certificate(&self) -> bool {
        let source = self.0.source.as_deref().and_then(|source| source.downcast_ref::<TransportError>());
        source.is_some_and(|error| error.kind() == TransportErrorKind::Certificate)
    }
}

fn is_temporary(status: u16) -> bool {
    // 501 and 505 say that the server does not know the request at all.
    matches!(status, 408 | 429 | 500 | 502..=504 | 506..=599)
}

fn is_temporary_code(code: &str) -> bool {
    // A repeated call has a nonce of its own.
    code.starts_with("Throttling")
        || matches!(code, "ServiceUnavailable" | "InternalError" | "SignatureNonceUsed")
}
