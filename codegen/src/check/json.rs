use crate::spec::raw::Type;
use serde_json::{Number, Value};

/// Whether a JSON value has the JSON type of a documented type. Members and items are not looked into.
pub(super) fn is_of(kind: Type, value: &Value) -> bool {
    match (kind, value) {
        (Type::Any | Type::Binary | Type::Byte, _)
        | (Type::String, Value::String(_))
        | (Type::Boolean, Value::Bool(_))
        | (Type::Object | Type::Map, Value::Object(_))
        | (Type::Array, Value::Array(_)) => true,
        (_, Value::Number(number)) => number_is_of(kind, number),
        _ => false,
    }
}

/// Whether a JSON number is one of a documented type: whole and in range, where the type says so.
pub(super) fn number_is_of(kind: Type, number: &Number) -> bool {
    match kind {
        Type::Integer => number.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
        Type::Long => number.as_i64().is_some(),
        Type::Float | Type::Double | Type::Any | Type::Binary | Type::Byte => true,
        Type::String | Type::Boolean | Type::Object | Type::Array | Type::Map => false,
    }
}

/// The text of a value: of a string without its quotes, of everything else as JSON writes it.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// What a value is called in messages.
pub(super) fn name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
