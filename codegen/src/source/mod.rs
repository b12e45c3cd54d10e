//! From files to trees: reads spec files into YAML trees in which every key and value knows its place.
//!
//! Only a subset of YAML is a spec: one document, no anchors, aliases, merge keys and tags, keys that are
//! words and unique, no null, bounded depth. Whatever else a file holds is reported with its place. Nothing
//! here knows the spec language.

mod characters;
mod faults;
mod file;
mod node;
mod offsets;
mod read;
mod tree;
mod walk;

pub(crate) use characters::is_allowed_in_scalar;
pub use file::{SourceFile, Sources};
pub use node::{Entry, Key, Kind, Node, Place, Step, Style};
pub use read::{Input, Listing, inputs, list, read, read_bytes, read_file};
pub use tree::{MAX_DEPTH, Parsed, parse_tree};
