//! The client: configuration, and the one path that all calls take.

mod client_type;
mod config;
mod core;
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
pub use pending::Pending;
