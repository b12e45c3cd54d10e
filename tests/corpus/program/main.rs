//! Decodes documented replies through the client of their operation and compares what is encoded back with them.
//!
//! The first argument is a file with a JSON list of `{"operation": .., "text": ..}`. One line of JSON per reply goes to
//! standard output, and one per operation whose request cannot be made.

mod check;
mod compare;
mod fill;
mod table;

use alicloud_runtime::record::Value;
use std::collections::BTreeMap;
use std::io::Write;

fn main() {
    let file = std::env::args().nth(1).expect("a file with replies");
    let text = std::fs::read(file).expect("the file is readable");
    let replies: Vec<Value> = serde_json::from_slice(&text).expect("the file is JSON");
    let checks: BTreeMap<&str, check::Check> = table::CHECKS.iter().copied().collect();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut put = |line: Value| writeln!(out, "{line}").expect("standard output takes it");
    for reply in &replies {
        let (operation, text) = (reply["operation"].as_str().unwrap(), reply["text"].as_str().unwrap());
        put(match checks.get(operation) {
            Some(check) => check(operation, text),
            None => serde_json::json!({ "operation": operation, "failed": "it is not in the client" }),
        });
    }
    // Those without a documented reply can be called as well.
    let shown: std::collections::BTreeSet<_> = replies.iter().map(|reply| reply["operation"].as_str().unwrap()).collect();
    for (operation, check) in table::CHECKS.iter().filter(|(operation, _)| !shown.contains(operation)) {
        let line = check(operation, "");
        let unsent = line["unsent"].clone();
        put(serde_json::json!({ "operation": operation, "unsent": unsent }));
    }
}
