//! The built-in transport of calls that block: ureq.

mod adapter;
mod chunks;
mod failure;
mod setup;
#[cfg(feature = "rustls")]
mod tls;

pub use adapter::UreqTransport;
