use super::operation::{self, About};
use super::target::{self, Target, value};
use super::{names, product};
use crate::diagnostics::{SourceText, display_path};
use crate::error::{Error, ErrorKind};
use crate::format;
use crate::schema::{self, FileKind};
use crate::source::Sources;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Writes the skeleton of an operation into the folder of its product. Where `version` names one that is not there, a
/// `product.yaml` is written too; schemas that the folder lacks are written, so that editors find them. Returns what was
/// written. No file is ever overwritten.
///
/// # Errors
/// A name cannot be used, the product is unknown or has several versions, the operation is there already, or the file system
/// refuses.
pub fn create(
    spec_dir: &Path,
    product: &str,
    operation: &str,
    version: Option<&str>,
) -> Result<Vec<PathBuf>, Error> {
    names::check("product", product, "Sas")?;
    names::check("operation", operation, "GetCheckSale")?;
    if let Some(version) = version {
        names::check("API version", version, "2018-12-03")?;
    }
    let file = names::file(operation)?;
    let sources = target::read(spec_dir);
    let mut planned = Vec::new();
    match target::find(&sources, product, version)? {
        Target::Existing(found) => {
            absent(&sources, found.folder(), operation)?;
            let known = |key: &str| value(&found, key).unwrap_or("TODO");
            let about = About {
                code: known("code"),
                version: known("version"),
                title: known("title"),
                ram_prefix: known("ram_prefix"),
                has_path: value(&found, "style") == Some("ROA"),
            };
            let text = operation::text(operation, &about);
            planned.push((place(spec_dir, found.folder(), &file), text, FileKind::Operation));
        }
        Target::New { folder, code, version, module } => {
            let text = product::text(&code, &version, &module);
            planned.push((place(spec_dir, &folder, "product.yaml"), text, FileKind::Product));
            let ram_prefix = names::label(&code);
            let about = About {
                code: &code,
                version: &version,
                title: &code,
                ram_prefix: &ram_prefix,
                has_path: false,
            };
            let text = operation::text(operation, &about);
            planned.push((place(spec_dir, &folder, &file), text, FileKind::Operation));
        }
    }
    // Before anything is written.
    if let Some((taken, ..)) = planned.iter().find(|(path, ..)| path.symlink_metadata().is_ok()) {
        return Err(exists(&display_path(taken)));
    }
    let mut written = Vec::new();
    for (path, text, kind) in planned {
        write(&path, &canonical(&path, text, kind)?)?;
        written.push(path);
    }
    written.extend(schema::write_missing(spec_dir)?);
    Ok(written)
}

fn place(spec_dir: &Path, folder: &str, file: &str) -> PathBuf {
    folder.split('/').fold(spec_dir.to_owned(), |path, name| path.join(name)).join(file)
}

/// Whether no file of a folder describes the operation, whatever its own name.
fn absent(sources: &Sources, folder: &str, operation: &str) -> Result<(), Error> {
    let mut files = sources.files.iter().filter(|file| file.folder() == folder);
    match files.find(|file| value(file, "name") == Some(operation)) {
        Some(file) => Err(exists(file.source.path())),
        None => Ok(()),
    }
}

fn exists(path: &str) -> Error {
    Error::usage(format!("`{path}` exists already\n  help: edit it, or delete it first"))
}

fn canonical(path: &Path, text: String, kind: FileKind) -> Result<String, Error> {
    let source = Arc::new(SourceText::new(display_path(path), text));
    format::text(&source, kind.shape()).map_err(|problems| {
        let mut all = crate::diagnostics::Diagnostics::new();
        all.extend(problems);
        ErrorKind::Problems(all).into()
    })
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| Error::io("create the folder", parent, error))?;
    }
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    match file.and_then(|mut file| file.write_all(text.as_bytes())) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(exists(&display_path(path))),
        Err(error) => Err(Error::io("write", path, error)),
        Ok(()) => Ok(()),
    }
}
