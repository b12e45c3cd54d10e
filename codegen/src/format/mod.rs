//! The canonical form of spec files: order of the keys, quotes, indentation, blank lines.
//!
//! [`text`](text()) works on one file and [`folder`](folder()) on all of them. What a file says never changes, and no comment is
//! lost; both are compared before a result is handed out. The way is: tree and text, `document` in canonical order with a place for
//! every comment, `attach` puts the comments there, `print` writes it down.

mod attach;
mod block;
mod build;
mod comment;
mod document;
mod fold;
mod folder;
mod print;
mod quoted;
mod remarks;
mod scalar;
mod text;
mod unchanged;

pub(crate) use fold::fold;
pub use folder::{Changed, Formatted, folder, write};
pub use scalar::scalar;
pub use text::text;
