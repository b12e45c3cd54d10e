use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use alicloud_codegen::Builder;
use serde_json::Value;

use super::{openapi, specs};
use crate::context::Context;

fn context(work: &Path) -> Context {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Context { work: work.to_owned(), tools: root.join("target/bench/tools"), root, corpus: None, rounds: 1 }
}

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/openapi")
}

/// The document made of a spec folder.
fn document(spec: &Path) -> Value {
    let work = tempfile::tempdir().unwrap();
    let path = work.path().join("openapi.json");
    openapi::openapi(spec, &path).unwrap();
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn the_document_of_a_small_product_is_the_golden_one() {
    let golden = fs::read_to_string(fixture().join("golden.json")).unwrap();
    let golden: Value = serde_json::from_str(&golden).unwrap();
    let made = document(&fixture().join("spec"));
    assert_eq!(made, golden, "{}", serde_json::to_string_pretty(&made).unwrap());
}

#[test]
fn everything_that_the_model_says_of_members_is_in_the_document() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let text = document(&spec).to_string();
    let dump: Value = serde_json::from_str(&Builder::new().spec(&spec).dump().unwrap()).unwrap();
    let mut looked_at = 0;
    for operation in dump["products"][0]["operations"].as_array().unwrap() {
        let members =
            ["parameters", "fields"].map(|key| operation[key].as_array().unwrap()).into_iter().flatten();
        for member in members {
            let values = member["values"].as_array().unwrap();
            let said = [&member["name"], &member["description"]].into_iter();
            let said = said.chain(values.iter().flat_map(|value| [&value["value"], &value["meaning"]]));
            for said in said.chain(member["notes"].as_array().unwrap()).filter_map(Value::as_str) {
                let quoted = Value::from(said).to_string();
                assert!(text.contains(quoted.trim_matches('"')), "{}: {said}", member["path"]);
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 100, "{looked_at}");
}

#[test]
fn no_two_components_have_one_name_in_rust() {
    let mut names = super::names::Names::default();
    let taken = ["GetCup", "getCup", "Get-Cup", "GetCup2"].map(|name| names.take(name));
    assert_eq!(taken, ["GetCup", "getCup2", "Get-Cup3", "GetCup22"]);
}

#[test]
fn operations_are_repeated_in_products_of_their_own() {
    let out = tempfile::tempdir().unwrap();
    let imported = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/sas/2018-12-03");
    for number in 0..3 {
        let folder = specs::product(&imported, out.path(), number).unwrap();
        specs::copy(&imported.join("get_check_sale.yaml"), &folder).unwrap();
    }
    assert_eq!(Builder::new().spec(out.path()).check().unwrap().operations, 3);
    assert_eq!(specs::count(out.path()).unwrap(), 3);
}

#[test]
#[ignore = "needs cargo-progenitor and oas3-gen, which the benchmarks install"]
fn generators_of_others_take_the_golden_document() {
    let out = tempfile::tempdir().unwrap();
    let context = context(out.path());
    let golden = fixture().join("golden.json");
    for peer in [crate::peers::Peer::Progenitor, crate::peers::Peer::Oas3Gen] {
        let out = out.path().join(peer.name());
        peer.install(&context).unwrap();
        let mut command: Command = peer.command(&context, &golden, &out).unwrap();
        crate::measure::run(&mut command).unwrap();
        peer.finish(&out).unwrap();
        let calls = peer.calls(&out).unwrap();
        assert_eq!(calls.matches("async fn call_").count(), 2, "{calls}");
    }
}
