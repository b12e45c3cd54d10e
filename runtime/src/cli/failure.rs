use crate::error::{Error, ErrorKind};
use std::io;

/// Why a run ends without its result, and with which exit code (`docs/command-line.md`, "Exit codes").
#[derive(Debug)]
pub(super) enum Failure {
    /// The arguments, or what they name, are wrong. One line.
    Usage(String),
    /// The help that takes the place of a command; it was printed already.
    NoCommand,
    /// The call failed.
    Call(Error),
    /// The result could not be written.
    Output(io::Error),
}

/// All is well.
pub(super) const OK: u8 = 0;
const REFUSED: u8 = 1;
pub(super) const USAGE: u8 = 2;
const NO_ANSWER: u8 = 3;
const UNREADABLE: u8 = 4;
const CONFIGURATION: u8 = 5;

impl Failure {
    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::NoCommand => USAGE,
            // A reader that has seen enough, such as `head`, is no trouble.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => OK,
            Self::Output(_) => USAGE,
            Self::Call(error) => match error.kind() {
                ErrorKind::Service => REFUSED,
                ErrorKind::Request => USAGE,
                ErrorKind::Decode => UNREADABLE,
                ErrorKind::Credentials | ErrorKind::Configuration | ErrorKind::Endpoint => CONFIGURATION,
                _ => NO_ANSWER,
            },
        }
    }

    /// The one line that is printed; `None` where there is nothing to say.
    pub(super) fn line(&self) -> Option<String> {
        match self {
            Self::Usage(message) => Some(message.clone()),
            Self::Call(error) => Some(for_command_line(error.to_string())),
            Self::Output(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Some(format!("the result cannot be written: {error}"))
            }
            Self::Output(_) | Self::NoCommand => None,
        }
    }
}

/// Errors say what to do in a program.
fn for_command_line(line: String) -> String {
    if line.contains("`Config::") {
        format!("{line}; on the command line, these are the options `--region`, `--endpoint` and `--profile`")
    } else {
        line
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
