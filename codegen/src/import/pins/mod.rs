//! Names in Rust that stay what they are when a document grows.
//!
//! The generator derives names from the spec, one after the other: what comes first takes the short name. A new field
//! or operation may come first. So whatever has another name than the one that its own wire name gives is written into
//! the spec, and what was imported before keeps the name that it had.

mod assign;
mod history;
mod pin;
mod visit;
mod write;

pub use history::History;
pub use pin::pin;
