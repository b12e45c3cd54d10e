use crate::error::{Error, ErrorKind};
use std::fmt::Write;
use std::path::Path;

/// There are no credentials, and this is why.
pub(super) fn none(message: impl Into<String>) -> Error {
    Error::local(ErrorKind::Credentials, message)
}

/// A file cannot be used: its path, why, and what to do. Never what is in it.
pub(super) fn file(path: &Path, cause: &str, next: &str) -> Error {
    none(format!("{} cannot be used: {cause}; {next}", path.display()))
}

/// The error of a call that was made for credentials, as an error of not having any. All of it stays reachable as
/// its source.
pub(super) fn of_call(error: Error) -> Error {
    let mut message = String::new();
    for name in [error.product(), error.operation()].into_iter().flatten() {
        let _ = write!(message, "{name} ");
    }
    let _ = write!(message, "failed: ");
    if let Some(code) = error.code() {
        let _ = write!(message, "{code}: ");
    }
    message.push_str(error.message());
    match (error.status(), error.request_id()) {
        (Some(status), Some(id)) => {
            let _ = write!(message, " (status {status}, request id {id})");
        }
        (Some(status), None) => {
            let _ = write!(message, " (status {status})");
        }
        _ => {}
    }
    Error::builder(ErrorKind::Credentials).message(message).source(error).build()
}

/// The same error for another one who waited for the outcome; only the first has its source.
pub(super) fn copy(error: &Error) -> Error {
    Error::builder(error.kind())
        .code(error.code().unwrap_or_default())
        .message(error.message())
        .status(error.status().unwrap_or_default())
        .request_id(error.request_id().unwrap_or_default())
        .build()
}
