//! The client: configuration, and the one path that all calls take.

mod caller;
#[cfg(test)]
mod caller_tests;
mod client_type;
mod config;
mod core;
mod event_source;
mod event_stream;
mod exchange;
mod nonce;
mod pending;
mod profile;
mod region;
mod reply;
#[cfg(test)]
mod tests;
mod user_agent;

pub use client_type::Client;
pub use config::Config;
pub use event_stream::EventStream;
pub use pending::Pending;
