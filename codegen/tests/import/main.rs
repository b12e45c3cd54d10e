//! The import of metadata: from documents to spec files, through the library and as a process.

#![cfg(feature = "cli")]
// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod corpus;
mod corrections;
mod documents;
mod download;
mod folder;
mod guide;
mod random;
mod sandbox;
mod server;
mod written;
