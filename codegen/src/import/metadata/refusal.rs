//! Documents that are refused as a whole.

use std::error::Error;
use std::fmt;

/// Why nothing of a document can be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub kind: RefusalKind,
    /// One sentence about it.
    pub message: String,
    /// Line and column, both from 1, where the text ceases to make sense.
    pub position: Option<(usize, usize)>,
    /// What to do about it.
    pub help: Option<String>,
}

/// Kinds of refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// Not JSON at all.
    NotJson,
    /// JSON that ends too early.
    Truncated,
    /// What the portal answers in place of a document.
    ErrorBody,
    /// JSON that is no metadata.
    NotMetadata,
    /// No operation.
    NoApis,
    /// Neither product nor version is known.
    NoInfo,
    /// A product behind a gateway with a signature of its own.
    Gateway,
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((line, column)) = self.position {
            write!(formatter, "{line}:{column}: ")?;
        }
        formatter.write_str(&self.message)
    }
}

impl Error for Refusal {}
