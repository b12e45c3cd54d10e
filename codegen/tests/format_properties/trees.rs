//! Arbitrary content, written in arbitrary ways.

use crate::content::{Content, check, content, formatted};
use crate::untidy;
use alicloud_codegen::schema::FileKind;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

/// Keys that the language orders, and others.
const KEYS: &[&str] = &[
    "name",
    "summary",
    "kind",
    "methods",
    "authorization",
    "parameters",
    "reply",
    "fields",
    "items",
    "type",
    "values",
    "value",
    "required",
    "constraints",
    "samples",
    "sources",
    "endpoints",
    "cn-hangzhou",
    "no",
    "1",
    "a key",
    "a: b",
    "- x",
    "键",
];

/// Pieces that YAML may misunderstand.
const PIECES: &[&str] = &[
    "a",
    "b c",
    "é",
    "地域",
    " ",
    "  ",
    "\n",
    "\t",
    "\u{a0}",
    ": ",
    " #",
    "#",
    "-",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    "\"",
    "\\",
    "*",
    "&",
    "!",
    "|",
    ">",
    "%",
    "@",
    "`",
    "0",
    "1e3",
    "true",
    "no",
    "null",
    "~",
    "2024-01-01",
    "---",
    "...",
    "=",
    "<<",
];

fn text() -> impl Strategy<Value = String> {
    vec(proptest::sample::select(PIECES), 0..6).prop_map(|pieces| pieces.concat())
}

fn tree() -> impl Strategy<Value = Content> {
    text().prop_map(Content::Text).prop_recursive(5, 40, 6, |inner| {
        prop_oneof![vec(inner.clone(), 0..5).prop_map(Content::List), map(inner, 0).prop_map(Content::Map)]
    })
}

fn map(
    value: impl Strategy<Value = Content>,
    least: usize,
) -> impl Strategy<Value = std::collections::BTreeMap<String, Content>> {
    btree_map(proptest::sample::select(KEYS).prop_map(str::to_owned), value, least..6)
}

/// Ordinary runs take seconds; PROPTEST_CASES asks for more.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: cases.unwrap_or(2_000), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn content_and_comments_stay(root in map(tree(), 1), seed: u64, is_product: bool) {
        let root = Content::Map(root);
        let untidy = untidy::write(&root, seed);
        let read = content(&untidy.text);
        prop_assert_eq!(read.as_ref(), Some(&root), "the test wrote something else:\n{}", untidy.text);
        let kind = if is_product { FileKind::Product } else { FileKind::Operation };
        check(kind, &untidy.text, &untidy.comments);
    }

    #[test]
    fn the_way_of_writing_does_not_matter(root in map(tree(), 1), one: u64, other: u64) {
        // Apart from comments, and from blocks, which are their author's choice.
        let canonical = |seed| {
            let untidy = untidy::write(&Content::Map(root.clone()), seed);
            (untidy.comments.is_empty() && ![" |", " >"].iter().any(|block| untidy.text.contains(block))).then(|| formatted(FileKind::Operation, &untidy.text))
        };
        if let (Some(one), Some(other)) = (canonical(one), canonical(other)) {
            prop_assert_eq!(one, other);
        }
    }
}
