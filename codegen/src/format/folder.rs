use super::text::text;
use crate::diagnostics::Diagnostics;
use crate::error::Error;
use crate::schema::FileKind;
use crate::source::{self, SourceFile};
use crate::spec;
use std::fs;
use std::path::{Path, PathBuf};

/// The canonical form of a spec folder.
#[derive(Clone, Debug, Default)]
pub struct Formatted {
    /// Files that are written differently, sorted by path.
    pub changed: Vec<Changed>,
    /// Number of files that are canonical already.
    pub unchanged: usize,
    /// Problems of YAML and structure. Files that have one are in neither of the two.
    pub problems: Diagnostics,
}

/// A file that is not in canonical form.
#[derive(Clone, Debug)]
pub struct Changed {
    /// The file.
    pub path: PathBuf,
    /// What it holds.
    pub found: String,
    /// Its canonical form.
    pub canonical: String,
}

/// Finds the canonical form of every spec file below a folder, and changes nothing.
///
/// # Errors
/// The folder cannot be read.
pub fn folder(spec_dir: &Path, jobs: usize) -> Result<Formatted, Error> {
    fs::read_dir(spec_dir).map_err(|error| Error::io("read the spec folder", spec_dir, error))?;
    let mut formatted = Formatted::default();
    let sources = source::read(spec_dir, jobs, &mut formatted.problems);
    let specs = spec::parse(&sources, &mut formatted.problems);
    // Only files without problems became specs.
    let mut files: Vec<&SourceFile> = Vec::new();
    for product in &specs.products {
        files.push(&product.file);
        files.extend(product.operations.iter().map(|operation| &*operation.file));
        files.extend(product.shapes.iter().map(|shape| &*shape.file));
    }
    files.extend(specs.orphans.iter().map(|operation| &*operation.file));
    files.extend(specs.corrections.iter().map(|file| &**file));
    files.sort_by(|one, other| one.relative.cmp(&other.relative));
    for file in files {
        formatted.file(spec_dir, file);
    }
    Ok(formatted)
}

/// Writes the canonical form of the files that differ from it.
///
/// # Errors
/// The file system refuses.
pub fn write(formatted: &Formatted) -> Result<(), Error> {
    for changed in &formatted.changed {
        // In place: it is a file of its author, who may have linked it, or restricted who reads it.
        fs::write(&changed.path, &changed.canonical)
            .map_err(|error| Error::io("write", &changed.path, error))?;
    }
    Ok(())
}

impl Formatted {
    fn file(&mut self, spec_dir: &Path, file: &SourceFile) {
        match text(&file.source, FileKind::of(&file.relative).shape()) {
            Ok(canonical) if canonical == file.source.text() => self.unchanged += 1,
            Ok(canonical) => {
                let path = file.relative.split('/').fold(spec_dir.to_owned(), |path, name| path.join(name));
                self.changed.push(Changed { path, found: file.source.text().to_owned(), canonical });
            }
            Err(problems) => self.problems.extend(problems),
        }
    }
}
