//! The command line, over the same [`Builder`](crate::Builder) as the library. One file per command.
//!
//! Results go to standard output and everything else to standard error. The exit code is 0 if all is well, 1 if problems or drift were
//! found, and 2 for wrong use and for trouble with files.

mod arguments;
mod check;
mod drift;
mod dump;
mod exit;
mod explain;
mod fmt;
mod generate;
mod import;
mod new;
mod progress;
mod run;
mod runtime;
mod schema;
mod terminal;

pub use run::run;
