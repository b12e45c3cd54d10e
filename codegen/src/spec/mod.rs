//! From trees to raw specs: compares files with the spec language and reads them into plain types.
//!
//! All structural problems of all files are reported together. A file without any goes through serde into the
//! types of [`raw`].

mod deserialize;
mod from_tree;
pub mod layout;
mod parse;
pub mod raw;
mod specs;
mod structure;

pub use parse::{parse, parse_corrections};
pub use specs::{OperationSpec, ProductSpec, ShapeSpec, Specs};
