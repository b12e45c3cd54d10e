//! Corrections of imported facts: `corrections.yaml` beside the imported files.
//!
//! [`Corrections::read`] reads the file and [`apply`](apply()) changes what was imported. A correction that no longer applies is an error, so
//! that workarounds die with their cause.

mod apply;
mod change;
mod file;
mod form;
mod locate;
mod pages;
mod slots;

pub use apply::{Applied, apply};
pub use file::Corrections;
pub(crate) use form::problems;
