//! The only place that makes Rust identifiers out of wire names.
//!
//! Nobody else calls a case converter. Wire names are always kept beside what is made here.

mod acronyms;
mod ident;
mod reserved;
mod rules;
mod scope;

pub use ident::Ident;
pub use rules::{constant, field, method, module, numeric_variant, type_name, variant};
pub use scope::{Origin, Scope};
