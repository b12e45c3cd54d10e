use super::layout::Layout;
use super::{OperationSpec, ProductSpec, ShapeSpec, Specs, deserialize, raw, structure};
use crate::diagnostics::{Diagnostic, Diagnostics, codes};
use crate::import::corrections;
use crate::import::write::CORRECTIONS;
use crate::source::{SourceFile, Sources};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Versions of the spec language that this generator reads. Each is part of the next one.
const LANGUAGES: &[&str] = &["1", "2"];
/// File of a folder that describes the product; the others are its operations.
const PRODUCT_FILE: &str = "product.yaml";

/// Reads spec files into the types of [`raw`].
///
/// All structural problems of all files go into `diagnostics`. A file that has one is left out of the result,
/// so the result is complete only if no error was reported.
#[must_use]
pub fn parse(sources: &Sources, diagnostics: &mut Diagnostics) -> Specs {
    let mut specs = Specs::default();
    for folder in sources.files.chunk_by(|one, next| one.product_folder() == next.product_folder()) {
        parse_folder(folder, &mut specs, diagnostics);
    }
    specs
}

fn parse_folder(folder: &[Arc<SourceFile>], specs: &mut Specs, diagnostics: &mut Diagnostics) {
    let product_file = folder.iter().find(|file| file.name() == PRODUCT_FILE);
    if let Some(unsupported) = product_file.and_then(|file| unsupported_language(file)) {
        // The other language may have any keys and rules: nothing else about these files can be said.
        return diagnostics.push(unsupported);
    }
    if let (None, Some(first)) = (product_file, folder.first()) {
        diagnostics.push(product_missing(first));
    }
    let product = product_file.and_then(|file| parse_file::<raw::Product>(file, diagnostics));
    let (shape_files, others): (Vec<_>, Vec<_>) = folder.iter().partition(|file| file.is_shape());
    let (corrections, others): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|file| file.name() == CORRECTIONS);
    for file in corrections {
        if parse_corrections(file, diagnostics).is_some() {
            specs.corrections.push(Arc::clone(file));
        }
    }
    let operation_files: Vec<_> = others.into_iter().filter(|file| file.name() != PRODUCT_FILE).collect();
    duplicate_operations(operation_files.iter().copied(), diagnostics);
    let mut operations = Vec::with_capacity(operation_files.len());
    for file in &operation_files {
        let operation = parse_file::<raw::Operation>(file, diagnostics);
        operations.extend(operation.map(|operation| OperationSpec { file: Arc::clone(file), operation }));
    }
    let mut shapes = Vec::with_capacity(shape_files.len());
    for file in &shape_files {
        let shape = parse_file::<raw::SharedShape>(file, diagnostics);
        shapes.extend(shape.map(|shape| ShapeSpec { file: Arc::clone(file), shape }));
    }
    match (product_file, product) {
        (Some(file), Some(product)) => specs.products.push(ProductSpec {
            file: Arc::clone(file),
            product,
            all_operations: operations.len() == operation_files.len(),
            all_shapes: shapes.len() == shape_files.len(),
            operations,
            shapes,
        }),
        _ => specs.orphans.extend(operations),
    }
}

/// Reads a file of corrections. They change what is imported, so that they are no part of [`Specs`].
#[must_use]
pub fn parse_corrections(file: &SourceFile, diagnostics: &mut Diagnostics) -> Option<raw::Corrections> {
    let parsed = parse_file::<raw::Corrections>(file, diagnostics)?;
    let problems = corrections::problems(file, &parsed);
    let is_right = problems.is_empty();
    diagnostics.extend(problems);
    is_right.then_some(parsed)
}

fn parse_file<T: Layout + DeserializeOwned>(file: &SourceFile, diagnostics: &mut Diagnostics) -> Option<T> {
    let tree = file.tree.as_ref()?;
    let problems = structure::compare(file, tree, T::shape());
    let sound = file.sound && problems.is_empty();
    diagnostics.extend(problems);
    if !sound {
        return None;
    }
    match deserialize::deserialize(file, tree) {
        Ok(value) => Some(value),
        Err(problem) => {
            diagnostics.push(*problem);
            None
        }
    }
}

fn unsupported_language(file: &SourceFile) -> Option<Diagnostic> {
    let language = &file.tree.as_ref()?.get("language")?.value;
    let version = language.text().filter(|text| !LANGUAGES.contains(text) && text.parse::<u32>().is_ok())?;
    let latest = LANGUAGES.last().copied().unwrap_or_default();
    let problem =
        Diagnostic::error(codes::LANGUAGE_VERSION, format!("spec language {version} is not supported"))
            .at(
                &file.source,
                language.span.clone(),
                format!("this generator reads versions {}", LANGUAGES.join(" and ")),
            )
            .help(format!("write `language: {latest}`, or use a generator that reads version {version}"));
    Some(problem)
}

fn product_missing(file: &SourceFile) -> Diagnostic {
    let shown = file.source.path();
    let folder = shown.rsplit_once('/').map_or(".", |(folder, _)| folder);
    Diagnostic::error(codes::PRODUCT_MISSING, format!("`{PRODUCT_FILE}` is missing"))
        .at_path(folder)
        .help(format!("operations need a `{PRODUCT_FILE}` beside them that describes their product"))
}

/// Works on the trees, so that it also sees files that have other problems.
fn duplicate_operations<'a>(files: impl Iterator<Item = &'a Arc<SourceFile>>, diagnostics: &mut Diagnostics) {
    let mut seen: HashMap<&str, (&SourceFile, Range<usize>)> = HashMap::new();
    for file in files {
        let Some(entry) = file.tree.as_ref().and_then(|tree| tree.get("name")) else { continue };
        let Some(name) = entry.value.text() else { continue };
        let span = entry.value.span.clone();
        match seen.get(name) {
            Some((first, place)) => diagnostics.push(
                Diagnostic::error(
                    codes::DUPLICATE_OPERATION,
                    format!("operation `{name}` is described twice"),
                )
                .at(&file.source, span, "described here again")
                .also(&first.source, place.clone(), "first described here")
                .help("delete one of the two files, or give this one the name of its operation"),
            ),
            None => {
                seen.insert(name, (file, span));
            }
        }
    }
}
