//! Tags that were meant to format become Markdown, or go and leave their text.

mod comment;
mod convert;
mod props;
mod table;
mod tag;

pub(super) use convert::markdown;
