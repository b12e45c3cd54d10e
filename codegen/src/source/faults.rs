//! The wording of everything that is wrong with a file as such.

use super::{Key, MAX_DEPTH, Node, characters};
use crate::diagnostics::{Diagnostic, SourceText, codes};
use std::ops::Range;
use std::sync::Arc;

type Source = Arc<SourceText>;

pub(super) fn syntax(source: &Source, at: usize, info: &str) -> Diagnostic {
    // The parser's own limit, met where it looks ahead for a key.
    if info == "recursion limit exceeded" {
        return too_deep(source, at..at);
    }
    let help = match info {
        "mapping values are not allowed in this context" => "put a text that holds `: ` in quotes",
        _ => "check indentation, quotes and brackets here and in the line above",
    };
    Diagnostic::error(codes::SYNTAX, format!("this is not YAML: {info}"))
        .at(source, at..at, "the parser stopped here")
        .help(help)
}

pub(super) fn too_deep(source: &Source, span: Range<usize>) -> Diagnostic {
    Diagnostic::error(codes::TOO_DEEP, format!("nested more than {MAX_DEPTH} levels deep"))
        .at(source, span, "too many levels")
        .help("describe the inner levels as `type: any`, or look for a stray bracket or dash")
}

pub(super) fn second_document(source: &Source, span: Range<usize>) -> Diagnostic {
    Diagnostic::error(codes::ONE_DOCUMENT, "a second document starts here")
        .at(source, span, "a spec file is one document")
        .help("move it to a file of its own")
}

pub(super) fn empty_file(source: &Source) -> Diagnostic {
    Diagnostic::error(codes::ONE_DOCUMENT, "the file is empty")
        .at(source, 0..0, "")
        .help("describe a product or an operation, or delete the file")
}

pub(super) fn empty_value(source: &Source, node: &Node, key: Option<&Key>) -> Diagnostic {
    let message = match key {
        Some(key) => format!("`{}` has no value", key.text),
        None => "the list entry is empty".to_owned(),
    };
    let is_absent = node.span.is_empty();
    let span = key.filter(|_| is_absent).map_or(&node.span, |key| &key.span);
    Diagnostic::error(codes::EMPTY_VALUE, message)
        .at(source, span.clone(), if is_absent { "nothing follows" } else { "this is null in YAML" })
        .help("leave it out, or write `''` for the empty text; the words null and ~ need quotes")
}

pub(super) fn empty_key(source: &Source, node: &Node) -> Diagnostic {
    Diagnostic::error(codes::EMPTY_VALUE, "the key is empty")
        .at(source, node.span.clone(), "a key is expected here")
        .help("write the key before the colon; the words null and ~ need quotes")
}

pub(super) fn key_not_scalar(source: &Source, node: &Node) -> Diagnostic {
    Diagnostic::error(codes::KEY_NOT_SCALAR, "a key must be a word")
        .at(source, source.first_line(&node.span), "this is a list or a mapping")
        .help("put a text that starts with `[`, `{` or `? ` in quotes")
}

pub(super) fn duplicate_key(source: &Source, text: &str, node: &Node, first: &Range<usize>) -> Diagnostic {
    Diagnostic::error(codes::DUPLICATE_KEY, format!("`{text}` is given twice"))
        .at(source, source.first_line(&node.span), "second time")
        .also(source, first.clone(), "first time")
        .help("keep one of the two")
}

pub(super) fn indirection(source: &Source, span: &Range<usize>, what: &str) -> Diagnostic {
    Diagnostic::error(codes::INDIRECTION, format!("{what} are not allowed in spec files"))
        .at(source, source.first_line(span), "")
        .help("write the value out: each file must be readable on its own")
}

pub(super) fn forbidden_character(source: &Source, character: char, span: Range<usize>) -> Diagnostic {
    Diagnostic::error(codes::FORBIDDEN_CHARACTER, format!("{} is not allowed", characters::name(character)))
        .at(source, source.first_line(&span), "here")
        .help("delete it; spec files are UTF-8 without a byte order mark and hold only what can be seen")
}

pub(super) fn forbidden_escape(source: &Source, character: char, span: Range<usize>) -> Diagnostic {
    let message = format!("{} is not allowed, not even behind an escape", characters::name(character));
    Diagnostic::error(codes::FORBIDDEN_CHARACTER, message)
        .at(source, source.first_line(&span), "in this text")
        .help("delete the escape")
}
