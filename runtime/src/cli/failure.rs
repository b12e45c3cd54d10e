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
            Self::Call(error) => Some(match on_command_line(error) {
                Some(hint) => format!("{error}; on the command line, {hint}"),
                None => error.to_string(),
            }),
            Self::Output(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Some(format!("the result cannot be written: {error}"))
            }
            Self::Output(_) | Self::NoCommand => None,
        }
    }
}

/// Errors say what to do in a program. This says what to do instead, where there is something.
fn on_command_line(error: &Error) -> Option<&'static str> {
    let names = |setting: &str| error.message().contains(setting);
    match error.kind() {
        ErrorKind::Endpoint if names("`Config::endpoint`") => {
            Some("`--region` names another region and `--endpoint` a host")
        }
        ErrorKind::Configuration if names("`Config::new`") => {
            Some("`--region` names a region, and `--profile` a profile that may have one")
        }
        ErrorKind::Credentials if names("`Config::new`") => {
            Some("`--profile` names a profile with credentials")
        }
        ErrorKind::Configuration if names("`Config::no_proxy`") => Some(
            "unset `HTTPS_PROXY`, `HTTP_PROXY` and `ALL_PROXY` to use no proxy; with one, `NO_PROXY` lists the hosts \
             that are called directly",
        ),
        _ => None,
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

#[cfg(test)]
mod tests {
    use super::{Error, ErrorKind, Failure};

    #[test]
    fn an_error_names_the_options_for_its_setting_and_no_others() {
        let kinds = [ErrorKind::Configuration, ErrorKind::Endpoint, ErrorKind::Credentials];
        for (kind, setting, expected) in [
            (kinds[0], "Config::new", &["`--region`", "`--profile`"][..]),
            (kinds[1], "Config::endpoint", &["`--region`", "`--endpoint`"]),
            (kinds[2], "Config::new", &["`--profile`"]),
            (kinds[0], "Config::no_proxy", &["`HTTPS_PROXY`", "`HTTP_PROXY`", "`ALL_PROXY`", "`NO_PROXY`"]),
            (kinds[0], "Config::root_certificate", &[]),
            (kinds[0], "Config::transport", &[]),
            (ErrorKind::Transport, "Config::body_limit", &[]),
            // What a service writes is no advice of ours.
            (ErrorKind::Service, "Config::new", &[]),
        ] {
            let error = Error::local(kind, format!("no good, see `{setting}`"));
            let plain = error.to_string();
            let line = Failure::Call(error).line().unwrap_or_default();
            let hint = line.strip_prefix(&plain).unwrap_or_default();
            // Every second piece stands between backticks.
            let named: Vec<String> =
                hint.split('`').skip(1).step_by(2).map(|name| format!("`{name}`")).collect();
            assert_eq!(named, expected, "{line}");
            assert_eq!(hint.is_empty(), expected.is_empty(), "{line}");
        }
    }
}
