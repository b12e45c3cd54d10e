//! Calls over a real connection: the built-in transport on one side, on the other a server that verifies raw bytes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "loopback/failures.rs"]
mod failures;
#[path = "loopback/guarantees.rs"]
mod guarantees;
#[path = "loopback/harness.rs"]
mod harness;
#[path = "loopback/paths.rs"]
mod paths;
#[path = "loopback/repeats.rs"]
mod repeats;
#[path = "loopback/replies.rs"]
mod replies;
#[path = "loopback/secrets.rs"]
mod secrets;
#[path = "loopback/service_errors.rs"]
mod service_errors;
#[path = "loopback/streams.rs"]
mod streams;
#[path = "loopback/tampering.rs"]
mod tampering;
