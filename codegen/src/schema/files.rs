use super::kind::FOLDER;
use super::{FileKind, text};
use crate::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The schema files of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schemas {
    /// Files that are missing or hold something else, in the order of their kinds.
    pub stale: Vec<PathBuf>,
    /// Files that are as they should be.
    pub unchanged: Vec<PathBuf>,
}

/// Tells which schema files of a folder are missing or stale, and changes nothing.
///
/// # Errors
/// A file is there and cannot be read.
pub fn compare(folder: &Path) -> Result<Schemas, Error> {
    let mut schemas = Schemas::default();
    for kind in FileKind::ALL {
        let path = folder.join(kind.schema_file());
        let expected = text(kind)?.into_bytes();
        let list = if found(&path)? == Some(expected) { &mut schemas.unchanged } else { &mut schemas.stale };
        list.push(path);
    }
    Ok(schemas)
}

/// Writes the schema files that are missing or stale; the result names them as stale.
///
/// # Errors
/// The file system refuses.
pub fn write(folder: &Path) -> Result<Schemas, Error> {
    let schemas = compare(folder)?;
    for kind in FileKind::ALL {
        let path = folder.join(kind.schema_file());
        if schemas.stale.contains(&path) {
            write_file(&path, &text(kind)?)?;
        }
    }
    Ok(schemas)
}

/// Writes the schema files that a spec folder does not have yet, to where modelines look for them. Returns what was
/// written.
///
/// # Errors
/// The file system refuses.
pub fn write_missing(spec_dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut written = Vec::new();
    for kind in FileKind::ALL {
        let path = spec_dir.join(FOLDER).join(kind.schema_file());
        if found(&path)?.is_none() {
            write_file(&path, &text(kind)?)?;
            written.push(path);
        }
    }
    Ok(written)
}

fn found(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("read", path, error)),
    }
}

fn write_file(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| Error::io("create the folder", parent, error))?;
    }
    fs::write(path, text).map_err(|error| Error::io("write", path, error))
}
