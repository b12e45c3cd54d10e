use super::orphans::orphans;
use super::{Drift, Obstacle, Reason, Stale};
use crate::error::{Error, ErrorKind};
use crate::options::Layout;
use crate::rust::{Files, is_generated};
use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// Compares a folder with the files that belong there. Changes nothing.
///
/// # Errors
/// Something that is not the generator's lies where a file would be written, or the file system refuses.
pub fn compare(files: &Files, folder: &Path, layout: Layout) -> Result<Drift, Error> {
    let mut comparison = Comparison { folder, drift: Drift::default(), obstacles: BTreeSet::new() };
    for (path, text) in files {
        comparison.file(path, text)?;
    }
    if !comparison.obstacles.is_empty() {
        let obstacles = comparison.obstacles.into_iter();
        return Err(
            ErrorKind::InTheWay(obstacles.map(|(path, reason)| Obstacle { path, reason }).collect()).into()
        );
    }
    let orphaned = orphans(files, folder, layout)?;
    Ok(Drift { orphaned, ..comparison.drift })
}

struct Comparison<'a> {
    folder: &'a Path,
    drift: Drift,
    obstacles: BTreeSet<(PathBuf, Reason)>,
}

impl Comparison<'_> {
    fn file(&mut self, relative: &str, expected: &str) -> Result<(), Error> {
        let Some(path) = self.place(relative)? else { return Ok(()) };
        match metadata(&path)? {
            None => self.drift.missing.push(relative.to_owned()),
            Some(metadata) if metadata.is_symlink() => self.obstacle(path, Reason::Link),
            Some(metadata) if metadata.is_dir() => self.obstacle(path, Reason::Folder),
            Some(_) => {
                let found = fs::read(&path).map_err(|error| Error::io("read", &path, error))?;
                self.contents(relative, path, &found, expected);
            }
        }
        Ok(())
    }

    fn contents(&mut self, relative: &str, path: PathBuf, found: &[u8], expected: &str) {
        if found == expected.as_bytes() {
            return self.drift.unchanged.push(relative.to_owned());
        }
        let found = String::from_utf8_lossy(found).into_owned();
        if is_generated(&found) {
            self.drift.stale.push(Stale { path: relative.to_owned(), found, expected: expected.to_owned() });
        } else {
            self.obstacle(path, Reason::HandWritten);
        }
    }

    /// Where a file goes; `None` if something else stands where one of the folders on the way would be.
    fn place(&mut self, relative: &str) -> Result<Option<PathBuf>, Error> {
        let mut path = self.folder.to_owned();
        let mut names = relative.split('/').peekable();
        while let Some(name) = names.next() {
            path.push(name);
            if names.peek().is_none() {
                break;
            }
            let reason = match metadata(&path)? {
                Some(metadata) if metadata.is_symlink() => Reason::Link,
                Some(metadata) if !metadata.is_dir() => Reason::NoFolder,
                _ => continue,
            };
            self.obstacle(path, reason);
            return Ok(None);
        }
        Ok(Some(path))
    }

    fn obstacle(&mut self, path: PathBuf, reason: Reason) {
        self.obstacles.insert((path, reason));
    }
}

/// Of the place itself, not of what a link there leads to; `None` where nothing is.
fn metadata(path: &Path) -> Result<Option<Metadata>, Error> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("read", path, error)),
    }
}
