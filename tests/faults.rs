//! Everything that can go wrong on the way to the service and back, over real connections, awaited and blocking.
//!
//! Prints its matrix: what went wrong, how the call was made, what it came to, attempts and time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "faults/answers.rs"]
mod answers;
#[path = "faults/call.rs"]
mod call;
#[path = "faults/cell.rs"]
mod cell;
#[path = "faults/connections.rs"]
mod connections;
#[path = "faults/fault.rs"]
mod fault;
#[path = "faults/given_up.rs"]
mod given_up;
#[path = "faults/identity.rs"]
mod identity;
#[path = "faults/matrix.rs"]
mod matrix;
#[path = "faults/storm.rs"]
mod storm;
#[path = "faults/throttling.rs"]
mod throttling;
