//! How bytes get to the service and back: one small trait, and implementations on reqwest and ureq.

mod body;
#[cfg(any(feature = "reqwest", feature = "blocking"))]
mod certificates;
mod failure;
mod proxy;
#[cfg(feature = "reqwest")]
mod reqwest;
mod settings;
mod timeouts;
mod transport_trait;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
mod ureq;

pub use self::body::Body;
pub use self::failure::{TransportError, TransportErrorKind};
pub use self::proxy::Proxy;
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
pub use self::settings::Settings;
pub use self::timeouts::Timeouts;
pub use self::transport_trait::Transport;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub use self::ureq::UreqTransport;

pub(crate) use self::timeouts::within_reason;
