//! What an import did, for people.

mod document;
mod notes;
mod print;
mod table;

pub use document::{Document, Done, Outcome, Report};
