//! JSON Schemas of the spec files, for editors: completion, documentation and most mistakes while typing.
//!
//! They are draft-07, the newest draft that the YAML language servers know, and are made of the tables in
//! [`spec::layout`](crate::spec::layout), so they cannot say anything else than the parser. A spec file names its schema in its
//! first line, the [modeline](FileKind::modeline).

mod emit;
mod files;
mod keywords;
mod kind;

pub use emit::text;
pub use files::{Schemas, compare, write, write_missing};
pub use kind::{FileKind, MODELINE};
