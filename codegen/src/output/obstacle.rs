use crate::diagnostics::display_path;
use std::fmt;
use std::path::PathBuf;

/// Something that lies where a file would be written, and that the generator does not replace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Where.
    pub path: PathBuf,
    /// Why it stays.
    pub reason: Reason,
}

/// Why something is not replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A file without the generator's header: somebody wrote it by hand.
    HandWritten,
    /// A symbolic link, which may lead out of the folder.
    Link,
    /// A folder where a file would be.
    Folder,
    /// A file where a folder would be.
    NoFolder,
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, next) = match self.reason {
            Reason::HandWritten => (
                "exists and does not carry the generator's header, so it is not overwritten",
                "move or delete it, or choose another output folder",
            ),
            Reason::Link => (
                "is a symbolic link, and those are not followed",
                "replace it by what it points to, or choose that place as the output folder",
            ),
            Reason::Folder => ("is a folder where a file would be written", "move or delete it"),
            Reason::NoFolder => ("is a file where a folder would be created", "move or delete it"),
        };
        write!(f, "`{}` {what}\n  help: {next}", display_path(&self.path))
    }
}
