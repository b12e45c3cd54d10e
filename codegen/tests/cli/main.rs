//! The command line, run as a process on copies of the repository's spec files.

#![cfg(feature = "cli")]
// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod again;
mod drift;
mod dump;
mod explaining;
mod formats;
mod problems;
mod sandbox;
mod selection;
mod use_of_it;
mod writing;
