use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use crate::context::Context;
use crate::error::{Error, Result};

/// A published crate for a service of another cloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Published {
    /// Amazon's for its Security Hub.
    Aws,
    /// Google's for its Security Command Center.
    Google,
}

/// A crate's source, out of the registry.
#[derive(Debug)]
pub(super) struct Source {
    /// The folder.
    pub(super) folder: PathBuf,
    /// Its version.
    pub(super) version: String,
    /// How many operations it has.
    pub(super) operations: usize,
}

/// What cargo knows of the packages that a manifest leads to.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// One of them.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    manifest_path: PathBuf,
}

impl Published {
    /// All of them.
    pub(super) const ALL: [Self; 2] = [Self::Aws, Self::Google];

    /// Its name in the registry.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Aws => "aws-sdk-securityhub",
            Self::Google => "google-cloud-securitycenter-v2",
        }
    }

    /// Puts the newest version 1 of its source that this compiler takes into a folder of its own.
    ///
    /// # Errors
    ///
    /// The registry cannot be reached, or no operation is found in the source.
    pub(super) fn fetch(self, context: &Context) -> Result<Source> {
        let name = self.name();
        let asking = context.work.join("compile/registry").join(name);
        fs::create_dir_all(asking.join("src"))?;
        fs::write(asking.join("src/lib.rs"), "")?;
        fs::write(
            asking.join("Cargo.toml"),
            format!(
                "[package]\nname = \"asking\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
                 [dependencies]\n{name} = \"1\"\n"
            ),
        )?;
        let mut cargo = Command::new("cargo");
        let output = cargo.args(["metadata", "--format-version", "1"]).current_dir(&asking).output()?;
        if !output.status.success() {
            return Err(Error::new(String::from_utf8_lossy(&output.stderr).into_owned()));
        }
        let metadata: Metadata = serde_json::from_slice(&output.stdout)?;
        let package = metadata.packages.into_iter().find(|package| package.name == name);
        let missing = || Error::new(format!("{name}: not in the registry"));
        let package = package.ok_or_else(missing)?;
        let folder = context.work.join("compile/made").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        copy(package.manifest_path.parent().ok_or_else(missing)?, &folder)?;
        let operations = self.operations(&folder)?;
        if operations == 0 {
            return Err(Error::new(format!("{name}: no operations were found in the source")));
        }
        Ok(Source { folder, version: package.version, operations })
    }

    /// How many operations a source has.
    fn operations(self, folder: &Path) -> Result<usize> {
        match self {
            Self::Aws => modules(&folder.join("src/operation")),
            Self::Google => methods(&fs::read_to_string(folder.join("src/stub.rs"))?),
        }
    }
}

/// The modules in a folder: there, each is an operation.
fn modules(folder: &Path) -> Result<usize> {
    let mut modules = 0;
    for entry in fs::read_dir(folder)? {
        modules += usize::from(entry?.path().extension().is_some_and(|extension| extension == "rs"));
    }
    Ok(modules)
}

/// The async methods of the trait that clients stand on: there, each is an operation.
fn methods(text: &str) -> Result<usize> {
    let file = syn::parse_file(text).map_err(|error| Error::new(error.to_string()))?;
    let methods = file.items.iter().filter_map(|item| match item {
        syn::Item::Trait(item) => Some(&item.items),
        _ => None,
    });
    let takes_a_request = |item: &&syn::TraitItem| match item {
        // Itself, the request and its options. What has fewer only says how the client waits.
        syn::TraitItem::Fn(method) => method.sig.inputs.len() == 3,
        _ => false,
    };
    Ok(methods.flatten().filter(takes_a_request).count())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            // Read and written, not copied: files of the registry may be read-only.
            fs::write(target, fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_with_a_request_are_operations() -> Result<()> {
        let text = "
            pub trait Stub: Send {
                fn get(&self, _req: Get, _options: Options) -> impl Future<Output = ()> { async {} }
                fn list(&self, _req: List, _options: Options) -> impl Future<Output = ()> { async {} }
                fn policy(&self, _options: &Options) -> Policy { Policy }
            }
            fn free(a: A, b: B, c: C) {}";
        assert_eq!(methods(text)?, 2);
        Ok(())
    }

    #[test]
    fn files_of_modules_are_operations() -> Result<()> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("get"))?;
        fs::write(folder.path().join("get.rs"), "")?;
        fs::write(folder.path().join("list.rs"), "")?;
        assert_eq!(modules(folder.path())?, 2);
        Ok(())
    }
}
