//! What stands within a line: code, links, bold text, and letters that mean themselves.

mod address;
pub(super) mod entity;
mod print;
mod read;
mod settle;
pub(super) mod span;
pub(super) mod ticks;
mod words;

use super::links::Links;
pub(super) use print::print;
pub(super) use span::Span;

/// The parts of a line.
pub(super) fn spans(text: &str, links: &dyn Links) -> Vec<Span> {
    settle::settle(read::read(text, links))
}

/// A line as clean Markdown.
pub(super) fn clean(text: &str, links: &dyn Links) -> String {
    const SPECIAL: &[u8] = b"\\`*_~[]<&";
    let is_plain =
        !text.bytes().any(|byte| SPECIAL.contains(&byte)) && !text.contains("://") && !text.contains("  ");
    if is_plain { print::begin(text.trim().to_owned()) } else { print(&spans(text, links)) }
}

/// A line as bold text.
pub(super) fn bold(spans: Vec<Span>) -> Vec<Span> {
    settle::settle(vec![Span::Bold(spans)])
}

/// A line that stands in a cell of a table: nothing it begins with means anything there.
pub(super) fn cell(text: &str, links: &dyn Links) -> String {
    print::part(&spans(text, links)).trim().to_owned()
}

/// Parts that were put together, ready to be written.
pub(super) fn settled(spans: Vec<Span>) -> Vec<Span> {
    settle::settle(span::merged(spans))
}
