use crate::source::{Node, SourceFile};
use std::ops::Range;

/// The place in the file of a part of a scalar's text.
///
/// YAML folds, indents and escapes, so offsets differ, but what is repeated n times before the part in the text is so in the file. Where the
/// part is not to be found that way, the first line of the whole scalar.
pub(super) fn of(file: &SourceFile, node: &Node, text: &str, part: &Range<usize>) -> Range<usize> {
    let source = &file.source;
    let whole = || source.first_line(&node.span);
    let (Some(part), Some(before)) = (text.get(part.clone()), text.get(..part.start)) else { return whole() };
    let written = source.text().get(node.span.clone()).unwrap_or_default();
    // Of a longer part the first word is enough to find it: it may go on in the next line of the file.
    let word = part.split_whitespace().next().unwrap_or(part);
    let earlier = before.matches(word).count();
    match written.match_indices(word).nth(earlier) {
        Some((at, _)) => {
            let start = node.span.start + at;
            source.first_line(&(start..start + part.len()))
        }
        None => whole(),
    }
}
