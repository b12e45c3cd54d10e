use super::comment::comments;
use super::document::Document;
use crate::source::{Kind, Node};

/// Whether two trees say the same: the order of the keys and the way of writing do not count.
pub(super) fn is_same(one: &Node, other: &Node) -> bool {
    match (&one.kind, &other.kind) {
        (Kind::Scalar { text, .. }, Kind::Scalar { text: other, .. }) => text == other,
        (Kind::Sequence(items), Kind::Sequence(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| is_same(item, other))
        }
        (Kind::Mapping(entries), Kind::Mapping(others)) => {
            let mut entries: Vec<_> = entries.iter().collect();
            let mut others: Vec<_> = others.iter().collect();
            entries.sort_by_key(|entry| &entry.key.text);
            others.sort_by_key(|entry| &entry.key.text);
            let is_equal = |(entry, other): (&crate::source::Entry, &crate::source::Entry)| {
                entry.key.text == other.key.text && is_same(&entry.value, &other.value)
            };
            entries.len() == others.len() && entries.into_iter().zip(others).all(is_equal)
        }
        _ => false,
    }
}

/// The comments of a text, sorted.
pub(super) fn comment_texts<'a>(text: &'a str, document: &Document<'_>) -> Vec<&'a str> {
    let ends = document.tokens.iter().map(|token| token.span.start).chain([text.len()]);
    let starts = [0].into_iter().chain(document.tokens.iter().map(|token| token.span.end));
    let mut texts: Vec<_> = starts
        .zip(ends)
        .flat_map(|(start, end)| comments(text, start..end))
        .map(|comment| comment.text)
        .collect();
    texts.sort_unstable();
    texts
}
