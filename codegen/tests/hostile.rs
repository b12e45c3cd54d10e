//! Whatever bytes a spec file holds: an answer with places, no panic, and soon.

#![allow(clippy::unwrap_used)]

mod memory;

use alicloud_codegen::diagnostics::Diagnostics;
use proptest::prelude::*;

const PRODUCT: &[u8] = include_bytes!("ui/base/product.yaml");
const OPERATION: &str = include_str!("ui/no-problem.yaml");

/// The whole front end over one operation and one product, and the report.
fn report(product: &[u8], operation: &[u8]) -> Diagnostics {
    let files = [("operation.yaml", operation), ("product.yaml", product)];
    let files = files.map(|(name, bytes)| (format!("demo/2024-01-01/{name}"), bytes.to_owned()));
    let diagnostics = memory::examine(&files);
    assert!(diagnostics.iter().all(|problem| problem.primary.is_some()));
    assert_eq!(diagnostics.is_empty(), diagnostics.render_plain().is_empty());
    diagnostics
}

fn codes(operation: impl AsRef<[u8]>) -> Vec<&'static str> {
    report(PRODUCT, operation.as_ref()).sorted().iter().map(|problem| problem.code.id).collect()
}

#[test]
fn the_base_has_no_problem() {
    assert!(codes(OPERATION).is_empty());
}

#[test]
fn deep_nesting_is_refused() {
    for open in ["[", "- ", "? ", "{a: ", "[\n", "{\n", "- - "] {
        assert_eq!(codes(open.repeat(100_000)), ["E0107"], "{open:?}");
    }
    assert_eq!(codes("[".repeat(100_000) + &"]".repeat(100_000)), ["E0107"]);
}

#[test]
fn aliases_cannot_blow_up() {
    let mut bomb = "a: &a [x, x]\n".to_owned();
    for level in 0..40 {
        bomb += &format!("b{level}: &b{level} [*a, *a, *a, *a, *a, *a, *a, *a]\n");
    }
    assert!(codes(bomb).contains(&"E0104"));
}

#[test]
fn odd_bytes_are_located() {
    assert_eq!(codes(b"\xef\xbb\xbfname: X"), ["E0109"]);
    assert_eq!(codes(b"name: \0\0\0"), ["E0109"]);
    assert_eq!(codes(b"name: \xff\xfe"), ["E0101"]);
    assert_eq!(codes(b"\xfe\xff\0n\0a"), ["E0101"]);
    assert_eq!(codes(b""), ["E0103"]);
    assert_eq!(codes(b"\n\n---\n"), ["E0103"]);
    assert_eq!(codes(b"just words"), ["E0203"]);
    assert_eq!(codes(b"- a list"), ["E0203"]);
}

#[test]
fn long_lines_and_many_problems_stay_readable() {
    let long = format!("name: {}\nsumary: x\n", "x".repeat(1_000_000));
    assert!(report(PRODUCT, long.as_bytes()).render_plain().len() < 10_000);
    let repeated = report(PRODUCT, "a: 1\n".repeat(20_000).as_bytes());
    let text = repeated.render_plain();
    assert!(repeated.len() > 19_000);
    assert!(text.len() < 50_000, "{}", text.len());
    assert!(text.contains("more in spec/demo/2024-01-01/operation.yaml"));
}

#[test]
fn tabs_that_the_second_reader_refuses_are_located() {
    let with_tab = OPERATION.replacen("name: GetThing", "\tname: GetThing", 1);
    assert!(!codes(with_tab).is_empty());
}

/// The deepest tree that is allowed goes through every stage, in a thread of the usual size.
#[test]
fn the_deepest_allowed_tree_passes() {
    let mut fields = "{name: Leaf, type: string}".to_owned();
    // Each level is a list and a mapping; the root, `reply` and `fields` come on top.
    for level in 0..62 {
        fields = format!("{{name: L{level}, type: object, fields: [{fields}]}}");
    }
    let operation = OPERATION.split_once("reply:").unwrap().0.to_owned();
    let operation = operation + "sources: [{title: x, supplies: [x]}]\nreply: {fields: [" + &fields + "]}\n";
    assert_eq!(codes(&operation), Vec::<&str>::new());
    let deeper = operation.replace("type: string}", "type: object, fields: [{name: Leaf, type: string}]}");
    assert_eq!(codes(deeper), ["E0107"]);
}

/// Pieces that a YAML reader has to think about.
fn piece() -> impl Strategy<Value = String> {
    let odd = [
        "- ",
        ": ",
        "? ",
        "\n",
        "\n  ",
        "\n    ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        "\"",
        "|",
        ">",
        "|2",
        "&a ",
        "*a",
        "!!str ",
        "#",
        " #",
        "~",
        "null",
        "<<: ",
        "---",
        "...",
        "%YAML 1.2\n",
        "%TAG ! x\n",
        "\t",
        "\r",
        "\r\n",
        "\\",
        "\u{feff}",
        "\u{2028}",
        "\u{85}",
        "é",
        "漢",
        "\0",
        "0",
        "1e3",
        "true",
        "name: ",
        "type: ",
        "type: object",
        "values: ",
        "fields: ",
        "items: ",
        "body: |\n",
        "\"\\0\"",
        "\"\\u0041\"",
    ];
    prop_oneof![3 => proptest::sample::select(odd.to_vec()).prop_map(str::to_owned), 1 => ".{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        report(PRODUCT, &bytes);
        report(&bytes, OPERATION.as_bytes());
    }

    #[test]
    fn any_yaml_like_text(pieces in proptest::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        report(PRODUCT, text.as_bytes());
        report(text.as_bytes(), OPERATION.as_bytes());
    }

    #[test]
    fn any_change_of_a_valid_file(cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..12, piece()), 1..4)) {
        let mut text: Vec<char> = OPERATION.chars().collect();
        for (at, length, piece) in cuts {
            let start = at.index(text.len());
            let end = (start + length).min(text.len() - 1);
            text.splice(start.min(end)..end, piece.chars());
        }
        report(PRODUCT, String::from_iter(text).as_bytes());
    }
}
