//! Every emitted file of the three operations and of the fixtures, as text.
//!
//! A fixed set: operations that are added to `spec/` add no snapshot. After a change of the emitter, run with
//! `INSTA_UPDATE=always` and read the difference.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "fixtures/features.rs"]
mod features;

use alicloud_codegen::rust::Files;
use alicloud_codegen::{Layout, Options, Runtime, pipeline};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots");
const OPERATIONS: [&str; 3] = ["sas/GetAuthSummary", "sas/GetCheckSale", "sas/GetModuleTrialAuthInfo"];

/// It differs with what operations can do: that of the three operations and those of these fixtures are all forms.
const CALL: &str = "src/call.rs";
const CALLS: [&str; 4] = ["required", "events", "pagination", "asynchronous"];

fn emit(spec: PathBuf, only: &[&str], layout: Layout) -> Files {
    let root = Path::new(ROOT);
    let options = Options {
        spec,
        out: root.join("generated-sdk"),
        runtime: Runtime::Path(root.join("runtime")),
        layout,
        ..Options::default()
    };
    let only: Vec<String> = only.iter().map(|glob| (*glob).to_owned()).collect();
    let resolved = pipeline::load(&options).and_then(|loaded| loaded.resolve(&only));
    let resolved = resolved.unwrap_or_else(|error| panic!("{}: {error}", options.spec.display()));
    pipeline::emit(&resolved.model, &options).unwrap()
}

fn sas() -> Files {
    emit(Path::new(ROOT).join("spec"), &OPERATIONS, Layout::Crate)
}

/// Name and text of every snapshot.
fn all() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut add = |set: &str, files: Files| {
        all.extend(
            files.into_iter().map(|(path, text)| (format!("{set}__{}", path.replace('/', "__")), text)),
        );
    };
    let sas = sas();
    let mut calls = vec![body(&sas[CALL]).to_owned()];
    for name in CALLS {
        let files = emit(Path::new(features::FIXTURES).join(name), &[], Layout::Crate);
        calls.push(body(&files[CALL]).to_owned());
    }
    add("sas", sas);
    for feature in features::features().unwrap() {
        let name = feature.file_name().unwrap().to_str().unwrap().to_owned();
        let mut files = emit(feature, &[], Layout::Crate);
        if !CALLS.contains(&name.as_str()) {
            let call = files.remove(CALL).unwrap();
            assert!(calls.iter().any(|known| known == body(&call)), "{name}: {CALL} has another form");
        }
        add(&name, files);
    }
    // The other layout differs in its root and in the examples.
    let mut modules = emit(Path::new(features::FIXTURES).join("scalars"), &[], Layout::Modules);
    modules.retain(|path, _| path == "alicloud.rs" || path.ends_with("record_measurement.rs"));
    add("modules", modules);
    all
}

/// A file without its header.
fn body(text: &str) -> &str {
    text.split_once('\n').unwrap().1
}

#[test]
fn emitted_files() {
    let failed: Vec<String> = all()
        .into_iter()
        .filter_map(|(name, text)| {
            let settings = insta::Settings::clone_current();
            let compared = catch_unwind(AssertUnwindSafe(|| {
                let mut settings = settings;
                settings.set_prepend_module_to_snapshot(false);
                settings.set_omit_expression(true);
                settings.bind(|| insta::assert_snapshot!(name.as_str(), text));
            }));
            compared.is_err().then_some(name)
        })
        .collect();
    assert!(failed.is_empty(), "{} snapshots differ:\n  {}", failed.len(), failed.join("\n  "));
}

/// insta passes over snapshots that no test asks for.
#[test]
fn every_snapshot_is_of_an_emitted_file() {
    let known: BTreeSet<String> = all().into_iter().map(|(name, _)| format!("{name}.snap")).collect();
    // Before the first run there is no folder.
    let stored = std::fs::read_dir(FOLDER).into_iter().flatten();
    let stored = stored.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let orphans: Vec<String> =
        stored.filter(|name| name.ends_with(".snap") && !known.contains(name)).collect();
    assert!(
        orphans.is_empty(),
        "no file is emitted for:\n  {}\nnext step: delete them",
        orphans.join("\n  ")
    );
}

#[test]
fn nothing_derives_serde_and_no_macro_is_procedural() {
    const DERIVES: [&str; 2] = ["#[derive(Default)]", "#[derive(Clone)]"];
    for (name, text) in all().iter().filter(|(name, _)| name.ends_with(".rs")) {
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
            assert!(!line.contains("serde"), "{name}: {line}");
            assert!(!line.contains("Serialize") && !line.contains("Deserialize"), "{name}: {line}");
            // A client of a product derives two more, and the table of products three.
            let known = DERIVES.contains(&line)
                || ["#[derive(Clone, Debug)]", "#[derive(Clone, Copy, Debug)]"].contains(&line);
            assert!(known || !line.contains("derive("), "{name}: {line}");
        }
    }
}
