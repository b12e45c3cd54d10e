//! Compares a tree with a layout and reports every difference.

mod kinds;
mod records;

use super::layout::Shape;
use crate::diagnostics::Diagnostic;
use crate::source::{Kind, Node, SourceFile};
use std::ops::Range;

/// Every difference between a tree and the shape that its root must have.
pub(super) fn compare(file: &SourceFile, root: &Node, shape: Shape) -> Vec<Diagnostic> {
    let mut comparison = Comparison { file, problems: Vec::new() };
    comparison.value(root, shape, &At { what: None, span: root.first_line() });
    comparison.problems
}

/// How a place is called in messages.
struct At<'a> {
    /// The nearest key; none at the root.
    what: Option<&'a str>,
    /// What to mark where the value itself is not one line.
    span: Range<usize>,
}

struct Comparison<'a> {
    file: &'a SourceFile,
    problems: Vec<Diagnostic>,
}

impl Comparison<'_> {
    fn value(&mut self, node: &Node, shape: Shape, at: &At<'_>) {
        match (&node.kind, shape) {
            (Kind::Invalid, _) | (Kind::Scalar { .. }, Shape::Text) => {}
            (Kind::Scalar { text, style }, Shape::Truth) => self.truth(node, text, *style, at),
            (Kind::Scalar { text, style }, Shape::Number { max }) => self.number(node, text, *style, max, at),
            (Kind::Scalar { text, .. }, Shape::Words(words)) => self.word(node, text, words, None),
            (Kind::Scalar { text, .. }, Shape::WordsOr(words, other)) => {
                self.word(node, text, words, Some(other()))
            }
            (_, Shape::WordsOr(_, other)) => self.value(node, other(), at),
            (Kind::Sequence(items), Shape::List(of)) => {
                for item in items {
                    self.value(item, of(), &At { what: at.what, span: item.first_line() });
                }
            }
            (Kind::Mapping(entries), Shape::Map(of)) => {
                for entry in entries {
                    self.value(
                        &entry.value,
                        of(),
                        &At { what: Some(&entry.key.text), span: entry.key.span.clone() },
                    );
                }
            }
            (Kind::Mapping(entries), Shape::Record(record)) => self.record(entries, record, at),
            _ => self.wrong_kind(node, shape, at),
        }
    }
}
