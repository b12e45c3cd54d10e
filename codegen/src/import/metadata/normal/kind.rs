//! Types of schemas by the words that documents use.

use super::super::raw::{Loose, RawSchema};
use super::super::{FindingKind, Kind};
use super::schema::Site;
use super::values::Values;

/// A type by its word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Declared {
    String,
    Integer,
    Number,
    Boolean,
    Any,
    Object,
    Array,
}

impl Declared {
    /// The word.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Any => "any",
            Self::Object => "object",
            Self::Array => "array",
        }
    }
}

const WORDS: [Declared; 7] = [
    Declared::String,
    Declared::Integer,
    Declared::Number,
    Declared::Boolean,
    Declared::Any,
    Declared::Object,
    Declared::Array,
];

/// Words of other languages for the same types.
const OTHER_WORDS: [(&str, Declared); 13] = [
    ("int", Declared::Integer),
    ("int32", Declared::Integer),
    ("int64", Declared::Integer),
    ("long", Declared::Integer),
    ("float", Declared::Number),
    ("double", Declared::Number),
    ("bool", Declared::Boolean),
    ("list", Declared::Array),
    ("map", Declared::Object),
    ("struct", Declared::Object),
    ("str", Declared::String),
    ("text", Declared::String),
    ("file", Declared::String),
];

/// The declared type of a schema that is no reference. Where none is declared, what else it holds tells.
pub(super) fn declared(values: &mut Values<'_, '_, '_>, raw: &RawSchema<'_>) -> Declared {
    let word = match &raw.kind {
        Loose::Text(word) if !word.trim().is_empty() => word.trim(),
        Loose::List(elements) => {
            let mut words = elements.iter().filter_map(Loose::as_text).filter(|word| *word != "null");
            let Some(word) = words.next() else { return undeclared(values, raw) };
            let text = format!("`type` is a list; {word:?} counts");
            values.context.report(values.place, FindingKind::ValueType, text);
            word
        }
        _ => return undeclared(values, raw),
    };
    if let Some(declared) = WORDS.iter().find(|declared| declared.as_str() == word) {
        return *declared;
    }
    let lower = word.to_ascii_lowercase();
    let meant = WORDS.iter().find(|declared| declared.as_str() == lower).copied();
    let meant =
        meant.or_else(|| OTHER_WORDS.iter().find(|(other, _)| *other == lower).map(|(_, meant)| *meant));
    let kind = meant.unwrap_or(Declared::Any);
    let text = format!("{word:?} is no type; taken for {:?}", kind.as_str());
    values.context.report(values.place, FindingKind::TypeUnknown, text);
    kind
}

fn undeclared(values: &mut Values<'_, '_, '_>, raw: &RawSchema<'_>) -> Declared {
    let kind = if !raw.properties.entries.is_empty() || raw.values.is_some() {
        Declared::Object
    } else if raw.items.is_some() {
        Declared::Array
    } else if !raw.value_titles.entries.is_empty() || !raw.enumeration.is_null() {
        Declared::String
    } else {
        Declared::Any
    };
    let text = format!("it has no type; taken for {:?}", kind.as_str());
    values.context.report(values.place, FindingKind::TypeMissing, text);
    kind
}

/// The kind of a scalar, and the format of a text that is no kind of its own.
pub(super) fn scalar(
    values: &mut Values<'_, '_, '_>,
    declared: Declared,
    raw: &RawSchema<'_>,
    site: Site,
) -> (Kind, Option<String>) {
    let written = raw.format.as_text().map(str::trim).filter(|format| !format.is_empty());
    let lower = written.map(str::to_ascii_lowercase);
    let format = lower.as_deref();
    let (kind, known) = match (declared, format) {
        (Declared::String, None) => (Kind::String, true),
        (Declared::String, Some("binary")) if site == Site::Body => (Kind::Binary, true),
        (Declared::String, Some("byte")) if site == Site::Body => (Kind::Byte, true),
        (Declared::String, Some("binary" | "byte" | "int32" | "int64" | "float" | "double")) => {
            (Kind::String, false)
        }
        (Declared::String, Some(_)) => return (Kind::String, written.map(str::to_owned)),
        (Declared::Integer, Some("int32")) => (Kind::Int32, true),
        (Declared::Integer, Some("int64") | None) => (Kind::Int64, true),
        (Declared::Integer, Some(_)) => (Kind::Int64, false),
        (Declared::Number, Some("float")) => (Kind::Float, true),
        (Declared::Number, Some("double") | None) => (Kind::Double, true),
        (Declared::Number, Some(_)) => (Kind::Double, false),
        (Declared::Boolean, format) => (Kind::Boolean, format.is_none()),
        (_, format) => (Kind::Any, format.is_none()),
    };
    if !known {
        meaningless(values, declared, written);
    }
    (kind, None)
}

/// Reports a format that says nothing about a type.
pub(super) fn meaningless(values: &mut Values<'_, '_, '_>, declared: Declared, format: Option<&str>) {
    if let Some(format) = format {
        let text = format!("the format {format:?} has no meaning for {:?} here", declared.as_str());
        values.context.report(values.place, FindingKind::Format, text);
    }
}
