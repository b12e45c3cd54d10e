use crate::error::Error;
use crate::transport::{Settings, Timeouts};
use std::fmt;

/// The built-in transport of calls that are awaited, on reqwest.
///
/// It needs a tokio runtime with I/O and timers: `enable_all`, as `#[tokio::main]` has. Without a runtime a call is an
/// error; in one without I/O or timers tokio panics, for there is no way to ask a runtime what it has.
///
/// Redirects are not followed, answers are unpacked where the service packed them, and
/// connections are reused unless they were idle for five seconds. Certificates are checked by the platform's verifier.
///
/// On `wasm32` it is the browser's fetch: no runtime is needed, but the browser decides about redirects, proxies,
/// certificates and connections, and only the total timeout holds.
#[derive(Clone)]
pub struct ReqwestTransport {
    pub(super) client: ::reqwest::Client,
}

impl ReqwestTransport {
    /// A transport with these timeouts, and a proxy if the environment names one.
    ///
    /// # Errors
    /// As [`ReqwestTransport::with_settings`].
    pub fn new(timeouts: Timeouts) -> Result<Self, Error> {
        Self::with_settings(&Settings { timeouts, ..Settings::default() })
    }

    /// A transport with all that can be set.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): a proxy's address or a certificate cannot be
    /// used, or TLS could not be set up, for example because the system has no root certificates.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn with_settings(settings: &Settings) -> Result<Self, Error> {
        super::setup::client(settings).map(Self::from)
    }

    /// A transport; a browser decides itself about everything that the settings hold but for the total timeout.
    ///
    /// # Errors
    /// None so far.
    #[cfg(target_arch = "wasm32")]
    pub fn with_settings(_: &Settings) -> Result<Self, Error> {
        Ok(Self::from(::reqwest::Client::new()))
    }
}

impl From<::reqwest::Client> for ReqwestTransport {
    /// Uses a client of your own: other certificates, proxies or TLS. Its connect and read timeouts and its
    /// redirect policy are its own (choose `reqwest::redirect::Policy::none()`); the total timeout is set on
    /// every request.
    fn from(client: ::reqwest::Client) -> Self {
        Self { client }
    }
}

impl fmt::Debug for ReqwestTransport {
    /// Shows nothing of the client: its proxy may have a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReqwestTransport").finish_non_exhaustive()
    }
}
