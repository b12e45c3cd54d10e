use crate::error::{Error, ErrorKind};
use crate::operation::{Descriptor, Kind};
use crate::suggest::did_you_mean;
use serde_json::Value;

/// Checks JSON parameters against an operation's table, before anything is built from them.
///
/// # Errors
/// Every unknown name and every value of the wrong JSON type, in one error that never shows a value.
pub(super) fn check(operation: &Descriptor, json: &Value) -> Result<(), Error> {
    let Value::Object(members) = json else {
        let message = format!("parameters must be a JSON object, not {}", found(json));
        return Err(Error::local(ErrorKind::Request, message));
    };
    let parameters = operation.parameters();
    let mut problems = Vec::new();
    for (name, value) in members {
        match parameters.iter().find(|parameter| parameter.name() == name) {
            None => problems.push(unknown(operation, name)),
            Some(parameter) if !value.is_null() && !fits(parameter.kind(), value) => {
                problems.push(format!(
                    "parameter `{name}` must be {}, not {}",
                    expected(parameter.kind()),
                    found(value)
                ));
            }
            Some(_) => {}
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::local(ErrorKind::Request, problems.join("; "))) }
}

fn unknown(operation: &Descriptor, name: &str) -> String {
    let names = || operation.parameters().iter().map(|parameter| parameter.name());
    let hint = did_you_mean(name, names());
    if !hint.is_empty() {
        return format!("unknown parameter `{name}`{hint}");
    }
    match names().collect::<Vec<_>>() {
        names if names.is_empty() => format!("unknown parameter `{name}`: the operation takes none"),
        names => format!("unknown parameter `{name}`; the operation takes {}", names.join(", ")),
    }
}

fn fits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::String => value.is_string(),
        Kind::Integer => value.as_i64().is_some_and(|value| i32::try_from(value).is_ok()),
        Kind::Long => value.as_i64().is_some(),
        Kind::Float | Kind::Double => value.is_number(),
        Kind::Boolean => value.is_boolean(),
        Kind::Object | Kind::Map => value.is_object(),
        Kind::Array => value.is_array(),
        Kind::Any => true,
        Kind::Binary | Kind::Byte => false,
    }
}

fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::String => "a string",
        Kind::Integer => "a 32-bit integer",
        Kind::Long => "a 64-bit integer",
        Kind::Float | Kind::Double => "a number",
        Kind::Boolean => "true or false",
        Kind::Object | Kind::Map => "an object",
        Kind::Array => "an array",
        Kind::Any => "any JSON value",
        Kind::Binary | Kind::Byte => "bytes, which JSON cannot carry: make the call with its request type",
    }
}

fn found(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.is_f64() => "a number with a fraction",
        Value::Number(_) => "this number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
