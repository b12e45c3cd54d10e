use super::Place;
use super::digest::{self, Stamp};
use crate::error::{Error, ErrorKind};
use crate::output::{Obstacle, Reason};
use crate::schema::FileKind;
use crate::source;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folder of the shared shapes.
const SHAPES: &str = "shapes";
/// File that corrects the imported ones.
pub(crate) const CORRECTIONS: &str = "corrections.yaml";
/// File of the product.
const PRODUCT: &str = "product.yaml";

/// The folder of a product version as it is.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Its files in the order of their kinds and names.
    pub(super) files: Vec<Found>,
    /// Names in it, in small letters: those of files and folders alike.
    pub(super) names: BTreeSet<String>,
    /// The same for the folder of the shapes.
    pub(super) shape_names: BTreeSet<String>,
}

/// A spec file that was found.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) kind: FileKind,
    /// Path below the spec folder, with `/`.
    pub(super) path: String,
    /// The operation or shape that it describes. Where it does not say so readably, the one whose file has this name.
    pub(super) describes: Describes,
    /// Its text; empty where it cannot be read.
    pub(super) text: String,
    /// Where it was imported from; `None` where somebody wrote it.
    pub(super) stamp: Option<Stamp>,
}

/// What a file describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Describes {
    /// By its name.
    Name(String),
    /// Whatever has a file of this name.
    File(String),
}

impl Folder {
    /// Reads a folder, which need not be there.
    ///
    /// # Errors
    /// A link or a file is where a folder would be, or the file system refuses.
    pub fn read(spec_dir: &Path, place: &Place) -> Result<Self, Error> {
        let mut path = spec_dir.to_owned();
        for name in place.folder.split('/') {
            path.push(name);
            is_folder(&path)?;
        }
        is_folder(&path.join(SHAPES))?;
        let mut folder = Self::default();
        for (name, is_file) in list(&path)? {
            folder.names.insert(name.to_ascii_lowercase());
            if is_file && name.ends_with(".yaml") && name != CORRECTIONS {
                let kind = if name == PRODUCT { FileKind::Product } else { FileKind::Operation };
                folder.files.push(found(&path.join(&name), kind, format!("{}/{name}", place.folder)));
            }
        }
        for (name, is_file) in list(&path.join(SHAPES))? {
            folder.shape_names.insert(name.to_ascii_lowercase());
            if is_file && name.ends_with(".yaml") {
                let shown = format!("{}/{SHAPES}/{name}", place.folder);
                folder.files.push(found(&path.join(SHAPES).join(&name), FileKind::Shape, shown));
            }
        }
        Ok(folder)
    }

    /// Whether no spec file is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether a file describes an operation.
    #[must_use]
    pub fn describes(&self, operation: &str) -> bool {
        let is_it = |file: &Found| matches!(&file.describes, Describes::Name(name) if name == operation);
        self.of(FileKind::Operation).any(is_it)
    }

    /// The files of a kind.
    pub(super) fn of(&self, kind: FileKind) -> impl Iterator<Item = &Found> {
        self.files.iter().filter(move |file| file.kind == kind)
    }
}

impl Found {
    /// Whether it describes the operation or shape of a name, whose file would have this name.
    pub(super) fn is_of(&self, name: &str, file: &str) -> bool {
        match &self.describes {
            Describes::Name(found) => found == name,
            Describes::File(found) => found == file,
        }
    }

    /// Name of the file.
    pub(super) fn file_name(&self) -> &str {
        self.path.rsplit_once('/').map_or(self.path.as_str(), |(_, name)| name)
    }
}

fn found(path: &Path, kind: FileKind, shown: String) -> Found {
    // A link leads to a file that somebody chose, so it is that person's.
    let is_link = path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
    let text = fs::read_to_string(path).unwrap_or_default();
    let stamp = digest::stamp(&text).filter(|_| !is_link);
    let file = shown.rsplit_once('/').map_or(shown.as_str(), |(_, name)| name).to_owned();
    let describes = name_in(&text).map_or(Describes::File(file), Describes::Name);
    Found { kind, path: shown, describes, text, stamp }
}

/// The name that a file gives at its root.
fn name_in(text: &str) -> Option<String> {
    let line = text.lines().find_map(|line| line.strip_prefix("name: "));
    let is_word =
        |text: &&str| text.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-".contains(letter));
    if let Some(word) = line.map(str::trim_end).filter(is_word).filter(|word| !word.is_empty()) {
        return Some(word.to_owned());
    }
    let (file, _) = source::read_bytes("x.yaml", "x.yaml", digest::line_feeds(text).as_bytes());
    Some(file.tree?.get("name")?.value.text()?.to_owned())
}

/// Names in a folder, and whether each can be read as a file. None where there is no folder.
fn list(folder: &Path) -> Result<Vec<(String, bool)>, Error> {
    let read = || -> io::Result<Vec<(String, bool)>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let is_file = entry.path().is_file();
            if let Ok(name) = entry.file_name().into_string() {
                names.push((name, is_file));
            }
        }
        names.sort();
        Ok(names)
    };
    match read() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        names => names.map_err(|error| Error::io("read the folder", folder, error)),
    }
}

/// Refuses what would lead out of the spec folder, or cannot hold files.
fn is_folder(path: &Path) -> Result<(), Error> {
    let refuse = |path: PathBuf, reason| Err(ErrorKind::InTheWay(vec![Obstacle { path, reason }]).into());
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_symlink() => refuse(path.to_owned(), Reason::Link),
        Ok(metadata) if !metadata.is_dir() => refuse(path.to_owned(), Reason::NoFolder),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Error::io("read", path, error)),
    }
}
