//! From a normalised document to the types of the spec language.
//!
//! Facts go over as they are; nothing is named in Rust here. Texts are cleaned, and valid values, defaults and limits
//! that stand only in prose become facts of their own.

mod call;
mod document;
mod errors;
mod facts;
mod kind;
mod limits;
mod operation;
mod pagination;
mod parameter;
mod reply;
mod sample;
mod secret;
mod shapes;
mod values;

pub use document::{Lowered, Skipped, lower};
