//! What a document holds, counted by other means than those of the reader: over any JSON, by the rules of the
//! format.

use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Numbers of things that end up in a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) apis: usize,
    pub(crate) parameters: usize,
    pub(crate) properties: usize,
    pub(crate) lists: usize,
    pub(crate) maps: usize,
    pub(crate) references: usize,
    pub(crate) values: usize,
    pub(crate) required: usize,
    pub(crate) errors: usize,
}

/// Counts what is to be read of a document: parameters that are given twice once, and of replies only the first
/// that succeeds.
pub(crate) fn tally(document: &Value) -> Tally {
    let mut tally = Tally::default();
    for schema in members(&document["components"]["schemas"]).values() {
        count(schema, &mut tally);
    }
    for api in members(&document["apis"]).values() {
        tally.apis += 1;
        let mut seen = BTreeSet::new();
        for parameter in api["parameters"].as_array().unwrap_or(&Vec::new()) {
            let key = (parameter["name"].as_str().unwrap(), parameter["in"].as_str().unwrap());
            if seen.insert(key) {
                tally.parameters += 1;
                count(&parameter["schema"], &mut tally);
            }
        }
        let replies = members(&api["responses"]);
        let reply = replies.get("200").or_else(|| {
            let mut others = replies.iter().filter(|(status, _)| status.starts_with('2'));
            others.next().map(|(_, reply)| reply)
        });
        if let Some(reply) = reply {
            if !reply["schema"].is_null() {
                count(&reply["schema"], &mut tally);
            }
            for header in members(&reply["headers"]).values() {
                count(&header["schema"], &mut tally);
            }
        }
        let mut errors = BTreeSet::new();
        for (status, list) in members(&api["errorCodes"]) {
            for error in list.as_array().unwrap() {
                let number = status.trim().parse::<u32>().ok().filter(|number| (200..600).contains(number));
                let facts = ["errorCode", "errorMessage", "description"]
                    .map(|key| error[key].as_str().unwrap_or_default().trim().to_owned());
                if !facts.first().unwrap().is_empty() {
                    errors.insert((number, facts));
                }
            }
        }
        tally.errors += errors.len();
    }
    tally
}

fn count(schema: &Value, tally: &mut Tally) {
    let Some(object) = schema.as_object() else { return };
    tally.required += usize::from(object.get("required") == Some(&Value::Bool(true)));
    let values: BTreeSet<&str> = object
        .get("enum")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    tally.values += values.len();
    if object.contains_key("$ref") {
        tally.references += 1;
        return;
    }
    let properties = members(&schema["properties"]);
    let declared = object.get("type").and_then(Value::as_str);
    let implied = if !properties.is_empty() || object.contains_key("additionalProperties") {
        "object"
    } else if object.contains_key("items") {
        "array"
    } else {
        "any"
    };
    match declared.unwrap_or(implied) {
        "object" => {
            tally.properties += properties.len();
            properties.values().for_each(|property| count(property, tally));
            if properties.is_empty() && !schema["additionalProperties"].is_null() {
                tally.maps += 1;
                count(&schema["additionalProperties"], tally);
            }
        }
        "array" => {
            tally.lists += 1;
            if object.contains_key("items") {
                count(&schema["items"], tally);
            } else {
                tally.properties += properties.len();
                properties.values().for_each(|property| count(property, tally));
            }
        }
        _ => {}
    }
}

fn members(value: &Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}
