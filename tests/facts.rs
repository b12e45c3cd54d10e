//! The facts of the documentation pages, transcribed a second time and compared with the spec files.
//!
//! The tables in `facts/` and the files in `spec/` were written by reading the same pages independently, so a
//! slip in either shows as a difference. The comparison goes both ways: nothing may be missing and nothing
//! may be added.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "facts/compare.rs"]
mod compare;
#[path = "facts/disagreements.rs"]
mod disagreements;
#[path = "facts/fixture.rs"]
mod fixture;
#[path = "facts/flatten.rs"]
mod flatten;
#[path = "facts/prose.rs"]
mod prose;
#[path = "facts/table.rs"]
mod table;

use serde_json::Value;
use std::collections::BTreeSet;
use table::{Page, Product};

/// The resolved model of the repository's `spec/`.
fn dump() -> Value {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec");
    let text = alicloud_codegen::Builder::new().spec(spec).dump().expect("the spec files have problems");
    serde_json::from_str(&text).expect("the dump is not JSON")
}

fn pages() -> Vec<Page> {
    [
        include_str!("facts/get_check_sale.txt"),
        include_str!("facts/get_module_trial_auth_info.txt"),
        include_str!("facts/get_auth_summary.txt"),
    ]
    .map(table::page)
    .into()
}

fn product() -> Product {
    table::product(include_str!("facts/product.txt"))
}

fn report(found: &[String]) -> String {
    format!(
        "{} differences between the tables in tests/facts/ and the dump of spec/:\n  {}\n\
         next step: look at the documentation page, then correct the spec file, or the table if it is the slip",
        found.len(),
        found.join("\n  ")
    )
}

#[test]
fn dump_and_tables_say_the_same() {
    let found = compare::dump(&dump(), &product(), &pages());
    assert!(found.is_empty(), "{}", report(&found));
}

#[test]
fn tables_are_complete() {
    let counts: Vec<(String, usize)> = pages().into_iter().map(|page| (page.operation, page.count)).collect();
    let expected = [("GetCheckSale", 6), ("GetModuleTrialAuthInfo", 10), ("GetAuthSummary", 43)];
    assert_eq!(counts, expected.map(|(name, count)| (name.to_owned(), count)));
    assert_eq!(product().endpoints.len(), 39);
    for page in pages() {
        let name = &page.operation;
        assert_eq!(page.fields.len(), page.count, "{name}: rows in the table");
        assert!(["no section", "No change history"].contains(&page.history.as_str()), "{name}");
        // Each row is shown in the sample, and the sample shows nothing else.
        let sample: Value = serde_json::from_str(&page.sample).unwrap();
        let mut shown = BTreeSet::new();
        paths(&sample, "", &mut shown);
        let rows: BTreeSet<String> = page.fields.iter().map(|row| row.path.clone()).collect();
        assert_eq!(shown, rows, "{name}");
    }
}

fn paths(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let path = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
                paths(member, &path, found);
                found.insert(path);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| paths(item, &format!("{at}[]"), found)),
        _ => {}
    }
}

/// The pages' contradictions as the rules find them, so that a change of a rule shows here.
#[test]
fn pages_disagree_with_themselves_here() {
    let mut found = Vec::new();
    for page in pages() {
        let sample: Value = serde_json::from_str(&page.sample).unwrap();
        let ram = disagreements::of_ram(&page);
        found.extend(ram.into_iter().map(|(place, shown)| format!("RAM row, {place}: {shown}")));
        let parameters = page.parameters.iter().map(|row| (row, None));
        let fields = page.fields.iter().map(|row| (row, Some(&sample)));
        for (row, sample) in parameters.chain(fields) {
            let places = disagreements::of_row(row, sample);
            found.extend(places.iter().map(|(place, shown)| format!("{}, {place}: {shown}", row.path)));
            let printed = row.values.iter().filter_map(|listed| listed.printed.as_ref());
            found.extend(printed.map(|printed| format!("{}, printed: {printed}", row.path)));
        }
    }
    let expected = [
        "RegionId, printed: Global ap-southeast-1",
        "RAM row, values: get",
        "HasPreBindSetting, example: 1",
        "HasPreBindSetting, values: 0 1",
        "VersionSummary[].Index, text: ",
        "PostPaidVersionSummary[].Index, text: ",
        "PostPaidHostAutoBind, sample: 1",
        "PostPaidHostAutoBindVersion, sample: 7",
        "PostPaidHighestVersion, sample: 7",
        "InvalidBindStatus, example: Effective",
        "InvalidBindStatus, sample: Effective",
        "ClusterNodeCheck, example: Required",
    ];
    assert_eq!(found, expected);
}
