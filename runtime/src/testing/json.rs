use crate::record;
use serde_json::Value;

/// Where `restored` does not hold the values of `sample`.
pub(super) fn differences(sample: &Value, restored: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk("$", sample, restored, &mut found);
    found
}

fn walk(path: &str, sample: &Value, restored: &Value, found: &mut Vec<String>) {
    match (sample, restored) {
        (Value::Object(left), Value::Object(right)) => {
            for (name, value) in left {
                let path = record::member(path, name);
                match right.get(name) {
                    Some(other) => walk(&path, value, other, found),
                    // A field of any type that is null is unset, as its documentation says.
                    None if value.is_null() => {}
                    None => found.push(format!("{path}: lost")),
                }
            }
            // Lists and maps of replies are never unset, so those that the sample lacks come back empty.
            let added = right.iter().filter(|(name, value)| !left.contains_key(*name) && !is_empty(value));
            found.extend(added.map(|(name, _)| format!("{}: not in the sample", record::member(path, name))));
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            for (index, (left, right)) in left.iter().zip(right).enumerate() {
                walk(&record::item(path.to_owned(), index), left, right, found);
            }
        }
        _ if same(sample, restored) => {}
        _ => found.push(format!("{path}: another value after encoding")),
    }
}

fn is_empty(value: &Value) -> bool {
    value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(serde_json::Map::is_empty)
}

/// JSON knows one kind of number: 1 and 1.0 are the same, and so are a number and its nearest 32-bit float.
fn same(left: &Value, right: &Value) -> bool {
    left == right
        || (left.is_number()
            && right.is_number()
            && !exact(left, right)
            && (left.as_f64() == right.as_f64() || narrow(left) == right.as_f64()))
}

/// Integers beyond 2^53 are not told apart as floats.
fn exact(left: &Value, right: &Value) -> bool {
    !left.is_f64() && !right.is_f64()
}

/// A number in as many digits as a 32-bit float has.
fn narrow(value: &Value) -> Option<f64> {
    (value.as_f64()? as f32).to_string().parse().ok()
}
