//! Documents become specs: facts, values out of prose, pages, and names that stay.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use alicloud_codegen::diagnostics::Diagnostics;
use alicloud_codegen::import::pins::{History, pin};
use alicloud_codegen::import::{Imported, lower, metadata, settle, write};
use alicloud_codegen::{Builder, model, pipeline, source, spec};
use std::fs;
use std::path::Path;

fn import(json: &str, history: &History) -> Imported {
    let document = metadata::read(json, None).unwrap();
    let mut imported = lower::lower(&document, |_| true).imported;
    settle(&mut imported);
    pin(&mut imported, history);
    imported
}

/// All files, one after the other.
fn files(imported: &Imported) -> String {
    let mut all = write::text(&imported.product).unwrap();
    for operation in &imported.operations {
        all.push_str(&format!("\n=== {}\n{}", operation.name, write::text(operation).unwrap()));
    }
    for shape in &imported.shapes {
        all.push_str(&format!("\n=== shape {}\n{}", shape.name, write::text(shape).unwrap()));
    }
    all
}

#[test]
fn documents_become_specs() {
    insta::glob!("lowering/*.json", |path| {
        let imported = import(&fs::read_to_string(path).unwrap(), &History::default());
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        insta::with_settings!({ snapshot_path => "lowering", prepend_module_to_snapshot => false, omit_expression => true, snapshot_suffix => "" }, {
            insta::assert_snapshot!(name, files(&imported));
        });
    });
}

/// What is imported has no errors and no warnings, and the generator makes a crate of it.
#[test]
fn what_is_imported_is_accepted() {
    for name in ["calls", "facts"] {
        let json = fs::read_to_string(format!("tests/lowering/{name}.json")).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let plan =
            write::plan(&import(&json, &History::default()), folder.path(), &Default::default()).unwrap();
        plan.apply().unwrap();
        let mut diagnostics = Diagnostics::new();
        let _ = pipeline::examine(&source::read(folder.path(), 1, &mut diagnostics), &mut diagnostics);
        let problems = diagnostics.render_plain();
        assert!(!diagnostics.has_errors() && !problems.contains("warning"), "{name}: {problems}");
        Builder::new().spec(folder.path()).out(folder.path().join("out")).generate().unwrap();
    }
}

/// The names that a spec folder is generated with.
fn names(folder: &Path) -> (model::Model, History) {
    let mut diagnostics = Diagnostics::new();
    let sources = source::read(folder, 1, &mut diagnostics);
    let model = model::resolve(&spec::parse(&sources, &mut diagnostics), &mut diagnostics);
    let history = History::of(&model);
    (model, history)
}

/// Types and fields by operation and path.
fn listed(model: &model::Model) -> Vec<String> {
    let mut all = Vec::new();
    for operation in &model.products[0].operations {
        for (index, shape) in operation.definitions.shapes.iter().enumerate() {
            for member in &shape.members {
                let side = if shape.sent { "request" } else { "reply" };
                let _ = index;
                all.push(format!(
                    "{} {side} {} = {}::{}",
                    operation.name, member.path, shape.name, member.name
                ));
            }
        }
        for enumeration in &operation.definitions.enumerations {
            for variant in &enumeration.variants {
                all.push(format!(
                    "{} {}::{} = {}",
                    operation.name, enumeration.name, variant.name, variant.value
                ));
            }
        }
    }
    all
}

#[test]
fn what_is_added_renames_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let json = fs::read_to_string("tests/lowering/facts.json").unwrap();
    let first = import(&json, &History::default());
    write::plan(&first, folder.path(), &Default::default()).unwrap().apply().unwrap();
    let (before, history) = names(folder.path());
    let before = listed(&before);

    // In front of everything: fields, types and values whose names are taken, and an operation.
    let grown = json
        .replace(
            r#"{"name":"PageSize","in":"query","schema":{"type":"integer","format":"int32","default""#,
            r#"{"name":"pageSize","in":"query","schema":{"type":"string"}},
               {"name":"First","in":"query","style":"json","schema":{"type":"object","properties":{"Tag":{"type":"object","properties":{"A":{"type":"string"}}},"Data":{"type":"object","properties":{"A":{"type":"string"}}},"States":{"type":"string","enum":["ready","empty"]},"Order":{"type":"string","enum":["x","y"]}}}},
               {"name":"PageSize","in":"query","schema":{"type":"integer","format":"int32","default""#,
        )
        .replace(r#""enum":["asc","desc","-asc"]"#, r#""enum":["Asc","asc","desc","-asc"]"#)
        .replace(r#""apis":{"#, r#""apis":{"ListBrew":{"methods":["get"],"schemes":["https"],"security":[{"AK":[]}],"parameters":[],"responses":{}},"#);
    assert_ne!(grown, json);
    let second = import(&grown, &history);
    write::plan(&second, folder.path(), &Default::default()).unwrap().apply().unwrap();
    let (after, _) = names(folder.path());
    let after = listed(&after);
    let lost: Vec<_> = before.iter().filter(|name| !after.contains(name)).collect();
    assert!(lost.is_empty(), "{lost:#?}\nafter: {after:#?}");
    assert!(after.len() > before.len());

    // And again: nothing changes any more.
    let (_, history) = names(folder.path());
    let plan = write::plan(&import(&grown, &history), folder.path(), &Default::default()).unwrap();
    let counts = plan.counts();
    assert_eq!((counts.created, counts.changed, counts.removed), (0, 0, 0), "{counts:?}");
}
