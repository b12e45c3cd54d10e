use super::address::{is_address, shown};
use super::{Downloading, Limits, download, trouble};
use crate::diagnostics::display_path;
use crate::error::Error;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

/// A document to import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How it is called in messages.
    pub shown: String,
    /// Where its structure comes from.
    pub structure: Input,
    /// Where its texts come from; from the first where there is none.
    pub prose: Option<Input>,
}

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// An address.
    Address(String),
}

impl Wanted {
    pub(super) fn new(structure: Input, prose: Option<Input>) -> Self {
        Self { shown: structure.shown(), structure, prose }
    }

    /// Whether something has to be downloaded for it.
    #[must_use]
    pub fn is_remote(&self) -> bool {
        let is_remote = |input: &Input| matches!(input, Input::Address(_));
        is_remote(&self.structure) || self.prose.as_ref().is_some_and(is_remote)
    }
}

impl Input {
    pub(super) fn parse(text: &str) -> Self {
        if is_address(text) { Self::Address(text.to_owned()) } else { Self::File(PathBuf::from(text)) }
    }

    /// How it is called in messages.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => display_path(path),
            Self::Address(address) => shown(address),
        }
    }

    /// The text.
    ///
    /// # Errors
    /// It cannot be had, is too large, or is no UTF-8.
    pub fn read(&self, limits: &Limits, progress: Downloading<'_>) -> Result<String, Error> {
        let path = match self {
            Self::Address(address) => return download(address, limits, progress),
            Self::File(path) => path,
        };
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(limits.bytes.saturating_add(1)).read_to_end(&mut bytes))
            .map_err(|error| Error::io("read", path, error))?;
        if u64::try_from(bytes.len()).is_ok_and(|length| length > limits.bytes) {
            let why = format!("it is larger than {} MiB", limits.bytes >> 20);
            let help = "metadata of a product has some megabytes; is this another kind of file?";
            return Err(trouble(&self.shown(), why, help));
        }
        String::from_utf8(bytes)
            .map_err(|_| trouble(&self.shown(), "it is not UTF-8", "a document is JSON text in UTF-8"))
    }
}
