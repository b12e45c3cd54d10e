//! The generator as a library.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use alicloud_codegen::{Builder, ErrorKind, Layout, Runtime};
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
        .only(["sas/GetCheckSale"])
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
    let dump = builder.only(["GetCheckSale"]).dump().unwrap();
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
        ("glob", builder().only(["["])),
        ("nothing", builder().only(["Nothing"])),
        ("file", builder().spec(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))),
    ] {
        let error = builder.generate().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Usage(_)), "{what}: {error}");
        assert!(error.to_string().contains("help: "), "{what}: {error}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
