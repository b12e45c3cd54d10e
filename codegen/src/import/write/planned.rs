use crate::error::Error;
use crate::output::write_atomic;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What an import does to a spec folder, before it is done.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The spec folder.
    pub(super) spec_dir: PathBuf,
    /// Files in the order of their paths.
    pub files: Vec<Planned>,
}

/// A file and what is to be done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Path below the spec folder, with `/`.
    pub path: String,
    /// What is to be done.
    pub action: Action,
}

/// What is to be done with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// It is new and gets this text.
    Create(String),
    /// It gets this text in place of another one.
    Change(String),
    /// It is right already, and is not touched.
    Leave,
    /// What it describes is gone from the document.
    Remove,
    /// It is not the import's to change, and stays.
    Keep(Kept),
}

/// Why a file stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// It does not say that it was imported.
    ByHand,
    /// It describes what another file describes that somebody wrote by hand.
    Doubled,
    /// It was imported from another document.
    Foreign,
    /// It was edited since it was imported.
    Edited,
    /// It was edited since it was imported, and what it describes is gone from the document.
    EditedAndGone,
}

/// How many files something is done with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New files.
    pub created: usize,
    /// Files with another text.
    pub changed: usize,
    /// Files that are right already.
    pub unchanged: usize,
    /// Files that go.
    pub removed: usize,
    /// Files that are not the import's to change.
    pub kept: usize,
}

impl Plan {
    /// How many files something is done with.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for file in &self.files {
            *match file.action {
                Action::Create(_) => &mut counts.created,
                Action::Change(_) => &mut counts.changed,
                Action::Leave => &mut counts.unchanged,
                Action::Remove => &mut counts.removed,
                Action::Keep(_) => &mut counts.kept,
            } += 1;
        }
        counts
    }

    /// Does it. Files that are right already are not touched.
    ///
    /// # Errors
    /// The file system refuses.
    pub fn apply(&self) -> Result<(), Error> {
        // First, since names that differ only in case are one file on some systems.
        for file in self.files.iter().filter(|file| file.action == Action::Remove) {
            remove(&self.place(file))?;
        }
        for file in &self.files {
            if let Action::Create(text) | Action::Change(text) = &file.action {
                write(&self.place(file), text)?;
            }
        }
        for folder in self.files.iter().filter(|file| file.action == Action::Remove) {
            // Refused where something is left in it.
            let _ = self.place(folder).parent().map(fs::remove_dir);
        }
        Ok(())
    }

    fn place(&self, file: &Planned) -> PathBuf {
        file.path.split('/').fold(self.spec_dir.clone(), |path, name| path.join(name))
    }
}

/// One line for each file that does not stay as it is.
impl fmt::Display for Plan {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Planned { path, action } in &self.files {
            match action {
                Action::Create(_) => writeln!(formatter, "created: {path}")?,
                Action::Change(_) => writeln!(formatter, "changed: {path}")?,
                Action::Remove => writeln!(formatter, "removed: {path}")?,
                Action::Keep(why) => writeln!(formatter, "kept: {path} ({why})")?,
                Action::Leave => {}
            }
        }
        Ok(())
    }
}

impl fmt::Display for Kept {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::ByHand => "written by hand",
            Self::Doubled => "another file, written by hand, describes the same: delete one of them",
            Self::Foreign => "imported from another document",
            Self::Edited => "edited since it was imported; --replace overwrites it",
            Self::EditedAndGone => {
                "edited since it was imported, and gone from the document; --replace removes it"
            }
        })
    }
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| Error::io("create the folder", parent, error))?;
    }
    write_atomic(path, text.as_bytes()).map_err(|error| Error::io("write", path, error))
}

fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::io("remove", path, error)),
        _ => Ok(()),
    }
}
