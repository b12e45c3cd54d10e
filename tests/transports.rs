//! The two built-in transports, side by side, against servers on this machine.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "transports/answers.rs"]
mod answers;
#[path = "transports/certificates.rs"]
mod certificates;
#[path = "transports/connections.rs"]
mod connections;
#[path = "transports/environment.rs"]
mod environment;
#[path = "transports/harness.rs"]
mod harness;
#[path = "transports/limits.rs"]
mod limits;
#[path = "transports/outside_tokio.rs"]
mod outside_tokio;
#[path = "transports/proxies.rs"]
mod proxies;
#[path = "transports/tunnel.rs"]
mod tunnel;
