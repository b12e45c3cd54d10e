use super::{Proxy, Timeouts};
use std::fmt;
use std::time::Duration;

/// What the built-in transports are set up with. A client takes it from its [`Config`](crate::Config).
///
/// A browser decides itself about everything but the total timeout.
#[derive(Clone)]
#[non_exhaustive]
pub struct Settings {
    /// How long to wait for what.
    pub timeouts: Timeouts,
    /// Through which proxy to send.
    pub proxy: Proxy,
    /// Certificates to trust besides those of the system, as PEM texts, each of one or more certificates.
    pub root_certificates: Vec<String>,
    /// For how long to keep a connection that nobody uses: 5 seconds. Gateways close idle ones after about ten, and a
    /// request that meets that moment is lost (`docs/wire.md`, "Connections").
    pub idle: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            timeouts: Timeouts::default(),
            proxy: Proxy::default(),
            root_certificates: Vec::new(),
            idle: Duration::from_secs(5),
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("timeouts", &self.timeouts)
            .field("proxy", &self.proxy)
            .field("root_certificates", &self.root_certificates.len())
            .field("idle", &self.idle)
            .finish()
    }
}
