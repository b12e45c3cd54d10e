//! The command line `alicloud`: every operation of a generated crate, from its tables alone.
//!
//! A generated crate's program is one call of [`main`]. [`run`] does the work, and takes what it reaches the outside
//! with as values, so that a test can put its own in their place.

mod all_pages;
mod call;
mod complete;
mod configuration;
mod dry_run;
mod failure;
mod help;
mod listing;
mod name_value;
mod operation_command;
mod options;
mod output;
mod overlay;
mod parameters;
mod pretty;
mod process;
mod program;
mod root_command;
mod run;
mod surroundings;
mod table;
mod usage;
mod value;

pub use process::main;
pub use program::{Product, Program, Texts};
pub use run::run;
pub use surroundings::Surroundings;
