//! The texts of the command line's help: data of an emitted crate.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use alicloud_codegen::rust::is_generated;
use alicloud_codegen::{Layout, Options, pipeline};
use serde_json::{Value, json};
use std::path::Path;

/// The lines of the one product of a fixture.
fn lines(fixture: &str) -> Vec<Value> {
    text(fixture).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text(fixture: &str) -> String {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures").join(fixture);
    let options = Options { spec, layout: Layout::Crate, ..Options::default() };
    let resolved = pipeline::load(&options).and_then(|loaded| loaded.resolve(&[])).unwrap();
    let files = pipeline::emit(&resolved.model, &options).unwrap();
    let mut texts = files.into_iter().filter(|(path, _)| path.ends_with("/help.jsonl"));
    texts.next().expect("a product").1
}

fn parameter(line: &Value, name: &str) -> Value {
    let parameters = line["parameters"].as_array().unwrap();
    parameters.iter().find(|parameter| parameter["name"] == name).unwrap().clone()
}

#[test]
fn the_first_line_is_the_header_and_the_product() {
    let text = text("nesting");
    assert!(is_generated(&text));
    let first: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert!(first["title"].is_string());
    // The program looks for a line by its beginning.
    assert!(text.lines().nth(1).unwrap().starts_with(r#"{"name":"PlantTrees","#));
}

#[test]
fn values_have_their_meanings_and_lists_the_type_of_an_item() {
    let shows = &lines("enumerations")[1];
    let genre = parameter(shows, "Genre");
    assert_eq!(genre["values"][0], json!({"value": "drama", "meaning": "Serious"}));
    assert_eq!(genre["values"][2], json!({"value": "2D"}));
    assert_eq!((&genre["default"], &genre["example"]), (&json!("drama"), &json!("drama")));
    let languages = parameter(shows, "Languages");
    assert_eq!((&languages["item"], &languages["values"][0]["value"]), (&json!("string"), &json!("en")));
}

#[test]
fn members_of_objects_are_told_by_their_places() {
    let plant = &lines("nesting")[1];
    let paths = |name: &str| -> Vec<String> {
        let fields = parameter(plant, name)["fields"].as_array().unwrap().clone();
        fields.iter().map(|field| format!("{}: {}", field["path"].as_str().unwrap(), field["type"])).collect()
    };
    assert_eq!(paths("Fence"), ["Gate: \"object\"", "Gate.Width: \"integer\""]);
    assert_eq!(paths("Owners"), ["{}.Name: \"string\""]);
    assert!(paths("RowList").contains(&"[].TreeList[].Grafts: \"list of string\"".to_owned()));
    assert_eq!(parameter(plant, "Ages")["item"], "integer");
    assert_eq!(parameter(plant, "Grid").get("item"), None);
}

#[test]
fn a_shape_in_itself_is_told_once() {
    let dig = &lines("recursion")[1];
    let body = parameter(dig, "body");
    let fields = body["fields"].as_array().unwrap();
    let paths: Vec<&str> = fields.iter().map(|field| field["path"].as_str().unwrap()).collect();
    assert!(paths.contains(&"Next") && !paths.iter().any(|path| path.contains("Next.Next")), "{paths:?}");
}
