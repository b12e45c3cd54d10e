use super::path::Place;
use serde_json::Value;
use std::fmt;

/// A value that arrived as another JSON type than documented and was read nevertheless.
#[derive(Clone, PartialEq)]
pub struct Coercion {
    pub(crate) place: Place,
    pub(crate) expected: &'static str,
    pub(crate) found: &'static str,
    pub(crate) original: Original,
}

/// What it takes to get from a coerced value back to what arrived.
#[derive(Clone, PartialEq)]
pub(crate) enum Original {
    /// The value itself.
    Value(Value),
    /// The list was the only member, of this name, of an object.
    Wrapped(String),
    /// It is in the field, as JSON text.
    Text,
}

impl Coercion {
    /// Place in the reply, such as `VersionSummary[0].Index`; `$` is the root.
    pub fn path(&self) -> &str {
        &self.place.path
    }

    /// The documented type.
    pub fn expected(&self) -> &'static str {
        self.expected
    }

    /// The JSON type that arrived.
    pub fn found(&self) -> &'static str {
        self.found
    }
}

impl fmt::Display for Coercion {
    /// Names places and types, never values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: documented as {}, found {}", self.path(), self.expected, self.found)
    }
}

impl fmt::Debug for Coercion {
    /// The value stays out: it may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Coercion")
            .field("path", &self.path())
            .field("expected", &self.expected)
            .field("found", &self.found)
            .finish_non_exhaustive()
    }
}
