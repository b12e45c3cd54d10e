//! Turns a table and a dump into the same form: a subject (a parameter, a field, an error …) and what is
//! said of it. Comparing is then comparing two maps.

use crate::disagreements::{Disagreements, of_ram, of_row, words};
use crate::table::{Page, Product, Row};
use serde_json::Value;
use std::collections::BTreeMap;

/// Subject to attribute to value.
#[derive(Default)]
pub(crate) struct Facts(pub(crate) BTreeMap<String, BTreeMap<String, String>>);

impl Facts {
    /// Starts a subject. A second one of the same name is a subject of its own, so that it shows.
    fn subject(&mut self, name: String) -> &mut BTreeMap<String, String> {
        match self.0.contains_key(&name) {
            true => self.subject(format!("{name} (again)")),
            false => self.0.entry(name).or_default(),
        }
    }
}

/// What the table says.
pub(crate) fn of_page(page: &Page, product: &Product) -> Facts {
    let mut facts = Facts::default();
    let about = facts.subject("operation".to_owned());
    put(about, "number of response fields", page.count.to_string());
    put(about, "kind", product.fact("kind"));
    put(about, "methods", sorted(product.fact("methods").split(", ")));
    put_some(about, "title of the reply", page.reply_title.clone());
    put(about, "number of samples", "1");
    put(about, "sample", page.sample.clone());
    put(about, "number of rows in the change history", "0");

    let ram = facts.subject("authorization".to_owned());
    put(ram, "disclosed", yes(page.ram.is_some()));
    if let Some(row) = &page.ram {
        put(ram, "action", &row.action);
        put(ram, "access level", &row.access_level);
        let resource = resource(&row.resource_type, &row.resource_name, row.mandatory);
        put(ram, "resources", resource);
        put(ram, "condition keys", row.condition_keys.join(", "));
        put(ram, "associated operations", row.associated_operations.join(", "));
        put_disagreements(ram, of_ram(page));
    }
    for row in &page.parameters {
        let about = facts.subject(format!("parameter {}", row.path));
        put(about, "position", product.fact("position"));
        put_row(about, row, None);
    }
    let sample: Value = serde_json::from_str(&page.sample).unwrap();
    for row in &page.fields {
        put_row(facts.subject(format!("response field {}", row.path)), row, Some(&sample));
    }
    for row in &page.errors {
        let about = facts.subject(error(&row.status, &row.code, &row.message));
        put(about, "has a description", yes(row.described));
    }
    facts
}

fn put_row(about: &mut BTreeMap<String, String>, row: &Row, sample: Option<&Value>) {
    put(about, "type", &row.kind);
    put(about, "required", yes(row.required));
    put_some(about, "default", row.default.clone());
    put_some(about, "example", row.example.clone());
    for listed in &row.values {
        put_value(about, &listed.value, listed.printed.as_deref());
    }
    put_some(about, "item row", row.item.as_ref().map(|(name, _)| name.clone()));
    put_disagreements(about, of_row(row, sample));
}

/// What the dump says of one operation.
pub(crate) fn of_dump(operation: &Value) -> Facts {
    let mut facts = Facts::default();
    let about = facts.subject("operation".to_owned());
    put(about, "number of response fields", entries(operation, "fields").len().to_string());
    put_some(about, "kind", text(operation, "kind"));
    put(about, "methods", sorted(entries(operation, "methods").iter().filter_map(Value::as_str)));
    put_some(about, "title of the reply", operation.get("reply").and_then(|r| text(r, "title")));
    let samples = entries(operation, "samples");
    put(about, "number of samples", samples.len().to_string());
    let body = samples.first().and_then(|sample| text(sample, "body"));
    // A block of text in a spec file ends with a line break that the page does not have.
    put_some(about, "sample", body.map(|body| body.trim_end_matches('\n').to_owned()));
    let history = entries(operation, "history").len();
    put(about, "number of rows in the change history", history.to_string());
    put_some(about, "deprecated", text(operation, "deprecated"));

    let ram = facts.subject("authorization".to_owned());
    let row = operation.get("authorization").filter(|row| !row.is_null());
    put(ram, "disclosed", yes(row.is_some()));
    if let Some(row) = row {
        put_some(ram, "action", text(row, "action"));
        put_some(ram, "access level", text(row, "access_level"));
        let resources = entries(row, "resources").iter().map(|entry| {
            let (kind, name) = (text(entry, "type"), text(entry, "name"));
            resource(&kind.unwrap_or_default(), &name.unwrap_or_default(), flag(entry, "mandatory"))
        });
        put(ram, "resources", resources.collect::<Vec<_>>().join(", "));
        put(ram, "condition keys", texts(row, "condition_keys").join(", "));
        put(ram, "associated operations", texts(row, "associated_operations").join(", "));
        put_recorded(ram, row);
    }
    for parameter in entries(operation, "parameters") {
        put_dumped(facts.subject(format!("parameter {}", path(parameter))), parameter);
    }
    for field in entries(operation, "fields") {
        put_dumped(facts.subject(format!("response field {}", path(field))), field);
    }
    for row in entries(operation, "errors") {
        let status = row.get("status").map(Value::to_string).unwrap_or_default();
        let (code, message) = (text(row, "code"), text(row, "message"));
        let name = error(&status, &code.unwrap_or_default(), &message.unwrap_or_default());
        let about = facts.subject(name);
        put(about, "has a description", yes(text(row, "description").is_some()));
    }
    facts
}

fn put_dumped(about: &mut BTreeMap<String, String>, entry: &Value) {
    for (attribute, key) in [
        ("position", "position"),
        ("type", "type"),
        ("default", "default"),
        ("example", "example"),
        ("deprecated", "deprecated"),
        ("style", "style"),
    ] {
        put_some(about, attribute, text(entry, key));
    }
    put(about, "required", yes(flag(entry, "required")));
    // The pages limit nothing and mark nothing as secret, so neither may appear.
    if flag(entry, "sensitive") {
        put(about, "sensitive", "yes");
    }
    let constraints = entry.get("constraints").and_then(Value::as_object).into_iter().flatten();
    for (key, limit) in constraints.filter(|(_, limit)| !limit.is_null()) {
        put(about, &format!("constraint {key}"), limit.to_string());
    }
    let name = text(entry, "name").unwrap_or_default();
    let path = path(entry);
    if path.rsplit('.').next() != Some(&name) {
        put(about, "name", name);
    }
    for value in entries(entry, "values") {
        let wire = text(value, "value").unwrap_or_default();
        let printed = text(value, "documented").filter(|printed| *printed != wire);
        put_value(about, &wire, printed.as_deref());
    }
    if let Some(item) = entry.get("item") {
        put_some(about, "item row", text(item, "name"));
        put_some(about, "example of the items", text(item, "example"));
    }
    put_recorded(about, entry);
}

/// The product, from its table.
pub(crate) fn of_product(product: &Product) -> Facts {
    let mut facts = Facts::default();
    let about = facts.subject("product".to_owned());
    for key in ["code", "version", "style", "module", "ram_prefix", "protocol"] {
        put(about, key, product.fact(key));
    }
    for (region, host) in &product.endpoints {
        put(facts.subject(format!("endpoint of {region}")), "host", host);
    }
    facts
}

/// The product, from the dump.
pub(crate) fn of_dumped_product(product: &Value) -> Facts {
    let mut facts = Facts::default();
    let about = facts.subject("product".to_owned());
    for key in ["code", "version", "style", "module", "ram_prefix", "protocol"] {
        put_some(about, key, text(product, key));
    }
    let endpoints = product.get("endpoints").and_then(Value::as_object).into_iter().flatten();
    for (region, host) in endpoints {
        let about = facts.subject(format!("endpoint of {region}"));
        put(about, "host", host.as_str().unwrap_or_default());
    }
    facts
}

fn put(about: &mut BTreeMap<String, String>, attribute: &str, value: impl Into<String>) {
    let before = about.insert(attribute.to_owned(), value.into());
    // A value twice in one list would otherwise vanish.
    if let Some(before) = before {
        about.insert(format!("{attribute} (again)"), before);
    }
}

fn put_some(about: &mut BTreeMap<String, String>, attribute: &str, value: Option<String>) {
    if let Some(value) = value {
        put(about, attribute, value);
    }
}

fn put_value(about: &mut BTreeMap<String, String>, value: &str, printed: Option<&str>) {
    put(about, &format!("value {value}"), format!("printed as {}", printed.unwrap_or(value)));
}

fn put_disagreements(about: &mut BTreeMap<String, String>, found: Disagreements) {
    for (place, shown) in found {
        put(about, &format!("disagreement in {place}"), shown);
    }
}

fn put_recorded(about: &mut BTreeMap<String, String>, entry: &Value) {
    let mut recorded: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in entries(entry, "disagreements") {
        let place = text(entry, "in").unwrap_or_default();
        let observed = text(entry, "observed").map(|observed| words(&observed));
        // What prose says has no wording to compare.
        let observed = observed.filter(|_| place != "text").unwrap_or_default();
        recorded.entry(place).or_default().push(observed);
    }
    for (place, shown) in recorded {
        put(about, &format!("disagreement in {place}"), shown.join(" ").trim());
    }
}

fn resource(kind: &str, name: &str, mandatory: bool) -> String {
    format!("{kind} {name} ({})", if mandatory { "mandatory" } else { "optional" })
}

fn error(status: &str, code: &str, message: &str) -> String {
    format!("error {status} {code} \"{message}\"")
}

fn yes(answer: bool) -> &'static str {
    if answer { "yes" } else { "no" }
}

fn sorted<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let mut texts: Vec<&str> = texts.collect();
    texts.sort_unstable();
    texts.join(", ")
}

pub(crate) fn path(entry: &Value) -> String {
    text(entry, "path").unwrap_or_default()
}

pub(crate) fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned)
}

pub(crate) fn flag(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool).unwrap_or_default()
}

pub(crate) fn entries<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

pub(crate) fn texts(value: &Value, key: &str) -> Vec<String> {
    entries(value, key).iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
