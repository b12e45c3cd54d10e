//! Problems of spec files: what they are, and how they are shown.
//!
//! A [`Diagnostic`] has a stable [`Code`], a message, one primary and any number of secondary places in
//! files, and lines of help. [`Diagnostics`] collects them over a whole run, so that all problems are
//! reported together, sorted by place.

pub mod codes;
mod collection;
mod diagnostic;
pub mod explain;
mod json;
mod render;
mod sarif;
mod suggest;
mod text;

pub use codes::Code;
pub use collection::Diagnostics;
pub use diagnostic::{Diagnostic, Label, Severity};
pub use suggest::suggest;
pub use text::{SourceText, display_path};
