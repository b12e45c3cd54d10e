use super::file::product_folder;
use super::walk::{Found, walk};
use super::{SourceFile, Sources, parse_tree};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceText, codes, display_path};
use crate::{hash, parallel};
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

/// Reads every spec file below a folder, with up to `jobs` threads. Files and problems do not depend on the
/// number of threads.
///
/// All problems go into `diagnostics`. A file with problems is part of the result as far as it could be read,
/// so that later stages can report what they find in the rest of it.
#[must_use]
pub fn read(spec_dir: &Path, jobs: usize, diagnostics: &mut Diagnostics) -> Sources {
    read_found(&list(spec_dir, diagnostics).found, jobs, diagnostics)
}

/// The spec files below a folder, before they are read. All of them at once would take much memory: a parsed file takes up to sixty times its
/// size.
#[derive(Debug)]
pub struct Listing {
    /// Sorted by path.
    found: Vec<Found>,
}

/// Finds every spec file below a folder. What lies elsewhere goes into `diagnostics`.
#[must_use]
pub fn list(spec_dir: &Path, diagnostics: &mut Diagnostics) -> Listing {
    let (found, problems) = walk(spec_dir);
    let nothing = found.is_empty() && problems.is_empty();
    diagnostics.extend(problems);
    if nothing {
        diagnostics.push(no_specs(spec_dir));
    }
    Listing { found }
}

impl Listing {
    /// Paths below the spec folder, with `/`.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.found.iter().map(|file| file.relative.as_str())
    }

    /// Reads product after product, as [`read`] does, and hands each to `each` before the next one is read.
    pub fn read_each(
        &self,
        jobs: usize,
        diagnostics: &mut Diagnostics,
        mut each: impl FnMut(Sources, &mut Diagnostics),
    ) {
        for product in
            self.found.chunk_by(|one, next| product_folder(&one.relative) == product_folder(&next.relative))
        {
            let sources = read_found(product, jobs, diagnostics);
            each(sources, diagnostics);
        }
    }
}

fn read_found(found: &[Found], jobs: usize, diagnostics: &mut Diagnostics) -> Sources {
    let mut files = Vec::with_capacity(found.len());
    for (file, problems) in parallel::map(found, jobs, |file| read_file(&file.path, &file.relative)) {
        diagnostics.extend(problems);
        files.extend(file.map(Arc::new));
    }
    Sources { files }
}

/// A spec file that was read, by what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Path below the spec folder, with `/`.
    pub path: String,
    /// SHA-256 of the file's bytes in hexadecimal.
    pub hash: String,
}

/// What [`read`] would read, without looking at what it means. `None` where it would find something wrong already.
#[must_use]
pub fn inputs(spec_dir: &Path, jobs: usize) -> Option<Vec<Input>> {
    let (found, problems) = walk(spec_dir);
    if found.is_empty() || !problems.is_empty() {
        return None;
    }
    let input = |file: &Found| {
        let bytes = read_limited(&file.path).ok().filter(|bytes| bytes.len() <= MAX_SIZE)?;
        Some(Input { path: file.relative.clone(), hash: hash::of(&bytes) })
    };
    parallel::map(&found, jobs, input).into_iter().collect()
}

/// Reads one spec file. `relative` is its path below the spec folder, with `/`.
///
/// `None` where the file could not be opened.
#[must_use]
pub fn read_file(path: &Path, relative: &str) -> (Option<SourceFile>, Vec<Diagnostic>) {
    match read_limited(path) {
        Ok(bytes) if bytes.len() > MAX_SIZE => {
            let problem = Diagnostic::error(
                codes::UNREADABLE,
                format!("the file is larger than {} MiB", MAX_SIZE >> 20),
            );
            let help = "a spec file describes one operation; is this another kind of file?";
            (None, vec![problem.at_path(display_path(path)).help(help)])
        }
        Ok(bytes) => {
            let (file, problems) = read_bytes(&display_path(path), relative, &bytes);
            (Some(file), problems)
        }
        Err(error) => {
            let problem = Diagnostic::error(codes::UNREADABLE, format!("the file cannot be read: {error}"))
                .at_path(display_path(path))
                .help("check that it exists and that you may read it");
            (None, vec![problem])
        }
    }
}

/// Bytes of the largest file that is read. Real spec files have some tens of kilobytes; a parsed
/// file takes up to sixty times its size in memory.
const MAX_SIZE: usize = 8 << 20;

/// The bytes of a file, at most one more than are allowed.
fn read_limited(path: &Path) -> io::Result<Vec<u8>> {
    // A pipe or a device could be read for ever.
    let metadata = std::fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no regular file"));
    }
    let limit = u64::try_from(MAX_SIZE).unwrap_or(u64::MAX).saturating_add(1);
    // Room for all of it is one read instead of many.
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(limit)).unwrap_or_default());
    std::fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Makes a spec file of bytes. `shown` is the path to print, `relative` the path below the spec folder.
///
/// Any bytes will do: this never panics, and takes time in proportion to their number.
#[must_use]
pub fn read_bytes(shown: &str, relative: &str, bytes: &[u8]) -> (SourceFile, Vec<Diagnostic>) {
    let source = Arc::new(SourceText::new(shown, String::from_utf8_lossy(bytes)));
    let (tree, problems) = match std::str::from_utf8(bytes) {
        Ok(_) => {
            let parsed = parse_tree(&source);
            (parsed.tree, parsed.problems)
        }
        // The text before the first bad byte is the same in the repaired text, so the place is right.
        Err(error) => (None, vec![not_utf8(&source, error.valid_up_to())]),
    };
    let sound = problems.is_empty();
    let file = SourceFile { relative: relative.to_owned(), source, hash: hash::of(bytes), tree, sound };
    (file, problems)
}

fn not_utf8(source: &Arc<SourceText>, at: usize) -> Diagnostic {
    Diagnostic::error(codes::UNREADABLE, "the file is not UTF-8")
        .at(source, at..at + char::REPLACEMENT_CHARACTER.len_utf8(), "these bytes are no character")
        .help("save the file as UTF-8")
}

fn no_specs(spec_dir: &Path) -> Diagnostic {
    Diagnostic::error(codes::PRODUCT_MISSING, "no spec file was found")
        .at_path(display_path(spec_dir))
        .help("spec files lie at `<product>/<version>/<file>.yaml` below the spec folder")
}
