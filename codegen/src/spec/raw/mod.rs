//! The spec language, version 1: what the keys of a spec file deserialize into.
//!
//! These types know neither Rust names nor meaning: texts stay texts. A value's place in its file is
//! looked up by its path in the file's tree, so nothing here carries a span.
//!
//! Each type is declared once, through [`record`](crate::spec::layout) or `words`: the declaration is what
//! serde parses, what the structure check compares a file with, and what describes the language to people.

mod allow;
mod authorization;
mod disagreement;
mod member;
mod operation;
mod product;
mod words;

pub use allow::Allowed;
pub use authorization::{Authorization, Ram, Resource};
pub use disagreement::{Disagreement, Place};
pub use member::{Constraints, Field, Item, Parameter, SharedShape, Value};
pub use operation::{Change, ErrorCode, Kind, Method, Operation, Reply, Sample, Source};
pub use product::{Product, Protocol, Style};
pub use words::{ParameterStyle, Position, Type};
