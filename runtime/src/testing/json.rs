use serde_json::Value;
use std::collections::BTreeSet;

/// Where `encoded` does not hold the values of `sample`. At the paths of `loose` only the texts have to agree.
pub(super) fn differences(sample: &Value, encoded: &Value, loose: &BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    walk("", sample, encoded, loose, &mut found);
    found
}

fn walk(path: &str, sample: &Value, encoded: &Value, loose: &BTreeSet<String>, found: &mut Vec<String>) {
    match (sample, encoded) {
        (Value::Object(left), Value::Object(right)) => {
            for (name, value) in left {
                let path = member(path, name, loose);
                match right.get(name) {
                    Some(other) => walk(&path, value, other, loose, found),
                    None if is_absent(value) && loose.contains(&path) => {}
                    None => found.push(format!("{path}: lost")),
                }
            }
            // Lists and maps of replies are never unset, so those that the sample lacks come back empty.
            let added = right.iter().filter(|(name, value)| !left.contains_key(*name) && !is_empty(value));
            found.extend(added.map(|(name, _)| format!("{}: not in the sample", member(path, name, loose))));
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            let path = format!("{path}[]");
            for (left, right) in left.iter().zip(right) {
                walk(&path, left, right, loose, found);
            }
        }
        _ if same(sample, encoded) => {}
        _ if loose.contains(path) && agree(sample, encoded) => {}
        _ => found.push(format!("{path}: another value after encoding")),
    }
}

/// The path of a member; of a map's entry where that is how a recorded path goes on.
fn member(path: &str, name: &str, loose: &BTreeSet<String>) -> String {
    let entry = format!("{path}{{}}");
    if loose.iter().any(|recorded| recorded.starts_with(&entry)) {
        return entry;
    }
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn is_absent(value: &Value) -> bool {
    value.is_null() || value.as_str() == Some("")
}

fn is_empty(value: &Value) -> bool {
    value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(serde_json::Map::is_empty)
}

/// JSON knows one kind of number: 1 and 1.0 are the same.
fn same(left: &Value, right: &Value) -> bool {
    left == right
        || (left.is_number() && right.is_number() && !exact(left, right) && left.as_f64() == right.as_f64())
}

/// Integers beyond 2^53 are not told apart as floats.
fn exact(left: &Value, right: &Value) -> bool {
    !left.is_f64() && !right.is_f64()
}

/// Whether a coerced value stands for what the sample has: 1 for "1", true for 1 or "True", 2.0 for "2".
fn agree(sample: &Value, encoded: &Value) -> bool {
    let (sample, text) = (text(sample), text(encoded));
    let number = |text: &str| text.parse::<f64>().ok();
    match encoded {
        Value::Bool(true) => matches!(&*sample, "true" | "1"),
        Value::Bool(false) => matches!(&*sample, "false" | "0"),
        Value::Number(_) => sample == text || (number(&sample).is_some() && number(&sample) == number(&text)),
        _ => sample == text,
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_ascii_lowercase(),
        other => other.to_string().to_ascii_lowercase(),
    }
}
