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
/// it has fewer, its operations are repeated under names with a number.
///
/// # Errors
///
/// There is no folder with metadata, or the import fails.
pub(crate) fn specs(context: &Context, operations: usize) -> Result<PathBuf> {
    if operations == COMMITTED {
        return Ok(context.root.join("spec"));
    }
    let imported = import(context)?.join(PRODUCT);
    let out = context.work.join("specs").join(operations.to_string());
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    let out = out.join("spec");
    let product = out.join(PRODUCT);
    fs::create_dir_all(&product)?;
    fs::copy(imported.join("product.yaml"), product.join("product.yaml"))?;
    if imported.join("shapes").is_dir() {
        return Err(Error::new("the product has shared shapes, which a part of its operations may not need"));
    }
    let files = operation_files(&imported)?;
    for index in 0..operations {
        let Some(file) = files.get(index % files.len().max(1)) else {
            return Err(Error::new("the metadata has no operation"));
        };
        copy(file, &product, index / files.len())?;
    }
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

/// Copies an operation: as it is the first time, then under a name with a number.
pub(super) fn copy(file: &Path, folder: &Path, repeated: usize) -> Result<()> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    if repeated == 0 {
        fs::copy(file, folder.join(format!("{stem}.yaml")))?;
        return Ok(());
    }
    let text = fs::read_to_string(file)?;
    let number = repeated + 1;
    let renamed = |line: &str| match line.strip_prefix("name: ") {
        Some(name) => format!("name: {name}Copy{number}\n"),
        None => format!("{line}\n"),
    };
    fs::write(
        folder.join(format!("{stem}_copy_{number}.yaml")),
        text.lines().map(renamed).collect::<String>(),
    )?;
    Ok(())
}
