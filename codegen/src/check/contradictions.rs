use super::typed;
use crate::spec::raw::{Disagreement, Field, Item, Parameter, Place, Type, Value};

/// What a parameter or field documents of its values.
#[derive(Clone, Copy, Debug)]
pub struct Documented<'a> {
    /// Its type.
    pub kind: Type,
    /// Its example.
    pub example: Option<&'a str>,
    /// Its valid values; of an array those of its items.
    pub values: &'a [Value],
    /// What it holds.
    pub items: Option<&'a Item>,
}

impl<'a> From<&'a Field> for Documented<'a> {
    fn from(field: &'a Field) -> Self {
        let Field { kind, example, values, items, .. } = field;
        Self { kind: *kind, example: example.as_deref(), values, items: items.as_deref() }
    }
}

impl<'a> From<&'a Parameter> for Documented<'a> {
    fn from(parameter: &'a Parameter) -> Self {
        let Parameter { kind, example, values, items, .. } = parameter;
        Self { kind: *kind, example: example.as_deref(), values, items: items.as_deref() }
    }
}

/// A contradiction between what a member documents and its type or its valid values.
#[derive(Clone, Copy, Debug)]
pub(super) enum Contradiction<'a> {
    /// The example is no value of the type.
    ExampleNotOfType(Type, &'a str),
    /// The example is not among the valid values.
    ExampleNotListed(&'a [Value], &'a str),
    /// The example of what it holds, so many levels further inside, is no value of the type there.
    ItemNotOfType(usize, Type, &'a str),
    /// A valid value, the one with this index first, is no value of the type.
    ValuesNotOfType(Type, &'a [Value], usize),
}

impl Contradiction<'_> {
    /// How a member records it.
    pub(super) fn record(&self) -> Disagreement {
        let (place, documented, observed) = match *self {
            Self::ExampleNotOfType(kind, text) | Self::ItemNotOfType(_, kind, text) => {
                (Place::Example, kind.as_str().to_owned(), text.to_owned())
            }
            Self::ExampleNotListed(values, text) => (Place::Example, typed::joined(values), text.to_owned()),
            Self::ValuesNotOfType(kind, values, _) => {
                (Place::Values, kind.as_str().to_owned(), typed::joined(values))
            }
        };
        Disagreement { place, documented, observed }
    }
}

/// All contradictions of a member, in the order of its keys.
pub(super) fn all<'a>(documented: &Documented<'a>) -> Vec<Contradiction<'a>> {
    let Documented { kind, example, values, items } = *documented;
    let mut found = Vec::new();
    if let Some(text) = example {
        if !typed::is_of(kind, text) {
            found.push(Contradiction::ExampleNotOfType(kind, text));
        } else if typed::is_scalar(kind) && !typed::is_listed(kind, values, text) {
            found.push(Contradiction::ExampleNotListed(values, text));
        }
    }
    let mut inner = items;
    let mut level = 0;
    while let Some(item) = inner {
        level += 1;
        if let Some(text) = item.example.as_deref().filter(|text| !typed::is_of(item.kind, text)) {
            found.push(Contradiction::ItemNotOfType(level, item.kind, text));
        }
        inner = item.items.as_deref();
    }
    let listed = if kind == Type::Array { items.map(|item| item.kind) } else { Some(kind) };
    // One for the whole list: the page has one list, with one mistake.
    if let Some(kind) = listed
        && let Some(index) = values.iter().position(|value| !typed::is_of(kind, &value.value))
    {
        found.push(Contradiction::ValuesNotOfType(kind, values, index));
    }
    found
}

/// What a parameter or field has to record in `disagrees` about its example and its valid values, each once.
#[must_use]
pub fn example_disagreements<'a>(documented: impl Into<Documented<'a>>) -> Vec<Disagreement> {
    let mut records: Vec<Disagreement> = Vec::new();
    for contradiction in all(&documented.into()) {
        let record = contradiction.record();
        let is_same = |other: &Disagreement| other.place == record.place && other.observed == record.observed;
        if !records.iter().any(is_same) {
            records.push(record);
        }
    }
    records
}

/// Whether something about the type of a field is reported where it is described, so that what else speaks against it needs no
/// further report: keys that do not go with it, or examples and values that contradict it and are not recorded.
pub(super) fn is_reported(field: &Field) -> bool {
    let is_recorded = |record: Disagreement| {
        field.disagrees.iter().any(|known| known.place == record.place && known.observed == record.observed)
    };
    !is_sound(field.kind, &field.fields, field.shape.as_deref(), field.items.as_deref())
        || !example_disagreements(field).into_iter().all(is_recorded)
}

/// Whether the keys of a field or item go with its type, and the type can be part of something.
fn is_sound(kind: Type, fields: &[Field], shape: Option<&str>, items: Option<&Item>) -> bool {
    let is_object = kind == Type::Object || fields.is_empty() && shape.is_none();
    let inside = items
        .is_none_or(|item| is_sound(item.kind, &item.fields, item.shape.as_deref(), item.items.as_deref()));
    let is_bytes = matches!(kind, Type::Binary | Type::Byte);
    is_object && inside && !is_bytes && matches!(kind, Type::Array | Type::Map) == items.is_some()
}
