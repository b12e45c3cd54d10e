use crate::record::{self, Coercion, Node, Original, Place, RawValue, Record, Report};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The JSON that a decoded reply came from: the reply itself, and what its report kept.
///
/// Equal to what arrived, but for lists and maps that were not there and are empty, and for the notation of numbers.
/// Fields that came from headers are not left out.
///
/// # Errors
/// A floating point field holds NaN or an infinity, for which JSON has no form.
pub fn restore(reply: &dyn Record, report: &Report) -> Result<Value, serde_json::Error> {
    Restorer::new(report).object("$", reply, 0)
}

/// As [`restore`], without the last `hidden` fields.
pub(super) fn object(reply: &dyn Record, hidden: usize, report: &Report) -> Result<Value, serde_json::Error> {
    Restorer::new(report).object("$", reply, hidden)
}

/// The root of a reply that is its first field.
pub(super) fn payload(reply: &dyn Record, report: &Report) -> Result<Value, serde_json::Error> {
    let root = Restorer::new(report).value("$", reply.slot(0).node())?;
    Ok(root.unwrap_or_default())
}

/// What a report kept, by place.
struct Restorer<'a> {
    coercions: BTreeMap<&'a str, &'a Coercion>,
    raw_values: BTreeMap<&'a str, &'a RawValue>,
    /// Members and entries that the reply does not have, by the path of what they belong to.
    missing: BTreeMap<&'a str, Vec<(&'a str, &'a Value)>>,
}

impl<'a> Restorer<'a> {
    fn new(report: &'a Report) -> Self {
        let mut missing: BTreeMap<&str, Vec<(&str, &Value)>> = BTreeMap::new();
        let unknown = report.unknown_fields.iter().map(|field| (&field.place, &field.value));
        let raw = report.raw_values.iter().map(|raw| (&raw.place, &raw.value));
        let absent = report.coercions.iter().filter_map(|entry| Some((&entry.place, absent(entry)?)));
        for (place, value) in unknown.chain(raw).chain(absent) {
            if let Some(parent) = parent(place) {
                missing.entry(parent).or_default().push((place.name(), value));
            }
        }
        Self {
            coercions: report.coercions.iter().map(|entry| (entry.path(), entry)).collect(),
            raw_values: report.raw_values.iter().map(|raw| (raw.path(), raw)).collect(),
            missing,
        }
    }

    fn object(&self, path: &str, from: &dyn Record, hidden: usize) -> Result<Value, serde_json::Error> {
        let mut members = Map::new();
        let fields = from.shape().fields();
        for (index, name) in fields.iter().enumerate().take(fields.len().saturating_sub(hidden)) {
            let path = record::member(path, name);
            if let Some(value) = self.value(&path, from.slot(index).node())? {
                members.insert((*name).to_owned(), value);
            }
        }
        self.add_missing(path, &mut members);
        Ok(Value::Object(members))
    }

    fn add_missing(&self, path: &str, members: &mut Map<String, Value>) {
        for (name, value) in self.missing.get(path).into_iter().flatten() {
            members.entry(*name).or_insert_with(|| (*value).clone());
        }
    }

    /// What arrived at `path`, where a field, item or entry now holds `node`.
    fn value(&self, path: &str, node: Option<Node<'_>>) -> Result<Option<Value>, serde_json::Error> {
        let inner = || match (self.raw_values.get(path), node) {
            (Some(raw), _) => Ok(Some(raw.value.clone())),
            (None, Some(node)) => self.node(path, node).map(Some),
            (None, None) => Ok(None),
        };
        match self.coercions.get(path).map(|coercion| &coercion.original) {
            Some(Original::Value(value)) => Ok(Some(value.clone())),
            Some(Original::Wrapped(name)) => {
                Ok(Some(Value::Object(Map::from_iter([(name.clone(), inner()?.unwrap_or_default())]))))
            }
            Some(Original::Text) => match node {
                Some(Node::String(text)) => serde_json::from_str(text).map(Some),
                _ => inner(),
            },
            None => inner(),
        }
    }

    fn node(&self, path: &str, node: Node<'_>) -> Result<Value, serde_json::Error> {
        match node {
            Node::Record(from) => self.object(path, from, 0),
            Node::List(list) => {
                let mut items = Vec::new();
                let mut kept = (0..list.size().unwrap_or(0)).filter_map(|index| list.node(index));
                loop {
                    let place = record::item(path.to_owned(), items.len());
                    // An item that counts as absent is not in the list.
                    let left_out = self.coercions.get(place.as_str()).and_then(|entry| absent(entry));
                    let item = match left_out {
                        Some(value) => Some(value.clone()),
                        None => kept.next().map(|node| self.value(&place, Some(node))).transpose()?.flatten(),
                    };
                    match item {
                        Some(item) => items.push(item),
                        None => return Ok(Value::Array(items)),
                    }
                }
            }
            Node::Map(map) => {
                let mut entries = Map::new();
                let mut outcome = Ok(());
                map.each(&mut |key, node| {
                    let place = record::entry(path.to_owned(), key);
                    match self.value(&place, Some(node)) {
                        Ok(value) => entries.extend(value.map(|value| (key.to_owned(), value))),
                        Err(error) => outcome = Err(error),
                    }
                });
                outcome?;
                self.add_missing(path, &mut entries);
                Ok(Value::Object(entries))
            }
            // By way of the text, in which a 32-bit float has the digits that it was read from.
            scalar => serde_json::from_str(&record::to_json_text(scalar)?),
        }
    }
}

/// What arrived, where it counted as absent.
fn absent(coercion: &Coercion) -> Option<&Value> {
    match &coercion.original {
        Original::Value(value) if value.is_null() || value.as_str() == Some("") => Some(value),
        _ => None,
    }
}

/// The path of the object or map that a place is in; `None` for items of lists and for the root.
fn parent(place: &Place) -> Option<&str> {
    let (path, name) = (place.path.as_str(), place.name());
    if let Some(map) = path.strip_suffix('}').and_then(|path| path.strip_suffix(name))
        && let Some(map) = map.strip_suffix('{')
    {
        return Some(map);
    }
    if path == name {
        return (path != "$").then_some("$");
    }
    path.strip_suffix(name).filter(|_| !name.is_empty())?.strip_suffix('.')
}
