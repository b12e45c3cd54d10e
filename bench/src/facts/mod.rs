//! The facts that everybody generates from: spec files for us, the same as OpenAPI documents for the others.

mod document;
mod enumerations;
mod kinds;
mod names;
mod openapi;
mod operation;
mod schema;
mod specs;
#[cfg(test)]
mod tests;
mod text;

pub(crate) use enumerations::of as enumerations;
pub(crate) use openapi::{document_of, openapi};
pub(crate) use specs::{count, specs};
