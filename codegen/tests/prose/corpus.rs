use crate::judge::{all_faults, in_the_generator};
use alicloud_codegen::import::prose::{Links, clean};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::Write;
use std::path::Path;
use std::time::Instant;

const PRODUCTS: &[&str] = &[
    "alidns",
    "aligenie",
    "cloudcontrol",
    "cs",
    "ecs",
    "gpdb",
    "ocr-api",
    "oss",
    "pds",
    "sas",
    "sls",
    "sts",
];

const KEYS: &[&str] = &[
    "description",
    "title",
    "summary",
    "requestParamsDescription",
    "responseParamsDescription",
    "extraInfo",
];

struct Names(HashSet<String>);

impl Links for Names {
    fn is_operation(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}

/// Prints past the harness, which swallows what passing tests print.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

#[test]
fn official_descriptions() {
    let Some(folder) = std::env::var_os("ALICLOUD_CORPUS") else {
        say("skipped: ALICLOUD_CORPUS names no folder with official metadata");
        return;
    };
    let (mut texts, mut bytes, mut changed, mut operations, mut cut) =
        (0_usize, 0_usize, 0_usize, 0_usize, 0_usize);
    let mut faulty: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for product in PRODUCTS {
        for document in documents(&Path::new(&folder).join(product)) {
            let value: Value = serde_json::from_str(&std::fs::read_to_string(&document).unwrap()).unwrap();
            let names = value["apis"].as_object().unwrap().keys().cloned().collect();
            let names = Names(names);
            let mut found = BTreeSet::new();
            collect(&value, &mut found);
            let length: usize = found.iter().map(|text| text.len()).sum();
            let start = Instant::now();
            let cleaned: Vec<String> = found.iter().map(|text| clean(text, &names)).collect();
            let took = start.elapsed();
            for (text, cleaned) in found.iter().zip(&cleaned) {
                texts += 1;
                changed += usize::from(cleaned != text.trim());
                operations += cleaned.matches("[`").count();
                cut += usize::from(cleaned.ends_with("says more about this."));
                let faults = all_faults(text, &names);
                if !faults.is_empty() {
                    faulty
                        .entry(document.display().to_string())
                        .or_default()
                        .push(format!("{text:?}: {faults:#?}"));
                }
            }
            for texts in cleaned.chunks(500) {
                let said = in_the_generator(texts);
                if !said.is_empty() {
                    faulty.entry(document.display().to_string()).or_default().push(said);
                }
            }
            bytes += length;
            let name = document.strip_prefix(&folder).unwrap().display().to_string();
            say(&format!("{name}: {} texts, {length} bytes in {took:?}", found.len()));
        }
    }
    say(&format!(
        "{texts} texts of {bytes} bytes: {changed} changed, {cut} cut, {operations} links to operations, {} with faults",
        faulty.values().map(Vec::len).sum::<usize>()
    ));
    for (document, faults) in &faulty {
        for fault in faults.iter().take(3) {
            say(&format!("{document}: {fault}"));
        }
    }
    assert!(faulty.is_empty());
}

fn documents(folder: &Path) -> Vec<std::path::PathBuf> {
    let versions = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut documents: Vec<_> = versions
        .flat_map(|version| std::fs::read_dir(version).unwrap().map(|entry| entry.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    documents.sort();
    documents
}

/// Every text that is documentation, once.
fn collect<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                match value {
                    Value::String(text) if KEYS.contains(&key.as_str()) => {
                        found.insert(text);
                    }
                    Value::Object(titles) if key == "enumValueTitles" => {
                        found.extend(titles.values().filter_map(Value::as_str));
                    }
                    _ => collect(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}
