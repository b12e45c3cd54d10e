//! What YAML and file systems have in store: words that other readers take for numbers, huge files, endless folders.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod folders;
mod project;
mod sizes;
mod spellings;
