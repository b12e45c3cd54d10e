use crate::transport::{TransportError, TransportErrorKind, certificates};

pub(super) fn failure(error: ::reqwest::Error) -> TransportError {
    // The address holds the parameters, and some of those are secret.
    let error = error.without_url();
    let cause = innermost(&error);
    let failure = if certificates::is_refused(&error) {
        TransportError::new(TransportErrorKind::Certificate, certificates::advise(cause))
    } else if is_connect(&error) {
        if error.is_timeout() {
            TransportError::connect("it did not stand within the connect timeout")
        } else {
            TransportError::connect(cause)
        }
    } else if was_not_sent(&error) {
        TransportError::connect("it was closed before the request was sent")
    } else if error.is_timeout() {
        TransportError::timeout(cause)
    } else {
        TransportError::other(cause)
    };
    failure.with_source(error)
}

#[cfg(not(target_arch = "wasm32"))]
fn is_connect(error: &::reqwest::Error) -> bool {
    error.is_connect()
}

/// A browser does not tell.
#[cfg(target_arch = "wasm32")]
fn is_connect(_: &::reqwest::Error) -> bool {
    false
}

/// Whether hyper gave the request back because the connection ended before it took a byte of it. On a connection that
/// was used before, hyper itself has taken another one.
#[cfg(not(target_arch = "wasm32"))]
fn was_not_sent(error: &::reqwest::Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        if let Some(error) = error.downcast_ref::<hyper::Error>() {
            return error.is_canceled();
        }
        source = error.source();
    }
    false
}

#[cfg(target_arch = "wasm32")]
fn was_not_sent(_: &::reqwest::Error) -> bool {
    false
}

/// The error that caused all others: the outer ones only say where it passed through.
pub(super) fn innermost(error: &::reqwest::Error) -> String {
    let mut innermost: &dyn std::error::Error = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
