//! Formatting changes neither what a file says nor its comments, whatever the file looks like.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod content;
mod mutation;
mod trees;
mod untidy;
