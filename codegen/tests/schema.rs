//! The JSON Schemas: current, found by the modelines, and of one mind with the parser.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use alicloud_codegen::diagnostics::Diagnostics;
use alicloud_codegen::schema::{self, FileKind, MODELINE};
use alicloud_codegen::{source, spec};
use jsonschema::Validator;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const GUIDE: &str = include_str!("../../spec/README.md");

#[test]
fn the_committed_schemas_are_those_of_the_spec_language() {
    let schemas = schema::compare(&repository().join("spec/schema")).unwrap();
    assert!(
        schemas.stale.is_empty(),
        "stale: {:?}; run `cargo run -- schema --out spec/schema`",
        schemas.stale
    );
    assert_eq!(schemas.unchanged.len(), FileKind::ALL.len());
}

#[test]
fn they_are_draft_7_schemas() {
    for kind in FileKind::ALL {
        let schema: Value = serde_json::from_str(&schema::text(kind).unwrap()).unwrap();
        assert!(jsonschema::draft7::meta::is_valid(&schema), "{kind:?}");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    }
}

#[test]
fn every_key_and_word_is_explained_and_nothing_accepts_null() {
    for kind in FileKind::ALL {
        let schema: Value = serde_json::from_str(&schema::text(kind).unwrap()).unwrap();
        explained(&schema, kind.schema_file());
        assert!(!schema.to_string().contains("\"null\""));
    }
}

fn explained(schema: &Value, place: &str) {
    match schema {
        Value::Object(entries) => {
            for (key, value) in entries {
                explained(value, &format!("{place}/{key}"));
            }
            for (name, property) in entries.get("properties").and_then(Value::as_object).into_iter().flatten()
            {
                assert!(property["description"].is_string(), "{place}: {name} is not explained");
            }
            if entries.contains_key("const") {
                assert!(entries.contains_key("description"), "{place} is not explained");
            }
        }
        Value::Array(items) => items.iter().for_each(|item| explained(item, place)),
        _ => {}
    }
}

#[test]
fn every_spec_file_names_its_schema_and_satisfies_it() {
    let files = yaml_files(&repository().join("spec"));
    assert!(files.len() >= 4, "{files:?}");
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap();
        assert_eq!(first, kind(&path).modeline(), "{}", path.display());
        // As a language server does it: the path in the modeline, relative to the file.
        let named = first.strip_prefix(MODELINE).unwrap().trim().strip_prefix("$schema=").unwrap();
        let schema = path.parent().unwrap().join(named);
        let schema =
            fs::read_to_string(&schema).unwrap_or_else(|error| panic!("{}: {error}", schema.display()));
        let validator = validator(&schema);
        assert_valid(&validator, &text, &path.display().to_string());
    }
}

#[test]
fn every_valid_fixture_satisfies_its_schema() {
    let mut files = Vec::new();
    for folder in ["tests/fixtures", "tests/extension", "tests/build_step/spec", "codegen/tests/ui/base"] {
        files.extend(yaml_files(&repository().join(folder)));
    }
    files.extend([repository().join("codegen/tests/ui/no-problem.yaml")]);
    assert!(files.len() > 20, "{files:?}");
    for path in &files {
        let text = fs::read_to_string(path).unwrap();
        assert_valid(&of_kind(kind(path)), &text, &path.display().to_string());
    }
    println!("{} valid fixtures", files.len());
}

#[test]
fn the_examples_of_the_guide_satisfy_their_schemas() {
    let examples: Vec<_> = GUIDE
        .split("```yaml\n# spec/")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap().split_once('\n').unwrap())
        .collect();
    assert!(examples.len() >= 2);
    for (path, text) in examples {
        assert_valid(&of_kind(FileKind::of(path)), text, path);
    }
}

/// What a schema can say: keys, kinds of values, words.
#[test]
fn every_structural_mistake_is_rejected() {
    let mut rejected = Vec::new();
    let cases = repository().join("codegen/tests/ui");
    for path in yaml_files(&cases) {
        let relative = path.strip_prefix(&cases).unwrap().to_str().unwrap().replace('\\', "/");
        if ["E0201", "E0202", "E0203", "E0204"].iter().any(|code| relative.starts_with(code)) {
            let text = fs::read_to_string(&path).unwrap();
            let Some(problems) = structural_problems(&text, kind(&path)) else { continue };
            let value = json(&text);
            assert!(
                !of_kind(kind(&path)).is_valid(&value),
                "{relative} is accepted although it has {problems:?}"
            );
            rejected.push(relative);
        }
    }
    for code in ["E0201", "E0202", "E0203", "E0204"] {
        assert!(rejected.iter().any(|case| case.starts_with(code)), "no case of {code} in {rejected:?}");
    }
    println!("{} invalid fixtures", rejected.len());
}

/// The structural problems of a text, as the generator finds them. None for a text without such.
fn structural_problems(text: &str, kind: FileKind) -> Option<Vec<String>> {
    let name = if kind == FileKind::Product { "product.yaml" } else { "x.yaml" };
    let (file, problems) = source::read_bytes(name, &format!("demo/1/{name}"), text.as_bytes());
    assert!(problems.is_empty(), "{text}");
    let mut diagnostics = Diagnostics::new();
    let _ = spec::parse(&source::Sources { files: vec![file.into()] }, &mut diagnostics);
    let codes = diagnostics.sorted().into_iter().map(|problem| problem.code.id.to_owned());
    let codes: Vec<_> = codes.filter(|code| code.starts_with("E020") && code != "E0205").collect();
    (!codes.is_empty()).then_some(codes)
}

#[test]
fn schemas_in_the_spec_folder_are_no_specs() {
    let mut diagnostics = Diagnostics::new();
    let sources = source::read(&repository().join("spec"), 1, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", diagnostics.render_plain());
    assert!(sources.files.iter().all(|file| !file.relative.starts_with("schema/")));
}

#[test]
fn kinds_follow_from_paths() {
    for (path, kind) in [
        ("product.yaml", FileKind::Product),
        ("sas/2018-12-03/product.yaml", FileKind::Product),
        ("sas/2018-12-03/get_check_sale.yaml", FileKind::Operation),
        ("sas/2018-12-03/shapes/machine.yaml", FileKind::Shape),
        ("sas/2018-12-03/corrections.yaml", FileKind::Corrections),
        ("sas/2018-12-03/shapes/product.yaml", FileKind::Shape),
        ("get_check_sale.yaml", FileKind::Operation),
    ] {
        assert_eq!(FileKind::of(path), kind, "{path}");
    }
}

#[test]
fn files_are_written_once() {
    let folder = tempfile::tempdir().unwrap();
    let schemas = folder.path().join("spec/schema");
    assert_eq!(schema::write(&schemas).unwrap().stale.len(), FileKind::ALL.len());
    assert_eq!(schema::write(&schemas).unwrap().unchanged.len(), FileKind::ALL.len());
    fs::write(schemas.join("product.schema.json"), "{}").unwrap();
    assert_eq!(schema::compare(&schemas).unwrap().stale, [schemas.join("product.schema.json")]);
    // What is there is left to `schema --out`.
    assert!(schema::write_missing(&folder.path().join("spec")).unwrap().is_empty());
    assert_eq!(fs::read_to_string(schemas.join("product.schema.json")).unwrap(), "{}");
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn kind(path: &Path) -> FileKind {
    FileKind::of(&path.to_str().unwrap().replace('\\', "/"))
}

fn of_kind(kind: FileKind) -> Validator {
    validator(&schema::text(kind).unwrap())
}

fn validator(schema: &str) -> Validator {
    jsonschema::draft7::new(&serde_json::from_str(schema).unwrap()).unwrap()
}

fn json(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

fn assert_valid(validator: &Validator, text: &str, place: &str) {
    let value = json(text);
    let problems: Vec<_> = validator
        .iter_errors(&value)
        .map(|problem| format!("{}: {problem}", problem.instance_path()))
        .collect();
    assert!(problems.is_empty(), "{place}: {problems:#?}");
}

/// The YAML files below a folder that could be spec files.
fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(yaml_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            files.push(path);
        }
    }
    files.sort();
    files
}
