//! Documented replies, as the documents hold them.

use crate::declared::success;
use crate::folder::Source;
use crate::json::Json;
use std::collections::BTreeSet;

/// A documented reply.
pub(crate) struct Demo {
    /// `Sas@2018-12-03 DescribeX`.
    pub(crate) operation: String,
    pub(crate) text: String,
}

/// The documented replies of some operations of a product version.
#[derive(Default)]
pub(crate) struct Demos {
    pub(crate) list: Vec<Demo>,
    /// Of operations that describe no reply: there is nothing to decode them into.
    pub(crate) without_schema: usize,
    /// Which are no JSON, though the reply is.
    pub(crate) unreadable: Vec<String>,
}

/// Name of an operation across products.
pub(crate) fn key(source: &Source, operation: &str) -> String {
    format!("{}@{} {operation}", source.code(), source.version())
}

pub(crate) fn demos(source: &Source, operations: &BTreeSet<String>) -> Demos {
    let mut demos = Demos::default();
    for (name, api) in source.apis().iter().filter(|(name, _)| operations.contains(name)) {
        let key = key(source, name);
        let schema = success(api).and_then(|reply| reply.member("schema"));
        for text in texts(api) {
            match schema.filter(|schema| !schema.members().is_empty()) {
                None => demos.without_schema += 1,
                // Texts and bytes are what they are; anything else is JSON.
                Some(schema) if schema.text("type") != Some("string") && !is_json(&text) => {
                    demos.unreadable.push(key.clone());
                }
                Some(_) => demos.list.push(Demo { operation: key.clone(), text }),
            }
        }
    }
    demos
}

/// The examples in JSON: a JSON text in the JSON document.
fn texts(api: &Json) -> Vec<String> {
    let Some(written) = api.text("responseDemo") else { return Vec::new() };
    let Ok(Json::List(list)) = serde_json::from_str(written) else { return Vec::new() };
    let json = list.iter().filter(|demo| demo.text("type") == Some("json"));
    let texts = json.filter_map(|demo| demo.get("example")?.as_str());
    texts.filter(|text| !text.trim().is_empty()).map(str::to_owned).collect()
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<Json>(text).is_ok()
}
