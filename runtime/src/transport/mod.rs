//! How bytes get to the service and back: one small trait, and an implementation on reqwest.

mod body;
mod failure;
#[cfg(feature = "reqwest")]
mod reqwest;
mod timeouts;
mod transport_trait;

pub use self::body::Body;
pub use self::failure::{TransportError, TransportErrorKind};
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
pub use self::timeouts::Timeouts;
pub use self::transport_trait::Transport;
