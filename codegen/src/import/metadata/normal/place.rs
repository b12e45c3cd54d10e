//! Places in documents.

use std::fmt;

/// A place in a document, written out only where something is reported about it.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    /// An operation by its name, or a member of the root.
    Root(&'a str),
    /// A component.
    Component(&'a str),
    /// A part of an operation: `parameters`, `reply`, `errors`.
    Part(&'a Place<'a>, &'a str),
    /// A named thing of a part, or a property.
    Member(&'a Place<'a>, &'a str),
    /// Elements of a list.
    Elements(&'a Place<'a>),
    /// Values of a map.
    Values(&'a Place<'a>),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root(name) => formatter.write_str(name),
            Self::Component(name) => write!(formatter, "component {name}"),
            Self::Part(place, name) => write!(formatter, "{place} {name}"),
            Self::Member(place, name) => write!(formatter, "{place}.{name}"),
            Self::Elements(place) => write!(formatter, "{place}[]"),
            Self::Values(place) => write!(formatter, "{place}{{}}"),
        }
    }
}
