//! Gates: exact figures that must not get worse. Each is a function over what was measured, and each has a test that sees it refuse.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod bytes;
mod corpus;
mod dependencies;
mod derives;
mod granary;
mod lines;
mod second_run;
