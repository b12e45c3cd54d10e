//! Compares a table with a dump, both ways, and lists every difference.

use crate::flatten::{self, Facts, entries, flag, path, text};
use crate::prose;
use crate::table::{Page, Product, Row};
use serde_json::Value;
use std::collections::BTreeMap;

/// Everything in which the dump departs from the tables, one line each.
pub(crate) fn dump(dump: &Value, product: &Product, pages: &[Page]) -> Vec<String> {
    if dump.get("format").and_then(Value::as_u64) != Some(1) {
        return vec!["the dump is not of format 1".to_owned()];
    }
    let code = product.fact("code");
    let dumped = entries(dump, "products");
    let dumped = dumped.iter().find(|entry| text(entry, "code").as_deref() == Some(code));
    let Some(dumped) = dumped else {
        return vec![format!("{code}: no such product in the dump")];
    };
    let mut found = Vec::new();
    let (table, spec) = (flatten::of_product(product), flatten::of_dumped_product(dumped));
    found.extend(facts(code, &table, &spec));
    for page in pages {
        let name = &page.operation;
        let operation =
            entries(dumped, "operations").iter().find(|entry| text(entry, "name").as_ref() == Some(name));
        match operation {
            Some(operation) => found.extend(self::operation(page, product, operation)),
            None => found.push(format!("{name}: no such operation in the dump")),
        }
    }
    found
}

fn operation(page: &Page, product: &Product, operation: &Value) -> Vec<String> {
    let name = &page.operation;
    let table = flatten::of_page(page, product);
    let mut found = facts(name, &table, &flatten::of_dump(operation));
    let parts = [("parameters", &page.parameters), ("fields", &page.fields)];
    for (key, rows) in parts {
        found.extend(order(name, key, rows, operation));
        found.extend(enumerations(name, rows, entries(operation, key)));
        found.extend(prose::rows(name, rows, entries(operation, key)));
    }
    found.extend(source(page, operation));
    found
}

/// The differences of two sets of facts.
fn facts(about: &str, table: &Facts, dump: &Facts) -> Vec<String> {
    let mut found = Vec::new();
    for (subject, said) in &table.0 {
        match dump.0.get(subject) {
            Some(dumped) => found.extend(
                attributes(said, dumped).into_iter().map(|line| format!("{about}: {subject}: {line}")),
            ),
            None => found.push(format!("{about}: {subject}: only in the table")),
        }
    }
    let new = dump.0.keys().filter(|subject| !table.0.contains_key(*subject));
    found.extend(new.map(|subject| format!("{about}: {subject}: only in the dump")));
    found
}

fn attributes(table: &BTreeMap<String, String>, dump: &BTreeMap<String, String>) -> Vec<String> {
    let mut found = Vec::new();
    for (attribute, said) in table {
        match dump.get(attribute) {
            None => found.push(format!("{attribute}: only in the table: `{said}`")),
            Some(dumped) if dumped != said => {
                let (said, dumped) = first_difference(said, dumped);
                found.push(format!("{attribute}: the table says `{said}`, the dump `{dumped}`"));
            }
            Some(_) => {}
        }
    }
    let new = dump.iter().filter(|(attribute, _)| !table.contains_key(*attribute));
    found.extend(new.map(|(attribute, said)| format!("{attribute}: only in the dump: `{said}`")));
    found
}

/// The first lines in which two texts differ.
fn first_difference<'t>(left: &'t str, right: &'t str) -> (&'t str, &'t str) {
    let (mut lefts, mut rights) = (left.split('\n'), right.split('\n'));
    loop {
        match (lefts.next(), rights.next()) {
            (None, None) => return (left, right),
            (left, right) if left != right => {
                return (left.unwrap_or("(the end)"), right.unwrap_or("(the end)"));
            }
            _ => {}
        }
    }
}

/// The rows that both have stand in the same order.
fn order(about: &str, key: &str, rows: &[Row], operation: &Value) -> Option<String> {
    let dumped: Vec<String> = entries(operation, key).iter().map(path).collect();
    let table = rows.iter().map(|row| &row.path).filter(|path| dumped.contains(path));
    let both = dumped.iter().filter(|path| rows.iter().any(|row| row.path == **path));
    let (said, found) = table.zip(both).find(|(said, found)| said != found)?;
    Some(format!("{about}: order of {key}: the table has {said} where the dump has {found}"))
}

/// Equal lists of the page are one enumeration; lists of other values or another type are two.
fn enumerations(about: &str, rows: &[Row], dumped: &[Value]) -> Vec<String> {
    let name = |row: &Row| {
        let entry = dumped.iter().find(|entry| path(entry) == row.path)?;
        text(entry, "enumeration")
    };
    // Truth values stay truth values.
    let (listed, others): (Vec<&Row>, Vec<&Row>) =
        rows.iter().partition(|row| !row.values.is_empty() && row.kind != "boolean");
    let mut found: Vec<String> = others
        .into_iter()
        .filter_map(|row| Some((row, name(row)?)))
        .map(|(row, name)| format!("{about}: {}: is no enumeration, the dump has {name}", row.path))
        .collect();
    for (index, left) in listed.iter().enumerate() {
        let first = name(left);
        if first.is_none() {
            found.push(format!("{about}: {}: has valid values and no enumeration", left.path));
        }
        for right in listed.iter().skip(index + 1) {
            let second = name(right);
            let (lefts, rights) = (prose::list_of(left), prose::list_of(right));
            let values = |list: &[(String, String)]| -> Vec<String> {
                list.iter().map(|(value, _)| value.clone()).collect()
            };
            let pair = format!("{about}: {} and {}", left.path, right.path);
            if first.is_none() || second.is_none() {
                continue;
            } else if left.kind == right.kind && lefts == rights && first != second {
                found.push(format!("{pair}: equal lists but two enumerations"));
            } else if (left.kind != right.kind || values(&lefts) != values(&rights)) && first == second {
                found.push(format!("{pair}: different lists but one enumeration"));
            }
        }
    }
    found
}

/// The page is among the sources, with its date and with what it says of its translation.
fn source(page: &Page, operation: &Value) -> Vec<String> {
    let about = &page.operation;
    let sources = entries(operation, "sources");
    let dated = |entry: &&Value| text(entry, "updated").as_ref() == Some(&page.updated);
    let mut found = Vec::new();
    match sources.iter().find(dated) {
        None => found.push(format!("{about}: no source is dated {}", page.updated)),
        Some(entry) if flag(entry, "machine_translated") != page.machine_translated => {
            let not = if page.machine_translated { "" } else { "not " };
            found.push(format!("{about}: the page of {} is {not}machine translated", page.updated));
        }
        Some(_) => {}
    }
    let others = sources.iter().filter(|entry| !dated(entry));
    if others.clone().any(|entry| flag(entry, "machine_translated")) {
        found.push(format!("{about}: a source that is not the page is machine translated"));
    }
    found
}
