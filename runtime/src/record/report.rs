use super::path::Place;
use super::{Coercion, RawValue};
use serde_json::Value;
use std::fmt;

/// What a decode had to bend: where the reply departed from its documentation.
///
/// An empty report means that the reply was exactly as documented. Together with the reply it holds everything that
/// arrived.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    pub(crate) coercions: Vec<Coercion>,
    pub(crate) raw_values: Vec<RawValue>,
    pub(crate) unknown_fields: Vec<UnknownField>,
    pub(crate) unlisted_values: Vec<UnlistedValue>,
}

impl Report {
    /// Values that arrived as another JSON type than documented and were read, in the order of the reply.
    pub fn coercions(&self) -> &[Coercion] {
        &self.coercions
    }

    /// Values that their documented type cannot hold; their fields are unset. In the order of the reply.
    ///
    /// A list with an item that its type cannot hold is here as a whole, so that the items that are left do not get
    /// other numbers; in a list of objects, lists or maps such an item is an empty one instead, and only the item is
    /// here. An entry of a map that cannot be held is left out of the map.
    pub fn raw_values(&self) -> &[RawValue] {
        &self.raw_values
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
        self.coercions.is_empty()
            && self.raw_values.is_empty()
            && self.unknown_fields.is_empty()
            && self.unlisted_values.is_empty()
    }
}

impl fmt::Display for Report {
    /// One line per entry. Names places and types, never values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for coercion in &self.coercions {
            write!(f, "{separator}{coercion}")?;
            separator = "\n";
        }
        for value in &self.raw_values {
            write!(f, "{separator}{value}")?;
            separator = "\n";
        }
        for UnknownField { place, .. } in &self.unknown_fields {
            write!(f, "{separator}{}: not documented", place.path)?;
            separator = "\n";
        }
        for UnlistedValue { path } in &self.unlisted_values {
            write!(f, "{separator}{path}: a value that is not listed")?;
            separator = "\n";
        }
        Ok(())
    }
}

/// A field that the documentation does not know. Its value is kept and, since it may be anything, not printed.
#[derive(Clone, PartialEq)]
pub struct UnknownField {
    pub(crate) place: Place,
    pub(crate) value: Value,
}

impl UnknownField {
    /// Place in the reply; `$` where a reply that is documented to have no body has one.
    pub fn path(&self) -> &str {
        &self.place.path
    }

    /// What arrived there.
    pub fn value(&self) -> &Value {
        &self.value
    }
}

impl fmt::Debug for UnknownField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownField").field("path", &self.path()).finish_non_exhaustive()
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
