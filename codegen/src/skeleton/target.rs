use super::names;
use crate::diagnostics::{Diagnostics, suggest};
use crate::error::Error;
use crate::source::{self, SourceFile, Sources};
use std::path::Path;
use std::sync::Arc;

/// Where an operation goes.
pub(super) enum Target {
    /// Beside an existing `product.yaml`.
    Existing(Arc<SourceFile>),
    /// Into a folder of its own, with a new `product.yaml`.
    New {
        /// Below the spec folder, with `/`.
        folder: String,
        code: String,
        version: String,
        module: String,
    },
}

/// Finds the product, by code or module and whatever the case, or plans a new one where a version is given.
pub(super) fn find(sources: &Sources, product: &str, version: Option<&str>) -> Result<Target, Error> {
    let products: Vec<_> = sources.files.iter().filter(|file| file.name() == "product.yaml").collect();
    let is_it = |file: &&&Arc<SourceFile>| {
        ["code", "module"]
            .iter()
            .any(|key| value(file, key).is_some_and(|found| found.eq_ignore_ascii_case(product)))
    };
    let found: Vec<_> = products.iter().filter(is_it).copied().collect();
    let of_version =
        |file: &&&Arc<SourceFile>| version.is_none_or(|version| value(file, "version") == Some(version));
    let matching: Vec<_> = found.iter().filter(of_version).copied().collect();
    match (matching.as_slice(), version) {
        ([one], _) => Ok(Target::Existing(Arc::clone(one))),
        ([], Some(version)) => Ok(new(&products, found.first().copied(), product, version)),
        ([], None) => Err(unknown(&products, product)),
        ([first, ..], _) => {
            let versions: Vec<_> = matching.iter().filter_map(|file| value(file, "version")).collect();
            let example = value(first, "version").unwrap_or_default();
            Err(Error::usage(format!(
                "`{product}` has several versions: {}\n  help: choose one, for example with `--version {example}`",
                versions.join(", ")
            )))
        }
    }
}

/// All spec files, with or without problems: those of others do not matter here.
pub(super) fn read(spec_dir: &Path) -> Sources {
    source::read(spec_dir, 1, &mut Diagnostics::new())
}

/// The text at a key of a file's root.
pub(super) fn value<'a>(file: &'a SourceFile, key: &str) -> Option<&'a str> {
    file.tree.as_ref()?.get(key)?.value.text()
}

fn new(
    products: &[&Arc<SourceFile>],
    sibling: Option<&Arc<SourceFile>>,
    product: &str,
    version: &str,
) -> Target {
    let code = sibling.and_then(|file| value(file, "code")).unwrap_or(product).to_owned();
    let plain = names::module(&code);
    let of_sibling = sibling.and_then(|file| file.relative.split('/').next()).map(str::to_owned);
    let folder = format!("{}/{version}", of_sibling.unwrap_or_else(|| plain.clone()));
    let is_taken = products.iter().any(|file| value(file, "module") == Some(&plain));
    // No two products share a module.
    let module =
        if is_taken { names::module(&format!("{plain}_{}", version.replace(['-', '.'], ""))) } else { plain };
    Target::New { folder, code, version: version.to_owned(), module }
}

fn unknown(products: &[&Arc<SourceFile>], product: &str) -> Error {
    let names = products.iter().flat_map(|file| ["code", "module"].map(|key| value(file, key)));
    let begin = "to begin a new product, add its API version, for example `--version 2018-12-03`";
    let help = match suggest(product, names.flatten()) {
        Some(near) => format!("did you mean `{near}`? Otherwise, {begin}"),
        None => begin.to_owned(),
    };
    Error::usage(format!("no product has the code or the module `{product}`\n  help: {help}"))
}
