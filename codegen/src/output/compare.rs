use super::orphans::orphans;
use super::{Drift, Obstacle, Reason, Stale};
use crate::error::{Error, ErrorKind};
use crate::options::Layout;
use crate::rust::{Files, is_generated};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// Compares a folder with the files that belong there. Changes nothing.
///
/// # Errors
/// Something that is not the generator's lies where a file would be written, or the file system refuses.
pub fn compare(files: &Files, folder: &Path, layout: Layout) -> Result<Drift, Error> {
    let mut comparison =
        Comparison { folder, folders: BTreeMap::new(), drift: Drift::default(), obstacles: BTreeSet::new() };
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
    /// What is known of the folders below: a folder has thousands of files.
    folders: BTreeMap<String, Known>,
    drift: Drift,
    obstacles: BTreeSet<(PathBuf, Reason)>,
}

/// What lies where a folder would be.
#[derive(Clone, Copy)]
enum Known {
    Folder,
    /// Nothing, so nothing lies in it either.
    Nothing,
    /// Something that is in the way.
    Obstacle,
}

impl Comparison<'_> {
    fn file(&mut self, relative: &str, expected: &str) -> Result<(), Error> {
        let above = relative.rsplit_once('/').map_or("", |(above, _)| above);
        match self.known(above)? {
            Known::Folder => {}
            Known::Nothing => {
                self.drift.missing.push(relative.to_owned());
                return Ok(());
            }
            Known::Obstacle => return Ok(()),
        }
        let path = self.folder.join(relative);
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

    fn known(&mut self, folder: &str) -> Result<Known, Error> {
        if folder.is_empty() {
            return Ok(Known::Folder);
        }
        if let Some(known) = self.folders.get(folder) {
            return Ok(*known);
        }
        let above = folder.rsplit_once('/').map_or("", |(above, _)| above);
        let known = match self.known(above)? {
            Known::Folder => self.look(self.folder.join(folder))?,
            other => other,
        };
        self.folders.insert(folder.to_owned(), known);
        Ok(known)
    }

    fn look(&mut self, path: PathBuf) -> Result<Known, Error> {
        let reason = match metadata(&path)? {
            None => return Ok(Known::Nothing),
            Some(metadata) if metadata.is_symlink() => Reason::Link,
            Some(metadata) if !metadata.is_dir() => Reason::NoFolder,
            Some(_) => return Ok(Known::Folder),
        };
        self.obstacle(path, reason);
        Ok(Known::Obstacle)
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
