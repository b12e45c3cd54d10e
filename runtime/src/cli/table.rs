use super::pretty::is_hidden;
use comfy_table::{Cell, ContentArrangement, Table, presets};
use serde_json::{Map, Value};

/// A value for people. A list of objects has a column for each member that is a single value; an object has a row for
/// each, and a table for each list of objects in it.
pub(super) fn table(value: &Value, width: Option<usize>) -> String {
    match value {
        Value::Null => String::new(),
        Value::Array(items) => list(items, width),
        Value::Object(members) => object(members, width),
        single => text(single),
    }
}

fn list(items: &[Value], width: Option<usize>) -> String {
    let columns = columns(items);
    if columns.is_empty() {
        return items.iter().map(text).collect::<Vec<_>>().join("\n");
    }
    let mut table = new(width);
    table.set_header(columns.iter().map(Cell::new));
    for item in items {
        let cell = |column: &&str| item.get(*column).filter(|value| is_single(value)).map(text);
        table.add_row(columns.iter().map(|column| cell(column).unwrap_or_default()));
    }
    table.to_string()
}

fn object(members: &Map<String, Value>, width: Option<usize>) -> String {
    let mut rows = Vec::new();
    let mut lists = Vec::new();
    walk(members, "", &mut rows, &mut lists);
    let mut parts = Vec::new();
    if !rows.is_empty() {
        let mut table = new(width);
        table.set_header(["Name", "Value"]);
        table.add_rows(rows.into_iter().map(|(name, value)| [name, value]));
        parts.push(table.to_string());
    }
    parts.extend(lists.into_iter().map(|(name, items)| format!("{name}\n{}", list(items, width))));
    parts.join("\n\n")
}

/// Single values with their paths, and lists of objects with theirs.
fn walk<'a>(
    members: &'a Map<String, Value>,
    path: &str,
    rows: &mut Vec<(String, String)>,
    lists: &mut Vec<(String, &'a [Value])>,
) {
    for (name, value) in members {
        let name = clean(name);
        let path = if path.is_empty() { name } else { format!("{path}.{name}") };
        match value {
            Value::Object(inner) if !inner.is_empty() => walk(inner, &path, rows, lists),
            Value::Array(items) if !columns(items).is_empty() => lists.push((path, items)),
            single => rows.push((path, text(single))),
        }
    }
}

/// The names of members that are single values in at least one of the objects, in the order in which they first come.
fn columns(items: &[Value]) -> Vec<&str> {
    let mut columns: Vec<&str> = Vec::new();
    for (name, value) in items.iter().filter_map(Value::as_object).flatten() {
        if is_single(value) && !columns.contains(&name.as_str()) {
            columns.push(name);
        }
    }
    columns
}

fn is_single(value: &Value) -> bool {
    match value {
        Value::Object(_) => false,
        Value::Array(items) => items.iter().all(|item| !item.is_object() && !item.is_array()),
        _ => true,
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => clean(text),
        Value::Array(items) if is_single(value) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        other => clean(&other.to_string()),
    }
}

/// On one line, without what could move a terminal's cursor.
fn clean(text: &str) -> String {
    let shown = |letter: char| match is_hidden(letter) {
        true => letter.escape_default().to_string(),
        false => letter.to_string(),
    };
    text.chars().map(shown).collect()
}

fn new(width: Option<usize>) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED);
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    }
    table
}
