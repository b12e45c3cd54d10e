use std::fs;
use std::path::Path;
use std::process::Command;

use syn::{ImplItem, ImplItemFn, Item, ItemImpl, Type};

use crate::context::Context;
use crate::error::{Error, Result};
use crate::measure;

/// Installs a program of the registry at this version below a folder of that name, and gives the version. Nothing is done where
/// it is there.
pub(super) fn cargo_install(context: &Context, package: &str, version: &str, folder: &str) -> Result<String> {
    let root = context.tools.join(folder);
    // Cargo would ask its index first, and wait where another cargo runs.
    let installed = fs::read_to_string(root.join(".crates.toml")).unwrap_or_default();
    if !installed.contains(&format!("\"{package} {version} ")) {
        let mut cargo = Command::new("cargo");
        cargo.args(["install", "--locked", package, "--version", version, "--root"]).arg(&root);
        measure::run(&mut cargo)?;
    }
    Ok(version.to_owned())
}

/// Changes the manifest of a package. The change tells whether it found what it changes.
pub(super) fn edit_manifest(package: &Path, change: impl FnOnce(&mut toml::Table) -> bool) -> Result<()> {
    let path = package.join("Cargo.toml");
    let bad = |said: String| Error::new(format!("{}: {said}", path.display()));
    let text = fs::read_to_string(&path).map_err(|error| bad(error.to_string()))?;
    let mut manifest: toml::Table = text.parse().map_err(|error: toml::de::Error| bad(error.to_string()))?;
    if !change(&mut manifest) {
        return Err(bad("not the manifest that was expected".to_owned()));
    }
    let text = toml::to_string(&manifest).map_err(|error| bad(error.to_string()))?;
    Ok(fs::write(&path, text)?)
}

/// The items of a Rust file.
pub(super) fn items(path: &Path) -> Result<Vec<Item>> {
    let text =
        fs::read_to_string(path).map_err(|error| Error::new(format!("{}: {error}", path.display())))?;
    let file = syn::parse_file(&text).map_err(|error| Error::new(format!("{}: {error}", path.display())))?;
    Ok(file.items)
}

/// The inherent `impl` blocks of types among items, with the names of the types.
pub(super) fn blocks(items: &[Item]) -> impl Iterator<Item = (String, &ItemImpl)> {
    items.iter().filter_map(|item| match item {
        Item::Impl(block) if block.trait_.is_none() => Some((type_name(&block.self_ty)?, block)),
        _ => None,
    })
}

/// The functions of an `impl` block.
pub(super) fn functions(block: &ItemImpl) -> impl Iterator<Item = &ImplItemFn> {
    block.items.iter().filter_map(|item| match item {
        ImplItem::Fn(function) => Some(function),
        _ => None,
    })
}

/// The last part of a type's path.
pub(super) fn type_name(of: &Type) -> Option<String> {
    let Type::Path(path) = of else { return None };
    path.path.segments.last().map(|last| last.ident.to_string())
}
