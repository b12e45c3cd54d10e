//! A program that decodes documented replies with the emitted crate.

use crate::cli::{ROOT, Took};
use crate::demos::Demo;
use crate::workspace::{PACKAGE, Workspace};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;

const FILES: [(&str, &str); 4] = [
    ("demos/src/main.rs", include_str!("program/main.rs")),
    ("demos/src/check.rs", include_str!("program/check.rs")),
    ("demos/src/compare.rs", include_str!("program/compare.rs")),
    ("demos/src/fill.rs", include_str!("program/fill.rs")),
];

/// Writes the program: one row per operation. The replies are read when it runs.
pub(crate) fn write(workspace: &Workspace, operations: &BTreeMap<String, String>, features: &[String]) {
    for (path, text) in FILES {
        workspace.write(path, text);
    }
    let rows = operations
        .iter()
        .map(|(name, module)| format!("    ({name:?}, check::<corpus_client::{module}::Request>),\n"));
    let rows: String = rows.collect();
    let table = format!(
        "use crate::check::{{Check, check}};\n\n#[rustfmt::skip]\npub const CHECKS: &[(&str, Check)] = &[\n{rows}];\n"
    );
    workspace.write("demos/src/table.rs", &table);
    let manifest = format!(
        "[package]\nname = \"demos\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         alicloud-runtime = {{ path = {:?}, default-features = false, features = [\"test-util\"] }}\n\
         {PACKAGE} = {{ path = \"../client\", default-features = false, features = {features:?} }}\n\
         serde_json = \"1\"\n",
        format!("{ROOT}/runtime")
    );
    workspace.write("demos/Cargo.toml", &manifest);
}

/// What became of the replies.
pub(crate) struct Results {
    pub(crate) by_product: BTreeMap<String, Tally>,
    /// Operations whose request could not be made from its required parameters.
    pub(crate) unsent: Vec<String>,
    pub(crate) took: Took,
}

#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) replies: usize,
    pub(crate) decoded: usize,
    pub(crate) coercions: BTreeMap<String, usize>,
    pub(crate) raw: Vec<String>,
    pub(crate) unknown: usize,
    pub(crate) unlisted: usize,
    pub(crate) lost: Vec<String>,
    pub(crate) failed: Vec<String>,
}

pub(crate) fn run(workspace: &Workspace, demos: &[&Demo]) -> Results {
    let list: Vec<Value> =
        demos.iter().map(|demo| json!({ "operation": demo.operation, "text": demo.text })).collect();
    workspace.write("demos.json", &Value::Array(list).to_string());
    let program = workspace.path("target/debug").join(format!("demos{}", std::env::consts::EXE_SUFFIX));
    let mut command = std::process::Command::new(program);
    let ended = crate::cli::ended(command.arg(workspace.path("demos.json")));
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    fs::write(workspace.path("demos.out"), &ended.out).unwrap();
    let mut results = Results { by_product: BTreeMap::new(), unsent: Vec::new(), took: ended.took };
    for line in ended.out.lines() {
        results.add(&serde_json::from_str(line).unwrap());
    }
    results
}

impl Results {
    fn add(&mut self, line: &Value) {
        let operation = line["operation"].as_str().unwrap();
        let (product, name) = operation.split_once(' ').unwrap();
        if let Some(problem) = line["unsent"].as_str() {
            self.unsent.push(format!("{operation}: {problem}"));
            return;
        }
        let is_reply = line.get("lost").is_some() || line.get("failed").is_some();
        let tally = self.by_product.entry(product.to_owned()).or_default();
        if !is_reply {
            return;
        }
        tally.replies += 1;
        if let Some(problem) = line["failed"].as_str() {
            tally.failed.push(format!("{name}: {problem}"));
            return;
        }
        tally.decoded += 1;
        for (class, count) in line["coercions"].as_object().unwrap() {
            *tally.coercions.entry(class.clone()).or_default() += number(count);
        }
        let texts = |key: &str| line[key].as_array().unwrap().iter().map(|text| text.as_str().unwrap());
        tally.raw.extend(texts("raw").map(|text| format!("{name}: {text}")));
        tally.lost.extend(texts("lost").map(|text| format!("{name}: {text}")));
        tally.unknown += number(&line["unknown"]);
        tally.unlisted += number(&line["unlisted"]);
    }
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap_or_default()).unwrap()
}
