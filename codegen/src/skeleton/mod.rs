//! Skeletons of spec files, to be filled in: every key with what it is for, placeholders where the language wants a value, and
//! examples as comments.
//!
//! The keys and their documentation come from the tables in [`spec::layout`](crate::spec::layout), so a new key of the language
//! shows up here without further work.

mod create;
mod names;
mod operation;
mod product;
mod record;
mod target;

pub use create::create;
