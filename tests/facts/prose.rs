//! What can be compared of texts that a spec file puts into words of its own.

use crate::flatten::{entries, path, text, texts};
use crate::table::Row;
use serde_json::Value;
use std::collections::BTreeSet;

/// Meanings, notes and descriptions of the parameters or fields of one operation.
pub(crate) fn rows(about: &str, rows: &[Row], dumped: &[Value]) -> Vec<String> {
    let mut found = Vec::new();
    for row in rows {
        // A missing row is reported elsewhere.
        if let Some(entry) = dumped.iter().find(|entry| path(entry) == row.path) {
            let lines = meanings(row, entry).into_iter().chain(notes(row, rows, entry));
            found.extend(lines.map(|line| format!("{about}: {}: {line}", row.path)));
        }
    }
    found
}

/// A list's values with their keywords, in an order and spelling that makes equal lists equal.
pub(crate) fn list_of(row: &Row) -> Vec<(String, String)> {
    let key = |keyword: &Option<String>| keyword.as_deref().map(fold).unwrap_or_default();
    let mut list: Vec<_> =
        row.values.iter().map(|listed| (listed.value.clone(), key(&listed.keyword))).collect();
    list.sort();
    list
}

/// Each meaning of the page has a counterpart, and no value has that of another: its text does not hold
/// another value's keyword without holding its own.
fn meanings(row: &Row, entry: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for listed in &row.values {
        let value = &listed.value;
        let dumped =
            entries(entry, "values").iter().find(|entry| text(entry, "value").as_ref() == Some(value));
        let Some(dumped) = dumped else { continue };
        let meaning = text(dumped, "meaning").unwrap_or_default();
        if listed.has_meaning && meaning.trim().is_empty() {
            found.push(format!("value {value}: has no meaning"));
        }
        let said = tokens(&fold(&meaning));
        let Some(own) = listed.keyword.as_deref().map(fold) else { continue };
        let others = row.values.iter().filter_map(|other| other.keyword.as_deref().map(fold));
        // Shorter words stand in sentences about anything.
        let foreign = others
            .filter(|word| *word != own && word.len() > 2)
            .find(|word| said.contains(word) && !said.contains(&own));
        if let Some(word) = foreign {
            found.push(format!("value {value}: the page says `{own}`, the dump `{word}`"));
        }
    }
    found
}

/// Effect notes name exactly the values that the page names; other notes and described item rows exist.
fn notes(row: &Row, rows: &[Row], entry: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let notes = texts(entry, "notes").join("\n");
    let said = tokens(&notes);
    for field in controlling(rows) {
        // The field that controls the others may say so.
        if row.path.rsplit('.').next() == Some(field) {
            continue;
        }
        let controls = row.effect.as_ref().filter(|(controlling, _)| controlling == field);
        let expected: BTreeSet<String> =
            controls.into_iter().flat_map(|(_, values)| values.clone()).collect();
        let known = rows.iter().filter(|row| row.path.rsplit('.').next() == Some(field));
        let known = known.flat_map(|row| row.values.iter().map(|listed| listed.value.clone()));
        let named: BTreeSet<String> = known.filter(|value| said.contains(value)).collect();
        if named != expected {
            found.push(format!(
                "the notes name {named:?} of {field}, the page says that it takes effect for {expected:?}"
            ));
        } else if said.contains(field) != controls.is_some() {
            let (naming, other) = match controls {
                Some(_) => ("do not name", "does"),
                None => ("name", "does not"),
            };
            found.push(format!("the notes {naming} {field}, the page {other}"));
        }
    }
    if row.note.is_some() && notes.trim().is_empty() {
        found.push("the page has a note here, the dump has none".to_owned());
    }
    let described = |item: &Value| text(item, "description").is_some();
    if row.item.as_ref().is_some_and(|(_, described)| *described) && !entry.get("item").is_some_and(described)
    {
        found.push("the page describes the item row, the dump does not".to_owned());
    }
    found
}

/// Fields whose value decides whether others take effect.
fn controlling(rows: &[Row]) -> BTreeSet<&str> {
    rows.iter().filter_map(|row| row.effect.as_ref()).map(|(field, _)| field.as_str()).collect()
}

/// `Anti-virus` and `Antivirus` are one word.
fn fold(text: &str) -> String {
    text.replace('-', "").to_lowercase()
}

fn tokens(text: &str) -> BTreeSet<String> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.split(|c| !is_part(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
