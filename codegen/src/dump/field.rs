use super::document::Disagreement;
use super::limits::Limits;
use super::types::{enumeration, object, word};
use crate::model::{self, Definitions, Enumeration, Member, ParameterStyle, Position};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Parameter<'a> {
    #[serde(flatten)]
    field: Field<'a>,
    position: &'static str,
    style: Option<&'static str>,
}

impl<'a> Parameter<'a> {
    pub(super) fn of(field: Field<'a>, position: Position, style: Option<ParameterStyle>) -> Self {
        Self { field, position: position.as_str(), style: style.map(ParameterStyle::as_str) }
    }
}

#[derive(Serialize)]
pub(super) struct Field<'a> {
    path: &'a str,
    name: &'a str,
    r#type: String,
    required: bool,
    default: Option<&'a str>,
    example: Option<&'a str>,
    values: Vec<Value<'a>>,
    enumeration: Option<&'a str>,
    shape: Option<&'a str>,
    object: Option<&'a str>,
    constraints: Limits<'a>,
    deprecated: Option<&'a str>,
    sensitive: bool,
    file_url: bool,
    description: Option<&'a str>,
    notes: &'a [String],
    disagreements: Vec<Disagreement<'a>>,
    item: Option<Item<'a>>,
    rust: &'a str,
}

impl<'a> Field<'a> {
    pub(super) fn of(definitions: &'a Definitions, member: &'a Member) -> Self {
        let enumeration = enumeration(definitions, &member.kind);
        Self {
            path: &member.path,
            name: &member.wire,
            r#type: word(definitions, &member.kind),
            required: member.required,
            default: member.default.as_deref(),
            example: member.example.as_deref(),
            values: member.values.iter().map(|value| Value::of(value, enumeration)).collect(),
            enumeration: enumeration.map(|enumeration| enumeration.name.as_str()),
            shape: member.kind.shared().map(|shared| shared.wire.as_str()),
            object: object(definitions, &member.kind),
            constraints: Limits::of(member.constraints.as_ref()),
            deprecated: member.deprecated.as_deref(),
            sensitive: member.sensitive,
            file_url: member.file_url,
            description: member.description.as_deref(),
            notes: &member.notes,
            disagreements: Disagreement::all(&member.disagrees),
            item: member.item.as_ref().map(Item::of),
            rust: member.name.as_str(),
        }
    }

    /// Bytes that are sent without a content type.
    pub(super) fn untyped(self) -> Self {
        Self { r#type: crate::spec::raw::Type::Byte.as_str().to_owned(), ..self }
    }
}

#[derive(Serialize)]
struct Value<'a> {
    value: &'a str,
    meaning: Option<&'a str>,
    name: Option<&'a str>,
    documented: Option<&'a str>,
}

impl<'a> Value<'a> {
    fn of(value: &'a model::Value, enumeration: Option<&'a Enumeration>) -> Self {
        let variants = enumeration.map(|enumeration| enumeration.variants.as_slice()).unwrap_or_default();
        let variant = variants.iter().find(|variant| variant.value == value.value);
        Self {
            value: &value.value,
            meaning: value.meaning.as_deref(),
            name: variant.map(|variant| variant.name.as_str()).or(value.name.as_deref()),
            documented: value.documented.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct Item<'a> {
    name: Option<&'a str>,
    description: Option<&'a str>,
    example: Option<&'a str>,
}

impl<'a> Item<'a> {
    fn of(item: &'a model::Item) -> Self {
        Self {
            name: item.name.as_deref(),
            description: item.description.as_deref(),
            example: item.example.as_deref(),
        }
    }
}
