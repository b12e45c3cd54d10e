use super::attach::attach;
use super::build::build;
use super::print::print;
use super::unchanged::{comment_texts, is_same};
use crate::diagnostics::{Diagnostic, SourceText, codes};
use crate::source::{Node, parse_tree};
use crate::spec::layout::Shape;
use std::borrow::Cow;
use std::sync::Arc;

/// A spec file in canonical form. `shape` is what its root must be; it gives the order of the keys.
///
/// Any text will do. Keys that the shape does not know come last, sorted by name.
///
/// # Errors
/// The text is not the YAML of spec files; these are its problems.
pub fn text(source: &Arc<SourceText>, shape: Shape) -> Result<String, Vec<Diagnostic>> {
    let normal = line_feeds(source.text());
    let normal = match normal {
        Cow::Borrowed(_) => Arc::clone(source),
        Cow::Owned(text) => Arc::new(SourceText::new(source.path(), text)),
    };
    let before = tree(&normal)?;
    let document = build(normal.text(), &before, shape);
    let printed = print(&document, &attach(normal.text(), &document));
    let printed = Arc::new(SourceText::new(source.path(), printed));
    let after = tree(&printed).map_err(|_| vec![bug(source)])?;
    let reread = build(printed.text(), &after, shape);
    let is_whole = comment_texts(normal.text(), &document) == comment_texts(printed.text(), &reread);
    if is_whole && is_same(&before, &after) { Ok(printed.text().to_owned()) } else { Err(vec![bug(source)]) }
}

fn tree(source: &Arc<SourceText>) -> Result<Node, Vec<Diagnostic>> {
    let parsed = parse_tree(source);
    match parsed.tree {
        Some(tree) if parsed.problems.is_empty() => Ok(tree),
        _ => Err(parsed.problems),
    }
}

fn line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

fn bug(source: &Arc<SourceText>) -> Diagnostic {
    Diagnostic::error(
        codes::SYNTAX,
        "the canonical form of this file would not say the same, so it is left as it is",
    )
    .at(source, 0..0, "")
    .help("this is a mistake of `fmt`: please report it together with the file, and format the file by hand")
}
