//! Reading a folder of spec files: which files, which texts, which places.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::unreachable)]

use alicloud_codegen::diagnostics::Diagnostics;
use alicloud_codegen::source::{Sources, Step, read, read_bytes};
use alicloud_codegen::spec::layout::{Layout, Shape};
use alicloud_codegen::spec::{self, raw};
use std::fs;
use std::path::Path;
use std::sync::Arc;

const PRODUCT: &str = include_str!("ui/base/product.yaml");
const OPERATION: &str = include_str!("ui/no-problem.yaml");

fn write(root: &Path, name: &str, text: impl AsRef<[u8]>) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn ids(diagnostics: &Diagnostics) -> Vec<&str> {
    diagnostics.sorted().iter().map(|problem| problem.code.id).collect()
}

#[test]
fn only_yaml_files_of_product_folders_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for name in [
        "b/1/z.yaml",
        "a/2/y.yaml",
        "a/2/product.yaml",
        "a/1/x.yaml",
        "a/1/readme.md",
        "a/1/x.yml",
        ".git/a/x.yaml",
        "a/1/deep/er.yaml",
    ] {
        write(root, name, OPERATION);
    }
    write(root, "README.md", "# Specs");
    let mut diagnostics = Diagnostics::new();
    let sources = read(root, 1, &mut diagnostics);
    let names: Vec<_> = sources.files.iter().map(|file| file.relative.as_str()).collect();
    assert_eq!(names, ["a/1/x.yaml", "a/2/product.yaml", "a/2/y.yaml", "b/1/z.yaml"]);
    // `x.yml` and the folder `deep`: what looks like a spec file is never passed over in silence.
    assert_eq!(ids(&diagnostics), ["E0205", "E0205"], "{}", diagnostics.render_plain());
    assert_eq!((sources.files[0].folder(), sources.files[0].name()), ("a/1", "x.yaml"));
    assert_eq!(sources.files[0].hash.len(), 64);
}

#[test]
fn misplaced_and_missing_files_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "get_thing.yaml", OPERATION);
    write(folder.path(), "demo/get_thing.yaml", OPERATION);
    let mut diagnostics = Diagnostics::new();
    assert!(read(folder.path(), 1, &mut diagnostics).files.is_empty());
    assert_eq!(ids(&diagnostics), ["E0205", "E0205"]);

    let mut diagnostics = Diagnostics::new();
    let _ = read(&folder.path().join("nowhere"), 1, &mut diagnostics);
    assert_eq!(ids(&diagnostics), ["E0101"]);
    assert!(diagnostics.render_plain().contains("/nowhere"));

    let empty = tempfile::tempdir().unwrap();
    let mut diagnostics = Diagnostics::new();
    let _ = read(empty.path(), 1, &mut diagnostics);
    assert_eq!(ids(&diagnostics), ["E0205"]);
}

#[test]
fn threads_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for index in 0..40 {
        let text = if index % 3 == 0 { "a: 1\na: 2\n" } else { OPERATION };
        write(folder.path(), &format!("demo/{}/{index}.yaml", index % 5), text);
    }
    let run = |jobs| {
        let mut diagnostics = Diagnostics::new();
        let sources = read(folder.path(), jobs, &mut diagnostics);
        let files: Vec<_> =
            sources.files.iter().map(|file| (file.relative.clone(), file.hash.clone())).collect();
        (files, diagnostics.render_plain())
    };
    let one = run(1);
    assert_eq!(one.0.len(), 40);
    for jobs in [0, 2, 8, 100] {
        assert_eq!(run(jobs), one, "{jobs} jobs");
    }
}

fn operation(text: &str) -> (Arc<alicloud_codegen::source::SourceFile>, raw::Operation) {
    let mut diagnostics = Diagnostics::new();
    let mut sources = Sources::default();
    for (name, text) in [("operation.yaml", text), ("product.yaml", PRODUCT)] {
        let (file, problems) = read_bytes(name, &format!("demo/2024-01-01/{name}"), text.as_bytes());
        diagnostics.extend(problems);
        sources.files.push(Arc::new(file));
    }
    let mut specs = spec::parse(&sources, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", diagnostics.render_plain());
    let spec = specs.products.remove(0).operations.remove(0);
    (spec.file, spec.operation)
}

#[test]
fn texts_keep_their_spelling() {
    for spelling in [
        "1000",
        "007",
        "1e3",
        "1.10",
        "yes",
        "true",
        "2014-05-26",
        "1:30",
        "0x1F",
        "***",
        "18446744073709551616",
    ] {
        for quoted in [spelling.to_owned(), format!("'{spelling}'"), format!("\"{spelling}\"")] {
            if quoted.starts_with('*') {
                continue;
            }
            let text = OPERATION.replacen("example: zh", &format!("example: {quoted}"), 1);
            let (_, operation) = operation(&text);
            assert_eq!(operation.parameters[0].example.as_deref(), Some(spelling));
        }
    }
    let (_, operation) = operation(&OPERATION.replacen("example: zh", "example: ''", 1));
    assert_eq!(operation.parameters[0].example.as_deref(), Some(""));
}

#[test]
fn line_ends_of_windows_are_fine() {
    let (_, unix) = operation(OPERATION);
    let (_, windows) = operation(&OPERATION.replace('\n', "\r\n"));
    assert_eq!(format!("{unix:?}"), format!("{windows:?}"));
}

#[test]
fn paths_lead_to_places() {
    let (file, _) = operation(OPERATION);
    let shown = |path: &[Step]| {
        let place = file.place(path);
        (&file.source.text()[place.key], &file.source.text()[place.mark])
    };
    assert_eq!(shown(&["name".into()]), ("name", "GetThing"));
    assert_eq!(shown(&["parameters".into()]), ("parameters", "parameters"));
    assert_eq!(shown(&["parameters".into(), 0.into(), "type".into()]), ("type", "string"));
    assert_eq!(shown(&["parameters".into(), 0.into()]).1, "name: Lang");
    assert_eq!(shown(&["samples".into(), 0.into(), "body".into()]), ("body", "body"));
    // Nothing is there: the last place that is.
    assert_eq!(shown(&["parameters".into(), 0.into(), "deprecated".into(), 3.into()]).1, "name: Lang");
    assert_eq!(shown(&["parameters".into(), 7.into()]), ("parameters", "parameters"));
}

#[test]
fn layouts_follow_the_declarations() {
    let Shape::Record(operation) = raw::Operation::shape() else { unreachable!() };
    let required: Vec<_> = operation.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    assert_eq!(required, ["name", "summary", "kind", "methods", "parameters"]);
    assert_eq!(operation.unless_imported(), ["authorization", "sources"]);
    let Shape::Record(parameter) = raw::Parameter::shape() else { unreachable!() };
    let required: Vec<_> = parameter.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    assert_eq!(required, ["name", "type", "position"]);
    assert!(parameter.keys.iter().all(|key| !key.doc.is_empty()));
    let Shape::Words(types) = raw::Type::shape() else { unreachable!() };
    assert_eq!(types.words.len(), 12);
    assert_eq!(raw::Type::Boolean.as_str(), "boolean");
}

/// Another YAML reader sees the same in every spec file of the repository.
#[test]
fn texts_are_what_another_reader_sees() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut compared = 0;
    for root in ["spec", "codegen/tests/ui", "codegen/tests/at_once", "tests/fixtures"] {
        let mut folders = vec![repository.join(root)];
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "yaml") {
                    compared += usize::from(compare(&path));
                }
            }
        }
    }
    assert!(compared > 100, "{compared}");
}

fn compare(path: &Path) -> bool {
    let Ok(text) = fs::read_to_string(path) else { return false };
    let shown = path.display().to_string();
    let (Ok(theirs), true) = (serde_yaml::from_str::<raw::Operation>(&text), text.contains("methods:"))
    else {
        return false;
    };
    let mut sources = Sources::default();
    for (name, text) in [("operation.yaml", text.as_str()), ("product.yaml", PRODUCT)] {
        let (file, _) = read_bytes(&shown, &format!("demo/2024-01-01/{name}"), text.as_bytes());
        sources.files.push(Arc::new(file));
    }
    let specs = spec::parse(&sources, &mut Diagnostics::new());
    let Some(ours) = specs.products.first().and_then(|product| product.operations.first()) else {
        return false;
    };
    assert_eq!(format!("{:?}", ours.operation), format!("{theirs:?}"), "{shown}");
    true
}
