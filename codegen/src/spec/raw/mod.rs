//! The spec language, version 2: what the keys of a spec file deserialize into.
//!
//! These types know neither Rust names nor meaning: texts stay texts. A value's place in its file is
//! looked up by its path in the file's tree, so nothing here carries a span.
//!
//! Each type is declared once, through [`record`](crate::spec::layout) or `words`: the declaration is what
//! serde parses, what the structure check compares a file with, and what describes the language to people.

mod allow;
mod authorization;
mod correction;
mod disagreement;
mod member;
mod operation;
mod origin;
mod pagination;
mod product;
mod words;

pub use allow::Allowed;
pub use authorization::{Authorization, Ram, Resource};
pub use correction::{Correction, Corrections};
pub use disagreement::{Disagreement, Place};
pub use member::{Constraints, Field, Item, Parameter, SharedShape, Value};
pub use operation::{Change, ErrorCode, Kind, Method, Operation, Reply, Sample, Security, Source};
pub use origin::Origin;
pub use pagination::{Asynchronous, PageKey, Pagination};
pub use product::{Product, Protocol, Style};
pub use words::{ParameterStyle, Position, Type};
