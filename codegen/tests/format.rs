//! The canonical form of spec files. A case is `format/<name>.yaml`, an operation file, or `format/product-<name>.yaml`; its
//! canonical form is in the `.snap` beside it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use alicloud_codegen::diagnostics::SourceText;
use alicloud_codegen::format;
use alicloud_codegen::schema::FileKind;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[test]
fn canonical_forms_are_as_recorded() {
    for case in cases() {
        let formatted = formatted(kind(&case), &fs::read_to_string(&case).unwrap());
        insta::with_settings!({ snapshot_path => "format", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name(&case), formatted);
        });
    }
}

#[test]
fn a_canonical_form_is_its_own() {
    for case in cases() {
        let once = formatted(kind(&case), &fs::read_to_string(&case).unwrap());
        assert_eq!(formatted(kind(&case), &once), once, "{}", name(&case));
    }
}

#[test]
fn every_line_break_becomes_a_line_feed() {
    for case in cases() {
        let text = fs::read_to_string(&case).unwrap();
        let expected = formatted(kind(&case), &text);
        assert_eq!(formatted(kind(&case), &text.replace('\n', "\r\n")), expected, "{}", name(&case));
        assert_eq!(formatted(kind(&case), &text.replace('\n', "\r")), expected, "{}", name(&case));
    }
}

#[test]
fn what_is_no_spec_yaml_is_reported() {
    for (text, code) in
        [("a: [", "E0102"), ("", "E0103"), ("a: &x 1", "E0104"), ("a: 1\na: 2", "E0105"), ("a:", "E0108")]
    {
        let source = Arc::new(SourceText::new("x.yaml", text));
        let problems = format::text(&source, FileKind::Operation.shape()).unwrap_err();
        assert_eq!(problems[0].code.id, code, "{text:?}");
    }
}

fn formatted(kind: FileKind, text: &str) -> String {
    let source = Arc::new(SourceText::new("x.yaml", text));
    format::text(&source, kind.shape()).unwrap_or_else(|problems| {
        let all: Vec<_> = problems.iter().map(|problem| &problem.message).collect();
        panic!("{all:?} in {text}")
    })
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|kind| kind == "yaml")).collect();
    cases.sort();
    assert!(cases.len() > 5);
    cases
}

fn name(case: &Path) -> String {
    case.file_stem().unwrap().to_string_lossy().into_owned()
}

fn kind(case: &Path) -> FileKind {
    if name(case).starts_with("product-") { FileKind::Product } else { FileKind::Operation }
}
