//! Valid values, defaults and limits that exist only as prose.
//!
//! Descriptions say them in lists (`Valid values:`, `取值：`) and in sentences. What is recognised becomes facts;
//! what is left remains as prose. In doubt nothing is recognised: a missing value is read in the prose that stays,
//! a wrong one misleads.

mod bare;
mod bullets;
mod candidate;
mod clean;
mod defaults;
mod explained;
mod find;
mod found;
mod inline;
mod item;
mod judge;
mod lead;
mod limits;
mod lines;
mod meaning;
mod prose;
mod range;
mod rest;
mod token;
mod turned;
mod unmarked;
mod words;

pub use find::find;
pub use found::{Found, FoundValue, ValueKind};
