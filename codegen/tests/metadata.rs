//! Invented documents, one for each slip that real ones have, and what is read of them. A case is
//! `metadata/cases/<slug>.json`, with the texts of `<slug>.prose.json` where there is one.

#![allow(clippy::unwrap_used)]

#[path = "metadata/text.rs"]
mod text;

use alicloud_codegen::import::metadata::{CLOSED_LIST, FindingKind, RefusalKind, read};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn documents_are_read_as_recorded() {
    for case in cases() {
        let outcome = text::outcome(&read_case(&case));
        insta::with_settings!({ snapshot_path => "metadata/cases", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(case.file_stem().unwrap().to_str().unwrap(), outcome);
        });
    }
}

#[test]
fn every_kind_of_finding_has_a_case() {
    let mut found = BTreeSet::new();
    for case in cases() {
        if let Ok(document) = read_case(&case) {
            found.extend(document.findings.iter().map(|finding| finding.kind));
        }
    }
    let missing: Vec<_> = FindingKind::ALL.iter().filter(|kind| !found.contains(kind)).collect();
    assert!(missing.is_empty(), "no case in tests/metadata/cases for {missing:?}");
    let ids: BTreeSet<_> = FindingKind::ALL.iter().map(|kind| kind.id()).collect();
    assert_eq!(ids.len(), FindingKind::ALL.len());
}

#[test]
fn what_is_no_document_is_refused() {
    let info = |style: &str, rest: &str| {
        format!(r#"{{"info": {{"product": "Demo", "version": "2024-01-01", "style": "{style}"}}{rest}}}"#)
    };
    let api = r#", "apis": {"Get": {"methods": ["get"], "parameters": [PARAMETERS]}}"#;
    let host = api.replace("PARAMETERS", r#"{"name": "tenant", "in": "host", "schema": {"type": "string"}}"#);
    let bare = api.replace("PARAMETERS", "");
    let sources = [
        String::new(),
        " \n".to_owned(),
        "{\"info\": {\n  \"product\": \"De".to_owned(),
        "{\"info\": }".to_owned(),
        "{\"info\": {}} x".to_owned(),
        "<!doctype html><title>Gone</title>".to_owned(),
        "[".repeat(10_000),
        r#"{"info": {"product": "\ud800"}}"#.to_owned(),
        "[]".to_owned(),
        "null".to_owned(),
        r#""text""#.to_owned(),
        r#"{"code": 500, "message": "unavailable"}"#.to_owned(),
        r#"{"Code": "NotFound", "requestId": "1", "apis": {}}"#.to_owned(),
        "{}".to_owned(),
        r#"{"info": ["Demo"], "apis": {"Get": {}}}"#.to_owned(),
        r#"{"info": {"product": "Demo", "style": "RPC"}, "apis": {"Get": {}}}"#.to_owned(),
        info("RPC", ""),
        info("RPC", r#", "apis": {}"#),
        info("RPC", r#", "apis": ["Get"]"#),
        info("RPC", r#", "apis": {"Get": null, "": {}}"#),
        info("OSS", &bare),
        info("FC", &bare),
        info("PDS", &bare),
        info("AliGenie", &bare),
        info("SOAP", &bare),
        info("ROA", &host),
        info("rpc", &bare),
    ];
    let mut report = String::new();
    for source in &sources {
        let shown: String = source.chars().take(100).collect();
        report.push_str(&format!("{shown:?}\n{}", text::outcome(&read(source, None))));
    }
    insta::with_settings!({ snapshot_path => "metadata", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("refusals", report);
    });
}

/// Nothing about the second document keeps the first from being read.
#[test]
fn a_second_document_that_is_not_usable_is_a_finding() {
    let structure = r#"{"info": {"product": "Demo", "version": "1", "style": "RPC"},
        "apis": {"Get": {"methods": ["get"], "responses": {"200": {}}, "summary": "Original"}}}"#;
    for (prose, reason) in [
        ("", "the document is empty"),
        ("{\"info\"", "1:7: the document ends in the middle"),
        ("[1]", "this is JSON, but no object"),
        (r#"{"code": 404}"#, "the portal answered with the error 404"),
        (&structure.replace("Demo", "Other"), "it is about Other@1, and this one about Demo@1"),
        ("{}", "it is about @, and this one about Demo@1"),
    ] {
        let document = read(structure, Some(prose)).unwrap();
        let [finding] = document.findings.as_slice() else { panic!("{:?}", document.findings) };
        assert_eq!(finding.kind, FindingKind::ProseUnusable);
        assert!(finding.text.contains(reason), "{}", finding.text);
        assert_eq!(document.prose_language, None);
    }
    let cased =
        read(structure, Some(&structure.replace("Demo", "demo").replace("Original", "Other"))).unwrap();
    assert_eq!(cased.apis.first().unwrap().summary.as_deref(), Some("Other"));
    assert!(cased.findings.is_empty());
}

#[test]
fn the_closed_list_can_be_printed() {
    let lines: Vec<_> = CLOSED_LIST.iter().map(|feature| format!("{}: {feature}", feature.id())).collect();
    insta::with_settings!({ snapshot_path => "metadata", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("closed_list", lines.join("\n"));
    });
}

/// A byte order mark is no part of a document, and documents can be large in every direction.
#[test]
fn size_and_depth_are_bounded_by_json_alone() {
    let document = |schema: &str| {
        format!(
            r#"{}{{"info": {{"product": "Demo", "version": "1", "style": "RPC"}}, "apis": {{"Get": {{"methods":
            ["post"], "responses": {{"200": {{"schema": {schema}}}}}}}}}}}"#,
            '\u{feff}'
        )
    };
    let deep = 115;
    let schema = r#"{"type": "array", "items": "#.repeat(deep) + r#"{"type": "string"}"# + &"}".repeat(deep);
    assert!(read(&document(&schema), None).unwrap().findings.is_empty());
    let deep = 200;
    let schema = r#"{"type": "array", "items": "#.repeat(deep) + r#"{"type": "string"}"# + &"}".repeat(deep);
    assert_eq!(read(&document(&schema), None).unwrap_err().kind, RefusalKind::NotJson);
    let properties: Vec<String> =
        (0..50_000).map(|number| format!(r#""P{number}": {{"type": "string"}}"#)).collect();
    let reversed: Vec<&str> = properties.iter().rev().map(String::as_str).collect();
    let wide =
        |properties: String| document(&format!(r#"{{"type": "object", "properties": {{{properties}}}}}"#));
    let read = read(&wide(properties.join(",")), Some(&wide(reversed.join(",")))).unwrap();
    assert!(read.findings.is_empty());
}

fn read_case(
    case: &Path,
) -> Result<alicloud_codegen::import::metadata::Document, alicloud_codegen::import::metadata::Refusal> {
    let prose = fs::read_to_string(case.with_extension("prose.json")).ok();
    read(&fs::read_to_string(case).unwrap(), prose.as_deref())
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/metadata/cases");
    let mut cases: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.ends_with(".json") && !name.ends_with(".prose.json")
    });
    cases.sort();
    cases
}
