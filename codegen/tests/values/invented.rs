//! Every form and every trap, in invented descriptions.

use crate::rendered::rendered;
use alicloud_codegen::import::values::{ValueKind, find};
use std::fmt::Write as _;
use std::fs;

/// Descriptions of a file: each has a heading `==== kind: what it shows`.
fn descriptions(text: &str) -> Vec<(ValueKind, String, String)> {
    text.split("==== ")
        .filter(|part| !part.trim().is_empty())
        .map(|part| {
            let (heading, text) = part.split_once('\n').unwrap();
            let (kind, title) = heading.split_once(": ").unwrap();
            let kind = match kind {
                "string" => ValueKind::String,
                "integer" => ValueKind::Integer,
                "boolean" => ValueKind::Boolean,
                other => panic!("{other}"),
            };
            (kind, title.to_owned(), text.trim_end().to_owned())
        })
        .collect()
}

#[test]
fn what_is_found() {
    insta::glob!("invented/*.txt", |path| {
        let mut out = String::new();
        for (kind, title, text) in descriptions(&fs::read_to_string(path).unwrap()) {
            writeln!(out, "{title}\n{}", rendered(&find(&text, kind))).unwrap();
        }
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(out);
        });
    });
}

/// In files named after traps nothing may become a value.
#[test]
fn traps_have_no_values() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/values/invented");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let is_trap = path.file_stem().unwrap().to_str().unwrap().starts_with("traps");
        for (kind, title, text) in descriptions(&text) {
            count += 1;
            let found = find(&text, kind);
            assert!(!is_trap || found.values.is_empty(), "{title}: {:?}", found.values);
            let nothing = found.values.is_empty()
                && [&found.default, &found.minimum, &found.maximum].iter().all(|fact| fact.is_none());
            assert!(!nothing || found.rest == text.trim(), "{title}: nothing found, and text lost");
        }
    }
    assert!(count >= 60, "{count}");
}
