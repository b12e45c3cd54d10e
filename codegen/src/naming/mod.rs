//! The only place that makes Rust identifiers out of wire names.
//!
//! Nobody else calls a case converter. Wire names are always kept beside what is made here.

mod ident;
mod reserved;
mod rules;
mod scope;
mod symbols;
#[cfg(test)]
mod tests;
mod words;

pub use ident::Ident;
pub use reserved::is_taken_in_crate;
pub use rules::{
    body_field, constant, field, method, module, numeric_variant, shared_module, type_name, variant,
};
pub use scope::{Origin, Scope};
