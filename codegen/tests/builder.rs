//! The generator as a library.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use alicloud_codegen::{Builder, ErrorKind, Layout, Runtime};
use std::collections::BTreeMap;
use std::fs;
use tempfile::TempDir;

const SPEC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec");

#[test]
fn generates_a_crate() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("tea");
    let runtime = folder.path().join("runtime");
    let builder = Builder::new()
        .spec(SPEC)
        .out(&out)
        .operations(["sas/GetCheckSale"])
        .jobs(0)
        .runtime(Runtime::Path(runtime))
        .package("tea");
    let outcome = builder.generate().unwrap();
    assert!(outcome.written.contains(&"src/sas/get_check_sale.rs".to_owned()), "{:?}", outcome.written);
    assert!(!out.join("src/sas/get_auth_summary.rs").exists());
    let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap();
    assert!(manifest.contains("name = \"tea\"") && manifest.contains("path = \"../runtime\""), "{manifest}");

    assert!(builder.check_drift().unwrap().is_none());
    let again = builder.generate().unwrap();
    assert_eq!((again.written.len(), again.unchanged.len()), (0, outcome.written.len()));
}

#[test]
fn generates_modules() {
    let folder = TempDir::new().unwrap();
    let outcome = Builder::new().spec(SPEC).out(folder.path()).layout(Layout::Modules).generate().unwrap();
    assert!(outcome.written.contains(&"alicloud.rs".to_owned()), "{:?}", outcome.written);
    assert!(outcome.written.iter().all(|path| path.ends_with(".rs") && !path.starts_with("tests/")));
}

#[test]
fn checks_and_dumps() {
    let builder = Builder::new().spec(SPEC);
    let checked = builder.check().unwrap();
    assert_eq!((checked.products, checked.operations), (1, 3));
    let dump = builder.operations(["GetCheckSale"]).dump().unwrap();
    assert!(dump.contains("\"GetCheckSale\"") && !dump.contains("\"GetAuthSummary\""));
}

#[test]
fn an_error_prints_all_problems() {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("x/1")).unwrap();
    fs::write(folder.path().join("x/1/product.yaml"), "language: 1\ncode: X\ncode: Y\n").unwrap();
    fs::write(folder.path().join("x/1/op.yaml"), "- not a mapping\n").unwrap();
    let error = Builder::new().spec(folder.path()).out(folder.path().join("out")).generate().unwrap_err();
    assert!(error.problems().is_some_and(|problems| problems.len() >= 2));
    let text = error.to_string();
    for part in ["E0105", "x/1/product.yaml:3:1", "E0203", "x/1/op.yaml:1:"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    // What `fn main() -> Result<(), Error>` prints is no less.
    assert_eq!(format!("{error:?}"), text);
    assert!(!folder.path().join("out").exists());
}

#[test]
fn settings_that_cannot_be_used_are_errors() {
    let folder = TempDir::new().unwrap();
    let builder = || Builder::new().spec(SPEC).out(folder.path());
    for (what, builder) in [
        ("package", builder().package("1st")),
        ("keyword", builder().package("fn")),
        ("version", builder().runtime(Runtime::Version("\" }\n".to_owned()))),
        ("glob", builder().operations(["["])),
        ("nothing", builder().operations(["Nothing"])),
        ("file", builder().spec(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))),
    ] {
        let error = builder.generate().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Usage(_)), "{what}: {error}");
        assert!(error.to_string().contains("help: "), "{what}: {error}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

const FOREST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/shapes");

/// The modules of some operations of a product whose operations share shapes.
fn forest(operations: &[&str]) -> BTreeMap<String, String> {
    let folder = TempDir::new().unwrap();
    let builder = Builder::new().spec(FOREST).out(folder.path()).layout(Layout::Modules);
    let outcome = builder.operations(operations.iter().copied()).generate().unwrap();
    let read = |path: String| (path.clone(), fs::read_to_string(folder.path().join(path)).unwrap());
    outcome.written.into_iter().map(read).collect()
}

/// Everything below the header, which tells of the files that it was made from.
fn item<'a>(text: &'a str, head: &str) -> &'a str {
    let start = text.find(head).unwrap_or_else(|| panic!("{head}"));
    let rest = &text[start..];
    &rest[..rest.find("\n    }").unwrap()]
}

#[test]
fn types_that_no_wanted_operation_needs_are_not_emitted() {
    let all = forest(&[]);
    let label = forest(&["LabelTree"]);
    assert!(!label.contains_key("forest/get_tree.rs"));
    for part in ["struct Tree", "struct Owner", "struct Nest", "enum Kind"] {
        assert!(all["forest/shapes.rs"].contains(part), "{part}");
        assert!(!label["forest/shapes.rs"].contains(part), "{part}");
    }
    // What stays is what it was.
    for (path, head) in [
        ("forest/shapes.rs", "pub struct Label {"),
        ("forest/request_shapes.rs", "pub struct Label {"),
        ("forest/label_tree.rs", "pub struct Reply {"),
    ] {
        assert_eq!(item(&label[path], head), item(&all[path], head));
    }

    // Through a list, a struct within, and around a circle.
    let tree = forest(&["forest/GetTr*"]);
    for part in ["struct Tree", "struct Owner", "struct Nest", "struct Label", "enum Kind"] {
        assert!(tree["forest/shapes.rs"].contains(part), "{part}");
    }
    assert!(!tree.contains_key("forest/request_shapes.rs"));
    assert!(!tree["forest/mod.rs"].contains("request_shapes"));
}

#[test]
fn only_modules_can_have_the_runtime_elsewhere() {
    let folder = TempDir::new().unwrap();
    let builder = || Builder::new().spec(SPEC).out(folder.path());
    for path in ["", "a b", "self::runtime", "super::runtime", "a::<B>", "a::", "\"", "fn"] {
        let error = builder().layout(Layout::Modules).runtime_path(path).generate().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Usage(_)), "{path}: {error}");
    }
    let error = builder().runtime_path("crate::runtime").generate().unwrap_err();
    assert!(error.to_string().contains("help: set a path of the runtime only for modules"), "{error}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);

    let outcome = builder().layout(Layout::Modules).runtime_path("crate::core::rt").generate().unwrap();
    let mut found = 0;
    for path in outcome.written {
        let text = fs::read_to_string(folder.path().join(&path)).unwrap();
        assert!(!text.contains("alicloud_runtime"), "{path}");
        found += text.matches("crate::core::rt::").count();
    }
    assert!(found > 20, "{found}");
}
