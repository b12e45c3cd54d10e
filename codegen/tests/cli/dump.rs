//! `dump`: the resolved model as JSON.

use crate::sandbox::Sandbox;
use serde_json::Value;

#[test]
fn holds_every_field_of_the_replies() {
    let sandbox = Sandbox::new();
    let text = sandbox.good(&["dump", "--format", "json"]);
    assert!(text.ends_with("}\n"));
    assert_eq!(text, sandbox.good(&["dump"]), "the same every time");
    let dump: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(dump["format"], 1);
    let operations = dump["products"][0]["operations"].as_array().unwrap();
    let counts: Vec<(&str, usize)> = operations
        .iter()
        .map(|operation| (operation["name"].as_str().unwrap(), operation["fields"].as_array().unwrap().len()))
        .collect();
    assert_eq!(counts, [("GetAuthSummary", 43), ("GetCheckSale", 6), ("GetModuleTrialAuthInfo", 10)]);
}
