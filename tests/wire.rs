//! Requests as they are given to the transport, compared with requests of the official runtimes.
//!
//! Every one goes through a client and a scripted transport; canonical request and string to sign are rebuilt from
//! what was sent.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "wire/dynamic.rs"]
mod dynamic;
#[path = "wire/harness.rs"]
mod harness;
#[path = "wire/operations.rs"]
mod operations;
#[path = "wire/parameters.rs"]
mod parameters;
#[path = "wire/positions.rs"]
mod positions;
#[path = "wire/recorded_calls.rs"]
mod recorded_calls;
#[path = "wire/recorded_paths.rs"]
mod recorded_paths;
#[path = "wire/surroundings.rs"]
mod surroundings;
#[path = "wire/tables.rs"]
mod tables;
#[path = "wire/vectors.rs"]
mod vectors;
