use super::{Error, ErrorKind};
use http::HeaderMap;

impl Error {
    /// Whether the same call, made again, can succeed.
    ///
    /// It can after throttling, after most errors on the service's side (status 5xx) and after a failure to
    /// connect or to finish. Whether it is *safe* is another question: after a timeout or a broken exchange
    /// an operation that changes something may have been carried out.
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => true,
            ErrorKind::Service => {
                asks_to_wait(self.headers())
                    || self.status().is_some_and(is_temporary)
                    || self.code().is_some_and(is_temporary_code)
            }
            _ => false,
        }
    }
}

/// The only throttling header that runtimes honour (`docs/wire.md`, "Reply headers"): milliseconds to wait.
fn asks_to_wait(headers: &HeaderMap) -> bool {
    let wait = headers.get("x-acs-retry-after").and_then(|value| value.to_str().ok()?.trim().parse().ok());
    wait.is_some_and(|milliseconds: u64| milliseconds > 0)
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
