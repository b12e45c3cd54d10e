use crate::check::json;
use crate::source::Step;
use crate::spec::raw::{self, Field, Type};
use serde_json::Value;

/// A place where a sample shows something else than the description.
#[derive(Clone, Debug)]
pub(super) struct Departure<'a> {
    /// General path: `Data[].Used`, `Labels{}`; `$` for the root.
    pub(super) path: String,
    /// Where in the sample it is.
    pub(super) json: Vec<Step>,
    /// What the sample shows there.
    pub(super) value: &'a Value,
    pub(super) what: What<'a>,
}

/// In which way a sample departs.
#[derive(Clone, Debug)]
pub(super) enum What<'a> {
    /// The value is of another JSON type than the described one.
    Type(Expected<'a>),
    /// The value is not listed.
    Unlisted(Expected<'a>),
    /// No field of that name is described.
    Undescribed {
        /// Those that are.
        fields: &'a [Field],
        /// What holds them.
        owner: Place<'a>,
    },
    /// The reply is described to have no body.
    Body,
}

/// What a value must be.
#[derive(Clone, Debug)]
pub(super) struct Expected<'a> {
    /// The nearest field; none at the root of the reply.
    pub(super) field: Option<&'a Field>,
    pub(super) kind: Type,
    /// Where that field is.
    pub(super) place: Place<'a>,
    /// The field, item or root whose type this is.
    pub(super) owner: Place<'a>,
}

impl<'a> Expected<'a> {
    /// How it is called in messages.
    pub(super) fn called(&self) -> String {
        match (self.field, self.owner == self.place) {
            (Some(field), true) => format!("`{}`", field.name),
            (Some(field), false) => format!("what `{}` holds", field.name),
            (None, true) => "the reply".to_owned(),
            (None, false) => "what the reply holds".to_owned(),
        }
    }

    /// Valid values.
    pub(super) fn values(&self) -> &'a [raw::Value] {
        self.field.map_or(&[], |field| &field.values)
    }
}

impl Departure<'_> {
    /// Whether the field records what the sample shows.
    pub(super) fn is_recorded_by_field(&self) -> bool {
        let (What::Type(expected) | What::Unlisted(expected)) = &self.what else { return false };
        let records = expected.field.map_or(&[] as &[_], |field| &field.disagrees);
        let mut records = records.iter().filter(|record| record.place == raw::Place::Sample).peekable();
        expected.place.shape.is_none()
            && records.peek().is_some()
            && records.any(|record| record.observed == json::text(self.value))
    }
}

/// A place in the operation's file or in that of a shared shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct Place<'a> {
    /// The shared shape whose file it is; none for the operation's.
    pub(in crate::check) shape: Option<&'a str>,
    /// The path in that file.
    pub(in crate::check) path: Vec<Step>,
}

impl Place<'_> {
    /// The path, different from all of other files.
    pub(in crate::check) fn key(&self) -> Vec<Step> {
        let file = self.shape.map(|name| [Step::from("shapes"), Step::from(name.to_owned())]);
        file.into_iter().flatten().chain(self.path.iter().cloned()).collect()
    }
}
