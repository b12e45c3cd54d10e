use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::{measure, ours};

/// How many operations the committed spec files have.
const COMMITTED: usize = 3;

/// The product and version that all areas measure, as a path below a folder of metadata and below a spec folder.
const PRODUCT: &str = "sas/2018-12-03";

/// A folder of spec files with that many operations of Security Center.
///
/// Three are the committed ones. Others are the first by name of those that are imported from the official metadata; where
/// it has fewer, they are repeated in further products: within one, equal enumerations are emitted once. A file that is right
/// already is not touched, and none is deleted that is: what is measured next pays for files that were deleted before
/// (see [`Fresh`](crate::fresh::Fresh)).
///
/// # Errors
///
/// There is no folder with metadata, or the import fails.
pub(crate) fn specs(context: &Context, operations: usize) -> Result<PathBuf> {
    if operations == COMMITTED {
        return Ok(context.root.join("spec"));
    }
    let imported = import(context)?.join(PRODUCT);
    let out = context.work.join("specs").join(operations.to_string()).join("spec");
    if imported.join("shapes").is_dir() {
        return Err(Error::new("the product has shared shapes, which a part of its operations may not need"));
    }
    let files = operation_files(&imported)?;
    if files.is_empty() {
        return Err(Error::new("the metadata has no operation"));
    }
    let mut right = BTreeSet::new();
    for (number, begin) in (0..operations).step_by(files.len()).enumerate() {
        let description = product(&imported, &out, number)?;
        let folder = description.parent().unwrap_or(&out).to_owned();
        for file in files.iter().take(operations - begin) {
            right.insert(copy(file, &folder)?);
        }
        right.insert(description);
    }
    keep(&out, &right)?;
    Ok(out)
}

/// Imports the product. A file that is right already is not touched.
fn import(context: &Context) -> Result<PathBuf> {
    let Some(corpus) = &context.corpus else {
        return Err(Error::new("no folder with official metadata was given"));
    };
    let out = context.work.join("specs/imported");
    let mut command = Command::new(ours::binary(context)?);
    command.arg("import").arg(corpus.join(PRODUCT)).arg("--out").arg(&out);
    measure::run(&mut command)?;
    Ok(out)
}

/// The files of all operations, sorted.
fn operation_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "yaml") && !path.ends_with("product.yaml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The file of the product of this number: itself, and then others that differ in code and module.
pub(super) fn product(imported: &Path, out: &Path, number: usize) -> Result<PathBuf> {
    let (module, version) = PRODUCT.split_once('/').unwrap_or((PRODUCT, ""));
    let suffix = if number == 0 { String::new() } else { (number + 1).to_string() };
    let folder = out.join(format!("{module}{suffix}")).join(version);
    fs::create_dir_all(&folder)?;
    let text = fs::read_to_string(imported.join("product.yaml"))?;
    let renamed = |line: &str| match line.strip_prefix("code: ") {
        Some(code) => format!("code: {code}{suffix}\n"),
        None if line.starts_with("module: ") => format!("{line}{suffix}\n"),
        None => format!("{line}\n"),
    };
    put(folder.join("product.yaml"), text.lines().map(renamed).collect::<String>().as_bytes())
}

/// How many operations a folder of spec files has.
///
/// # Errors
///
/// A folder cannot be read.
pub(crate) fn count(specs: &Path) -> Result<usize> {
    let mut operations = 0;
    for product in fs::read_dir(specs)?.flatten().filter(|entry| entry.path().is_dir()) {
        for version in fs::read_dir(product.path())?.flatten().filter(|entry| entry.path().is_dir()) {
            if version.path().join("product.yaml").is_file() {
                operations += operation_files(&version.path())?.len();
            }
        }
    }
    Ok(operations)
}

/// Copies the file of an operation, and gives the path of the copy.
pub(super) fn copy(file: &Path, folder: &Path) -> Result<PathBuf> {
    put(folder.join(file.file_name().unwrap_or_default()), &fs::read(file)?)
}

/// Writes a file where it is another one.
fn put(path: PathBuf, bytes: &[u8]) -> Result<PathBuf> {
    if !path.is_file() || fs::read(&path)? != bytes {
        fs::write(&path, bytes)?;
    }
    Ok(path)
}

/// Deletes all files but these, and folders with nothing in them.
pub(super) fn keep(folder: &Path, right: &BTreeSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            keep(&path, right)?;
            if fs::read_dir(&path)?.next().is_none() {
                fs::remove_dir(&path)?;
            }
        } else if !right.contains(&path) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}
