//! The command line of the emitted crate, as the program that people run.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "cli/calls.rs"]
mod calls;
#[path = "cli/completions.rs"]
mod completions;
#[path = "cli/dry_run.rs"]
mod dry_run;
#[path = "cli/program.rs"]
mod program;
