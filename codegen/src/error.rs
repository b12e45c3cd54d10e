use crate::diagnostics::{Diagnostics, display_path};
use crate::output::Obstacle;
use crate::rust::EmitError;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why nothing was generated.
///
/// Its `Display` is the whole report, without colours: of a spec's problems the excerpts, labels and help of all of them. `Debug` says the
/// same, so that returning it from `main` is enough.
pub struct Error {
    kind: ErrorKind,
    shown: bool,
}

/// What kind of trouble it was.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The spec files have problems, at least one of them an error.
    Problems(Diagnostics),
    /// Something lies where a file would be written, and it is not the generator's to replace.
    InTheWay(Vec<Obstacle>),
    /// A setting cannot be used. The text says which and what to do.
    Usage(String),
    /// The file system refuses.
    Io {
        /// What was tried, for example `write`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A document could not be had. The text says which, why and what to do.
    Fetch(String),
    /// The generator made something that is not Rust: a bug of the generator.
    Emit(EmitError),
}

impl Error {
    /// What kind of trouble it was.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// The problems of the spec files, if that is what it is about.
    #[must_use]
    pub fn problems(&self) -> Option<&Diagnostics> {
        match &self.kind {
            ErrorKind::Problems(problems) => Some(problems),
            _ => None,
        }
    }

    /// The problems of the spec files, or the error itself if it is about something else.
    ///
    /// # Errors
    /// It is about something else.
    pub fn into_problems(self) -> Result<Diagnostics, Self> {
        match self.kind {
            ErrorKind::Problems(problems) => Ok(problems),
            kind => Err(Self { kind, shown: self.shown }),
        }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        ErrorKind::Usage(message.into()).into()
    }

    pub(crate) fn io(action: &'static str, path: &Path, source: io::Error) -> Self {
        ErrorKind::Io { action, path: path.to_owned(), source }.into()
    }

    /// The report was printed already, so `Debug` need not repeat it.
    pub(crate) fn mark_shown(self) -> Self {
        Self { shown: true, ..self }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self { kind, shown: false }
    }
}

impl From<EmitError> for Error {
    fn from(error: EmitError) -> Self {
        ErrorKind::Emit(error).into()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::Problems(problems) => f.write_str(problems.render_plain().trim_end()),
            ErrorKind::InTheWay(obstacles) => {
                for (index, obstacle) in obstacles.iter().enumerate() {
                    let separator = if index == 0 { "" } else { "\n" };
                    write!(f, "{separator}{obstacle}")?;
                }
                Ok(())
            }
            ErrorKind::Usage(message) | ErrorKind::Fetch(message) => f.write_str(message),
            ErrorKind::Io { action, path, source } => {
                let help = "check the path, and that you have the right to do so";
                write!(f, "cannot {action} `{}`: {source}\n  help: {help}", display_path(path))
            }
            ErrorKind::Emit(error) => error.fmt(f),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::Problems(problems) if self.shown => f.write_str(&problems.summary()),
            _ if self.shown => f.write_str("nothing was generated"),
            _ => fmt::Display::fmt(self, f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ErrorKind::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
