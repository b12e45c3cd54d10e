//! Emitted code derives nothing of serde: derived code costs ten times the compile time of tables.

use crate::granary::Granary;
use alicloud_codegen::Layout;
use std::collections::BTreeMap;

const SERDE: [&str; 2] = ["Serialize", "Deserialize"];

/// That no file asks for serde's derive.
pub(crate) fn none(files: &BTreeMap<String, String>) -> Result<(), String> {
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".rs")) {
        // The parentheses may hold several lines.
        let derives = text.split("derive(").skip(1).map(|rest| rest.split(')').next().unwrap_or_default());
        let mut names = derives.flat_map(|list| list.split([',', ':', ' ', '\n']));
        if let Some(name) = names.find(|name| SERDE.contains(name)) {
            return Err(format!("`{path}` derives `{name}`"));
        }
        if text.contains("serde_derive") {
            return Err(format!("`{path}` uses serde's derive"));
        }
    }
    Ok(())
}

#[test]
fn emitted_code_has_none() {
    let granary = Granary::new();
    for layout in [Layout::Crate, Layout::Modules] {
        let files = granary.emitted(layout, 2);
        assert!(files.values().any(|text| text.contains("derive(Clone)")));
        none(&files).unwrap();
        assert!(files.get("Cargo.toml").is_none_or(|manifest| !manifest.contains("derive")));
    }
}

#[test]
fn a_derive_is_noticed() {
    let file = |text: &str| BTreeMap::from([("a.rs".to_owned(), text.to_owned())]);
    assert!(none(&file("#[derive(Clone, Debug)] /// Serialize\nstruct A;")).is_ok());
    for text in [
        "#[derive(Clone, Serialize)]",
        "#[derive(\n    Clone,\n    serde::Deserialize,\n)]",
        "#[cfg_attr(feature = \"serde\", derive(Serialize))]",
        "use serde_derive::Deserialize as D;",
    ] {
        assert!(none(&file(text)).is_err(), "{text}");
    }
}
