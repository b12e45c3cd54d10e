//! What holds for any text.

use alicloud_codegen::import::values::{ValueKind, find};
use proptest::prelude::*;
use std::collections::HashSet;

const KINDS: [ValueKind; 3] = [ValueKind::String, ValueKind::Integer, ValueKind::Boolean];

/// Pieces that descriptions are made of, in any order.
pub(crate) const PIECES: &[&str] = &[
    "Valid values:",
    "Valid values",
    "取值：",
    "取值范围：",
    "取值为",
    "\n",
    "\n\n",
    "*   ",
    "- ",
    "-",
    "1. ",
    "> ",
    "    ",
    "**",
    "`",
    "true",
    "false",
    "0",
    "1",
    "100",
    "~",
    " to ",
    "[",
    "]",
    "(",
    ")",
    "（",
    "）",
    "(default)",
    "（默认）",
    ":",
    "：",
    ": ",
    ",",
    "，",
    "、",
    " and ",
    "或",
    "。",
    ". ",
    ".",
    ";",
    "Default value: ",
    "默认值：",
    "默认",
    "Maximum value: ",
    "最大值为",
    "停用",
    "Enabled",
    "zh",
    "en",
    "等",
    "etc",
    "N",
    "的",
    "时，",
    "当",
    "if ",
    "\\",
    "\\_",
    "\\*",
    "<br>",
    "<props",
    "\u{a0}",
    "\u{200b}",
    "\r\n",
    "|",
    "{",
    "}",
    "/",
    "…",
    "—",
    "–",
    "=",
    "表示",
    " indicates ",
    "\"",
    "“",
    "”",
    "é",
    "🙂",
    "9999999999999999999",
];

fn checked(text: &str) {
    for kind in KINDS {
        let found = find(text, kind);
        let mut seen = HashSet::new();
        for value in &found.values {
            assert!(seen.insert(&value.value), "twice {}", value.value);
            assert!(!value.value.is_empty() && !value.value.contains('\n'));
            assert!(
                value.meaning.as_ref().is_none_or(|meaning| !meaning.is_empty() && !meaning.contains('\n'))
            );
            match kind {
                ValueKind::String => {}
                ValueKind::Integer => assert!(value.value.parse::<i64>().is_ok()),
                ValueKind::Boolean => assert!(value.value.parse::<bool>().is_ok()),
            }
        }
        if let (Some(default), false) = (&found.default, found.values.is_empty()) {
            assert!(seen.contains(default), "{default} is not listed");
        }
        let limit = |limit: &Option<String>| limit.as_ref().map(|limit| limit.parse::<i64>().unwrap());
        if let (Some(least), Some(most)) = (limit(&found.minimum), limit(&found.maximum)) {
            assert!(least <= most);
        }
        assert_eq!(found.rest, found.rest.trim());
        assert_eq!(find(text, kind), found);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_read(text in any::<String>()) {
        checked(&text);
    }

    #[test]
    fn any_text_of_its_pieces_can_be_read(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        checked(&pieces.concat());
    }
}
