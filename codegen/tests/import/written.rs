//! What is written is what `fmt` leaves as it is, and reads back as what was written.

use super::random;
use alicloud_codegen::diagnostics::{Diagnostics, SourceText};
use alicloud_codegen::format;
use alicloud_codegen::import::write::{self, SpecFile};
use alicloud_codegen::schema::FileKind;
use alicloud_codegen::source::{self, Sources};
use alicloud_codegen::spec::{self, raw};
use proptest::prelude::*;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[test]
fn the_repositorys_specs_survive() {
    let mut count = 0;
    for folder in ["spec", "tests/fixtures", "tests/extension", "codegen/tests/ui/base"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
        for spec in spec_folders(&folder) {
            let mut problems = Diagnostics::new();
            let sources = source::read(&spec, 1, &mut problems);
            let specs = spec::parse(&sources, &mut problems);
            for product in &specs.products {
                survives(&product.product);
                product.operations.iter().for_each(|operation| survives(&operation.operation));
                product.shapes.iter().for_each(|shape| survives(&shape.shape));
                count += 1 + product.operations.len() + product.shapes.len();
            }
        }
    }
    assert!(count > 20, "{count}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_operation_survives(operation in random::operation()) {
        survives(&operation);
    }

    #[test]
    fn any_shape_survives(name in random::tidy(), fields in prop::collection::vec(random::field(), 0..4)) {
        survives(&raw::SharedShape { name, description: None, fields, origin: None, allow: Vec::new() });
    }

    /// What no file may hold is left out, and never makes a file that cannot be read.
    #[test]
    fn any_text_makes_a_file(name in random::text(), summary in random::text(), operation in random::operation()) {
        let operation = raw::Operation { name, summary, ..operation };
        canonical(&write::text(&operation).unwrap(), FileKind::Operation);
    }
}

/// Folders that hold spec files at `<product>/<version>/product.yaml`.
fn spec_folders(folder: &Path) -> Vec<PathBuf> {
    let folders = |folder: &Path| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
        let mut found: Vec<_> = entries.filter(|path| path.is_dir()).collect();
        found.sort();
        found
    };
    let is_spec = |folder: &PathBuf| {
        folders(folder)
            .iter()
            .any(|product| folders(product).iter().any(|version| version.join("product.yaml").is_file()))
    };
    let mut all = vec![folder.to_owned()];
    all.extend(folders(folder));
    let inner: Vec<_> = all.iter().flat_map(|folder| folders(folder)).collect();
    all.extend(inner);
    all.retain(is_spec);
    all.sort();
    all.dedup();
    all
}

fn survives<T: SpecFile + serde::de::DeserializeOwned>(file: &T) {
    let text = write::text(file).unwrap();
    canonical(&text, T::KIND);
    let again: T = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error} in\n{text}"));
    assert_eq!(without_digest(&again), without_digest(file), "{text}");
}

fn canonical(text: &str, kind: FileKind) {
    let source = Arc::new(SourceText::new("x.yaml", text.to_owned()));
    let formatted =
        format::text(&source, kind.shape()).unwrap_or_else(|problems| panic!("{problems:?} in\n{text}"));
    assert_eq!(text, formatted);
    let name = match kind {
        FileKind::Product => "a/1/product.yaml",
        FileKind::Shape => "a/1/shapes/x.yaml",
        _ => "a/1/x.yaml",
    };
    let (file, problems) = source::read_bytes(name, name, text.as_bytes());
    assert!(problems.is_empty(), "{problems:?} in\n{text}");
    let mut problems = Diagnostics::new();
    let _ = spec::parse(&Sources { files: vec![file.into()] }, &mut problems);
    problems.retain(|problem| problem.code.id != "E0205");
    assert!(problems.is_empty(), "{}\n{text}", problems.render_plain());
}

fn without_digest<T: SpecFile>(file: &T) -> Value {
    let mut value = serde_json::to_value(file).unwrap();
    if let Some(origin) = value.get_mut("origin").and_then(Value::as_object_mut) {
        origin.remove("digest");
    }
    value
}
