//! Works out from a table where its page disagrees with itself, so that no list of known contradictions
//! has to be kept: a recorded one that is gone and a new one that is not recorded both show up.

use crate::table::{Page, Row};
use serde_json::Value;
use std::collections::BTreeMap;

/// Part of the page (`sample`, `example`, `values`, `text`) to what it shows there.
pub(crate) type Disagreements = BTreeMap<&'static str, String>;

/// Those of a parameter (`sample` is `None`) or response field.
pub(crate) fn of_row(row: &Row, sample: Option<&Value>) -> Disagreements {
    let mut found = Disagreements::new();
    if let Some(example) = &row.example
        && !(has_type(&row.kind, example) && is_listed(row, example))
    {
        found.insert("example", words(example));
    }
    let values = row.values.iter().map(|listed| listed.value.as_str());
    let untyped: Vec<&str> = values.filter(|value| !has_type(&row.kind, value)).collect();
    if !untyped.is_empty() {
        found.insert("values", words(&untyped.join(" ")));
    }
    let shown: Vec<String> = sample
        .map(|sample| at(sample, &row.path))
        .unwrap_or_default()
        .into_iter()
        .filter(|value| !(has_json_type(&row.kind, value) && is_listed(row, &text(value))))
        .map(text)
        .collect();
    if !shown.is_empty() {
        found.insert("sample", words(&shown.join(" ")));
    }
    if row.text.is_some() {
        found.insert("text", String::new());
    }
    found
}

/// That of the RAM row: an access level that the page does not define.
pub(crate) fn of_ram(page: &Page) -> Disagreements {
    let level = page.ram.iter().map(|ram| &ram.access_level);
    level.filter(|level| !page.access_levels.contains(level)).map(|level| ("values", words(level))).collect()
}

/// What two writers of the same quotation have in common: its words.
pub(crate) fn words(text: &str) -> String {
    let is_part = |c: char| c.is_alphanumeric() || "_-.".contains(c);
    let words: Vec<&str> = text
        .split(|c| !is_part(c))
        .filter(|word| !word.is_empty() && *word != "and" && *word != "or")
        .collect();
    words.join(" ")
}

/// All values of the sample at a path such as `Data.List[].Code`.
pub(crate) fn at<'s>(sample: &'s Value, path: &str) -> Vec<&'s Value> {
    let mut found = vec![sample];
    for step in path.split('.') {
        let name = step.trim_end_matches("[]");
        found = found.into_iter().filter_map(|value| value.get(name)).collect();
        for _ in 0..step.matches("[]").count() {
            found = found.into_iter().filter_map(Value::as_array).flatten().collect();
        }
    }
    found
}

/// A list whose entries are not of the type contradicts the type (`values`), and so cannot judge what else is shown.
fn is_listed(row: &Row, text: &str) -> bool {
    let listed: Vec<&str> = row
        .values
        .iter()
        .map(|listed| listed.value.as_str())
        .filter(|value| has_type(&row.kind, value))
        .collect();
    listed.is_empty() || listed.contains(&text)
}

fn has_type(kind: &str, text: &str) -> bool {
    match kind {
        "integer" => text.parse::<i32>().is_ok(),
        "long" => text.parse::<i64>().is_ok(),
        "float" | "double" => text.parse::<f64>().is_ok(),
        "boolean" => matches!(text, "true" | "false"),
        _ => true,
    }
}

fn has_json_type(kind: &str, value: &Value) -> bool {
    match kind {
        "string" => value.is_string(),
        "integer" => value.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
        "long" => value.is_i64(),
        "float" | "double" => value.is_number(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        "any" => true,
        other if other.starts_with("array<") => value.is_array(),
        other if other.starts_with("map<") => value.is_object(),
        other => panic!("unknown type {other:?}"),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
