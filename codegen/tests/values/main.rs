//! Valid values, defaults and limits out of prose: invented descriptions with their outcome, and official ones that
//! were judged one by one.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod corpus;
mod invented;
mod judged;
mod properties;
mod rendered;
mod speed;
