use serde_json::Value;
use std::fmt;

/// What a decode had to bend: where the reply departed from its documentation.
///
/// An empty report means that the reply was exactly as documented.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    pub(crate) coercions: Vec<Coercion>,
    pub(crate) unknown_fields: Vec<UnknownField>,
    pub(crate) unlisted_values: Vec<UnlistedValue>,
}

impl Report {
    /// Values that arrived as another JSON type than documented, in the order of the reply.
    pub fn coercions(&self) -> &[Coercion] {
        &self.coercions
    }

    /// Fields that the documentation does not know, with their values.
    pub fn unknown_fields(&self) -> &[UnknownField] {
        &self.unknown_fields
    }

    /// Values that an enumeration does not list.
    pub fn unlisted_values(&self) -> &[UnlistedValue] {
        &self.unlisted_values
    }

    /// Whether the reply was exactly as documented.
    pub fn is_empty(&self) -> bool {
        self.coercions.is_empty() && self.unknown_fields.is_empty() && self.unlisted_values.is_empty()
    }
}

impl fmt::Display for Report {
    /// One line per entry. Names places and types, never values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for Coercion { path, expected, found } in &self.coercions {
            write!(f, "{separator}{path}: documented as {expected}, found {found}")?;
            separator = "\n";
        }
        for UnknownField { path, .. } in &self.unknown_fields {
            write!(f, "{separator}{path}: not documented")?;
            separator = "\n";
        }
        for UnlistedValue { path } in &self.unlisted_values {
            write!(f, "{separator}{path}: a value that is not listed")?;
            separator = "\n";
        }
        Ok(())
    }
}

/// A value that arrived as another JSON type than documented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coercion {
    pub(crate) path: String,
    pub(crate) expected: &'static str,
    pub(crate) found: &'static str,
}

impl Coercion {
    /// Place in the reply, such as `VersionSummary[0].Index`.
    pub fn path(&self) -> &str {
        &self.path
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

/// A field that the documentation does not know. Its value is kept and, since it may be anything, not printed.
#[derive(Clone, PartialEq)]
pub struct UnknownField {
    pub(crate) path: String,
    pub(crate) value: Value,
}

impl UnknownField {
    /// Place in the reply.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What arrived there.
    pub fn value(&self) -> &Value {
        &self.value
    }
}

impl fmt::Debug for UnknownField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownField").field("path", &self.path).finish_non_exhaustive()
    }
}

/// A value that an enumeration does not list. The field itself holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnlistedValue {
    pub(crate) path: String,
}

impl UnlistedValue {
    /// Place in the reply.
    pub fn path(&self) -> &str {
        &self.path
    }
}
