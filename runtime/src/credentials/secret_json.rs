use serde_json::Value;
use std::ops::Deref;
use zeroize::Zeroize;

/// A JSON document that holds secrets: it is never printed, and its texts are overwritten when it is dropped.
pub(super) struct SecretJson(Value);

impl SecretJson {
    /// # Errors
    /// Line and column of the first mistake. The text around it may be a secret, so it is not shown.
    pub(super) fn parse(text: &[u8]) -> Result<Self, String> {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        serde_json::from_slice(text)
            .map(Self)
            .map_err(|error| format!("no JSON at line {}, column {}", error.line(), error.column()))
    }

    pub(super) fn get_mut(&mut self) -> &mut Value {
        &mut self.0
    }
}

impl Deref for SecretJson {
    type Target = Value;

    fn deref(&self) -> &Value {
        &self.0
    }
}

impl Drop for SecretJson {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// The parser limits the depth, and so does this.
fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(items) => items.iter_mut().for_each(wipe),
        Value::Object(members) => members.values_mut().for_each(wipe),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A text without surrounding blanks; an empty one counts as missing.
pub(super) fn text<'a>(object: &'a Value, name: &str) -> Option<&'a str> {
    object.get(name)?.as_str().map(str::trim).filter(|text| !text.is_empty())
}

/// A whole number, or a text that is one.
pub(super) fn number(object: &Value, name: &str) -> Option<u64> {
    match object.get(name)? {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}
