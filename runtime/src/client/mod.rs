//! The client: configuration, and the one path that all calls take.

mod attempts;
mod caller;
#[cfg(test)]
mod caller_tests;
mod client_type;
mod config;
mod core;
mod dry_run;
mod event_source;
mod event_stream;
mod exchange;
mod nonce;
mod observe;
mod options;
mod outside;
mod pending;
mod profile;
mod region;
mod repetition;
mod reply;
mod running;
mod signed_request;
mod start;
#[cfg(test)]
mod tests;
mod user_agent;

pub use client_type::Client;
pub use config::Config;
pub use dry_run::DryRun;
pub use event_stream::EventStream;
pub use options::CallOptions;
pub use pending::Pending;
pub use signed_request::SignedRequest;
