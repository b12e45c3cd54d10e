//! The resolved model as JSON, for people and other programs. `docs/dump.md` describes each key.

mod document;
mod field;
mod flatten;
mod json;
mod limits;
mod operation;
mod paging;
mod product;
mod reply;
mod types;

pub use json::json;
