use crate::error::{Error, ErrorKind};

/// Whether a call can be made again without carrying anything out twice (`docs/wire.md`, "Retry").
///
/// `is_idempotent`: it only reads, or has a client token.
pub(crate) fn may_repeat(error: &Error, is_idempotent: bool) -> bool {
    is_idempotent || was_not_carried_out(error)
}

/// Whether the service, or the lack of a connection, says that nothing happened.
fn was_not_carried_out(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Connect => true,
        // Also where the body of such an answer broke off.
        ErrorKind::Service | ErrorKind::Timeout | ErrorKind::Transport => {
            matches!(error.status(), Some(429 | 503))
                || error.code().is_some_and(|code| code.starts_with("Throttling"))
                || error.asks_to_wait()
        }
        _ => false,
    }
}

/// Whether the service found the request's date too far from its own time (`docs/wire.md`, "Retry").
pub(crate) fn is_clock_skew(error: &Error) -> bool {
    error.code().is_some_and(|code| {
        matches!(
            code,
            "InvalidTimeStamp.Expired"
                | "InvalidTimestamp.Expired"
                | "IllegalTimestamp"
                | "InvalidTimeStamp"
                | "InvalidTimestamp"
                | "RequestTimeTooSkewed"
        )
    })
}

/// Whether the service no longer takes the temporary key, which it took before (`docs/wire.md`, "Retry"). A malformed
/// token is no expiry.
pub(crate) fn is_expired_token(error: &Error) -> bool {
    error.code().is_some_and(|code| matches!(code, "InvalidSecurityToken.Expired" | "SecurityTokenExpired"))
}
