use super::path::Place;
use serde_json::Value;
use std::fmt;

/// A value that its documented type cannot hold. The field is unset; the value is here and, since it may be anything,
/// not printed.
#[derive(Clone, PartialEq)]
pub struct RawValue {
    pub(crate) place: Place,
    pub(crate) expected: &'static str,
    pub(crate) value: Value,
    /// The first item that did not fit, where a list as a whole is kept here: its index, the documented type, the JSON type.
    pub(crate) item: Option<(usize, &'static str, &'static str)>,
}

impl RawValue {
    /// Place in the reply, such as `VersionSummary[0].Index`; `$` is the root.
    pub fn path(&self) -> &str {
        &self.place.path
    }

    /// The documented type.
    pub fn expected(&self) -> &'static str {
        self.expected
    }

    /// What arrived there.
    pub fn value(&self) -> &Value {
        &self.value
    }
}

impl fmt::Display for RawValue {
    /// Names places and types, never values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path();
        match self.item {
            Some((index, expected, found)) => {
                write!(
                    f,
                    "{path}[{index}]: documented as {expected}, cannot hold {found}; the list is kept raw"
                )
            }
            None => {
                let (expected, found) = (self.expected, found(&self.value));
                write!(f, "{path}: documented as {expected}, cannot hold {found}; kept raw")
            }
        }
    }
}

impl fmt::Debug for RawValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawValue")
            .field("path", &self.path())
            .field("expected", &self.expected)
            .finish_non_exhaustive()
    }
}

/// JSON type of a value, for messages.
pub(super) fn found(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.is_f64() => "this number with a fraction",
        Value::Number(_) => "this number",
        Value::String(_) => "this string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
