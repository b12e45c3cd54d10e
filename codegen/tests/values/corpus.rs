//! Descriptions of the official metadata, by the place they stand at.

use serde_json::Value;
use std::collections::HashMap;
use std::path::PathBuf;
use std::{env, fs};

/// The folder of the official metadata, if there is one.
pub(crate) fn folder() -> Option<PathBuf> {
    env::var_os("ALICLOUD_CORPUS").map(PathBuf::from)
}

/// Documents that were read.
pub(crate) struct Documents {
    folder: PathBuf,
    read: HashMap<String, Value>,
}

impl Documents {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, read: HashMap::new() }
    }

    pub(crate) fn document(&mut self, product: &str, version: &str, language: &str) -> &Value {
        let path = format!("{product}/{version}/api-docs.{language}.json");
        let file = self.folder.join(&path);
        self.read.entry(path).or_insert_with(|| {
            let text =
                fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            serde_json::from_str(&text).unwrap()
        })
    }
}

/// All descriptions at a place of an operation: `parameter Tag[].Key`, `reply $.List[].Status`, `shape Node.kind`.
pub(crate) fn descriptions<'a>(document: &'a Value, operation: &str, place: &str) -> Vec<&'a str> {
    let (part, path) = place.split_once(' ').unwrap();
    let roots: Vec<(String, &Value)> = match part {
        "parameter" => document["apis"][operation]["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|parameter| {
                (parameter["name"].as_str().unwrap_or_default().to_owned(), &parameter["schema"])
            })
            .collect(),
        "reply" => document["apis"][operation]["responses"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(_, reply)| ("$".to_owned(), &reply["schema"]))
            .collect(),
        _ => vec![(operation.to_owned(), &document["components"]["schemas"][operation])],
    };
    let mut found = Vec::new();
    for (name, schema) in roots {
        if let Some(left) = path.strip_prefix(&name) {
            below(schema, left, &mut found);
        }
    }
    found
}

fn below<'a>(schema: &'a Value, path: &str, found: &mut Vec<&'a str>) {
    if path.is_empty() {
        found.extend(schema["description"].as_str());
    } else if let Some(left) = path.strip_prefix("[]") {
        below(&schema["items"], left, found);
    } else if let Some(left) = path.strip_prefix("{}") {
        below(&schema["additionalProperties"], left, found);
    } else if let Some(left) = path.strip_prefix('.') {
        // Names may hold dots.
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(left) = left.strip_prefix(name.as_str()) {
                below(member, left, found);
            }
        }
    }
}
