//! Texts that become doc comments, and what rustdoc would misread in them.

mod markdown;
mod place;

use super::scope::Scope;
use crate::diagnostics::{Diagnostic, codes};
use crate::source::{Kind, Node, SourceFile};
use markdown::{Finding, Slip};

/// Reports each slip of each text of a file, once per kind and text.
pub(super) fn file(scope: &mut Scope<'_>) {
    let file = scope.file;
    if let Some(tree) = &file.tree {
        node(tree, file, scope);
    }
}

/// Below which keys a text is documentation.
fn is_documentation(key: &str) -> bool {
    matches!(key, "summary" | "description" | "meaning" | "notes" | "deprecated")
}

/// Which parts of a file are not emitted as documentation.
fn is_skipped(key: &str) -> bool {
    matches!(key, "history" | "samples" | "sources" | "disagrees" | "allow")
}

fn node(node: &Node, file: &SourceFile, scope: &mut Scope<'_>) {
    match &node.kind {
        Kind::Mapping(entries) => {
            for entry in entries.iter().filter(|entry| !is_skipped(&entry.key.text)) {
                if is_documentation(&entry.key.text) {
                    texts(&entry.value, file, scope);
                }
                self::node(&entry.value, file, scope);
            }
        }
        Kind::Sequence(items) => items.iter().for_each(|item| self::node(item, file, scope)),
        Kind::Scalar { .. } | Kind::Invalid => {}
    }
}

/// A text, or a list of texts.
fn texts(node: &Node, file: &SourceFile, scope: &mut Scope<'_>) {
    match &node.kind {
        Kind::Scalar { text, .. } => {
            for finding in markdown::slips(text) {
                let span = place::of(file, node, text, &finding.span);
                scope.push(problem(&finding).at(&file.source, span, label(finding.slip)));
            }
        }
        Kind::Sequence(items) => items.iter().for_each(|item| texts(item, file, scope)),
        Kind::Mapping(_) | Kind::Invalid => {}
    }
}

fn problem(finding: &Finding<'_>) -> Diagnostic {
    let shown = finding.shown;
    let (message, help) = match finding.slip {
        Slip::Tag => (
            format!("rustdoc would take `{shown}` for HTML"),
            format!("write it as code: `` `{shown}` ``; tags are not kept"),
        ),
        Slip::Backtick => (
            "a backtick has no partner".to_owned(),
            "close the code on the same line, or delete the backtick".to_owned(),
        ),
        Slip::Fence => (
            "a fenced block is not closed".to_owned(),
            "close it with as many backticks on a line of their own".to_owned(),
        ),
        Slip::Indentation => (
            "rustdoc would take an indented line for code, and compile it as a test".to_owned(),
            "indent by fewer than four spaces, and put code between fences".to_owned(),
        ),
    };
    Diagnostic::new(codes::MENDED_DOCUMENTATION, message).help(help)
}

/// What is done about it.
fn label(slip: Slip) -> &'static str {
    match slip {
        Slip::Tag | Slip::Backtick => "escaped in the documentation",
        Slip::Fence => "closed at the end of the text",
        Slip::Indentation => "not indented in the documentation",
    }
}
