use crate::error::{Error, ErrorKind};

/// A document that could not be had: which, why, and what to do.
pub(crate) fn trouble(shown: &str, why: impl AsRef<str>, help: impl AsRef<str>) -> Error {
    ErrorKind::Fetch(format!("cannot get `{shown}`: {}\n  help: {}", why.as_ref(), help.as_ref())).into()
}
