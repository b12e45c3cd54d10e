use crate::{Error, ErrorKind};
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// All is well.
    Good,
    /// Problems or drift were found.
    Found,
    /// Wrong use, or trouble with files.
    Trouble,
}

impl Status {
    pub(super) fn of(error: &Error) -> Self {
        match error.kind() {
            ErrorKind::Problems(_) | ErrorKind::InTheWay(_) => Self::Found,
            ErrorKind::Usage(_) | ErrorKind::Fetch(_) | ErrorKind::Io { .. } | ErrorKind::Emit(_) => {
                Self::Trouble
            }
        }
    }
}

pub(super) fn code(status: Status) -> ExitCode {
    ExitCode::from(match status {
        Status::Good => 0,
        Status::Found => 1,
        Status::Trouble => 2,
    })
}
