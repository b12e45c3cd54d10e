//! What there is to say about certificates.

#[cfg(not(target_arch = "wasm32"))]
use crate::error::{Error, ErrorKind};

#[cfg(all(feature = "rustls", not(target_arch = "wasm32")))]
pub(super) fn unusable() -> Error {
    let message = "a root certificate cannot be read: it has to be a PEM text, one or more blocks that begin with \
                   `-----BEGIN CERTIFICATE-----`";
    Error::local(ErrorKind::Configuration, message)
}

#[cfg(all(not(feature = "rustls"), not(target_arch = "wasm32")))]
pub(super) fn without_tls() -> Error {
    let message = "a root certificate was given, but there is no TLS: enable the feature `rustls`";
    Error::local(ErrorKind::Configuration, message)
}

/// Whether a certificate that cannot be trusted is behind this error.
#[cfg(all(feature = "rustls", not(target_arch = "wasm32")))]
pub(super) fn is_refused(error: &(dyn std::error::Error + 'static)) -> bool {
    if let Some(rustls::Error::InvalidCertificate(_)) = error.downcast_ref() {
        return true;
    }
    // Its `source` is what is behind the error that it carries.
    let carried = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    carried.is_some_and(|carried| is_refused(carried)) || error.source().is_some_and(is_refused)
}

#[cfg(not(all(feature = "rustls", not(target_arch = "wasm32"))))]
pub(super) fn is_refused(_: &(dyn std::error::Error + 'static)) -> bool {
    false
}

/// Says what to do about a certificate that nobody vouches for.
pub(super) fn advise(cause: String) -> String {
    if !cause.contains("UnknownIssuer") {
        return cause;
    }
    format!(
        "{cause}; if an authority of your own issued the certificate, pass its certificate to `Config::root_certificate`"
    )
}
