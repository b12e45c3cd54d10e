//! The command line in this process: arguments, environment and streams as values, answers from a script.

#![cfg(feature = "cli")]
// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, unreachable_pub)]

#[path = "cli/completions.rs"]
mod completions;
#[path = "cli/configuration.rs"]
mod configuration;
#[path = "cli/dry_run.rs"]
mod dry_run;
#[path = "cli/failures.rs"]
mod failures;
#[path = "cli/harness.rs"]
mod harness;
#[path = "cli/help.rs"]
mod help;
#[path = "cli/output.rs"]
mod output;
#[path = "cli/pages.rs"]
mod pages;
#[path = "cli/parameters.rs"]
mod parameters;
#[path = "cli/shop.rs"]
mod shop;
