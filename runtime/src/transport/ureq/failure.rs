use crate::transport::{TransportError, TransportErrorKind, certificates};
use ::ureq::{Error, Timeout};
use std::io::ErrorKind;

/// Says `Connect` only where nothing can have been sent.
pub(super) fn failure(error: Error) -> TransportError {
    let failure = match &error {
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => {
            TransportError::connect("it did not stand within the connect timeout")
        }
        Error::Timeout(Timeout::PerRead | Timeout::PerWrite) => {
            TransportError::timeout("nothing came within the read timeout")
        }
        Error::Timeout(_) => TransportError::timeout("the total timeout passed"),
        Error::HostNotFound => TransportError::connect("its name does not resolve"),
        Error::ConnectionFailed | Error::ConnectProxyFailed(_) | Error::Tls(_) | Error::TlsRequired => {
            TransportError::connect(error.to_string())
        }
        Error::Io(io) => match io.kind() {
            ErrorKind::ConnectionRefused | ErrorKind::AddrNotAvailable => {
                TransportError::connect(io.to_string())
            }
            _ if certificates::is_refused(io) => untrusted(io.to_string()),
            _ => TransportError::other(io.to_string()),
        },
        #[cfg(feature = "rustls")]
        Error::Rustls(tls) if certificates::is_refused(tls) => untrusted(tls.to_string()),
        // Shows the address, and that holds the parameters: nothing of it is kept.
        Error::BadUri(_) | Error::RequireHttpsOnly(_) => {
            return TransportError::other("the request's address is not valid");
        }
        _ => TransportError::other(error.to_string()),
    };
    failure.with_source(error)
}

fn untrusted(cause: String) -> TransportError {
    TransportError::new(TransportErrorKind::Certificate, certificates::advise(cause))
}
