//! What a text says, and what its author remarks.

use alicloud_codegen::diagnostics::SourceText;
use alicloud_codegen::format;
use alicloud_codegen::schema::FileKind;
use alicloud_codegen::source::{Kind, Node, parse_tree};
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    Text(String),
    List(Vec<Content>),
    Map(BTreeMap<String, Content>),
}

/// `None` where the text is not the YAML of spec files.
pub(crate) fn content(text: &str) -> Option<Content> {
    let parsed = parse_tree(&Arc::new(SourceText::new("x.yaml", text)));
    parsed.tree.filter(|_| parsed.problems.is_empty()).map(|tree| of(&tree))
}

fn of(node: &Node) -> Content {
    match &node.kind {
        Kind::Scalar { text, .. } => Content::Text(text.clone()),
        Kind::Sequence(items) => Content::List(items.iter().map(of).collect()),
        Kind::Mapping(entries) => {
            Content::Map(entries.iter().map(|entry| (entry.key.text.clone(), of(&entry.value))).collect())
        }
        Kind::Invalid => panic!("an invalid node without a problem"),
    }
}

/// The other YAML reader's opinion. Every scalar must be a text for it, unless it is one of the language's own.
pub(crate) fn second_opinion(text: &str) -> Content {
    from_serde(&serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error} in\n{text}")))
}

fn from_serde(value: &serde_yaml::Value) -> Content {
    use serde_yaml::Value;
    match value {
        Value::String(text) => Content::Text(text.clone()),
        Value::Bool(truth) => Content::Text(truth.to_string()),
        Value::Number(number) if number.is_u64() => Content::Text(number.to_string()),
        Value::Sequence(items) => Content::List(items.iter().map(from_serde).collect()),
        Value::Mapping(entries) => {
            let entries =
                entries.iter().map(|(key, value)| (key.as_str().unwrap().to_owned(), from_serde(value)));
            Content::Map(entries.collect())
        }
        other => panic!("{other:?} is no text"),
    }
}

pub(crate) fn formatted(kind: FileKind, text: &str) -> String {
    format::text(&Arc::new(SourceText::new("x.yaml", text)), kind.shape()).unwrap_or_else(|problems| {
        let all: Vec<_> = problems.iter().map(|problem| &problem.message).collect();
        panic!("{all:?} in\n{text}")
    })
}

/// Checks everything that holds for any file. `comments` are those that it has, in any order.
pub(crate) fn check(kind: FileKind, text: &str, comments: &[String]) {
    let Some(before) = content(text) else { return };
    let once = formatted(kind, text);
    assert_eq!(content(&once).as_ref(), Some(&before), "another content:\n{text}\n---\n{once}");
    assert_eq!(second_opinion(&once), before, "the other reader sees another content:\n{once}");
    for comment in comments {
        let is_there = once.lines().any(|line| format!("{line} ").contains(&format!("{comment} ")));
        assert!(is_there, "{comment} is lost:\n{text}\n---\n{once}");
    }
    assert_eq!(formatted(kind, &once), once, "not its own canonical form:\n{text}");
    assert!(once.ends_with('\n') && !once.contains('\r'));
}
