//! Whole calls that are made again, with a scripted transport and a clock that passes by waiting.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod support;

#[path = "retry/correction.rs"]
mod correction;
#[path = "retry/harness.rs"]
mod harness;
#[path = "retry/limits.rs"]
mod limits;
#[path = "retry/policies.rs"]
mod policies;
#[path = "retry/signed_anew.rs"]
mod signed_anew;
#[path = "retry/which.rs"]
mod which;
