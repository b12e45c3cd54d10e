use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use alicloud_codegen::Builder;
use serde_json::Value;

use super::{openapi, specs};
use crate::context::Context;

fn context(work: &Path) -> Context {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Context { work: work.to_owned(), ..Context::of_tests(&root) }
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
        let product = specs::product(&imported, out.path(), number).unwrap();
        specs::copy(&imported.join("get_check_sale.yaml"), product.parent().unwrap()).unwrap();
    }
    assert_eq!(Builder::new().spec(out.path()).check().unwrap().operations, 3);
    assert_eq!(specs::count(out.path()).unwrap(), 3);
}

#[test]
fn files_that_are_right_stay_as_they_are_and_others_go() {
    let out = tempfile::tempdir().unwrap();
    let imported = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/sas/2018-12-03");
    let operation = imported.join("get_check_sale.yaml");
    let product = specs::product(&imported, out.path(), 0).unwrap();
    let copied = specs::copy(&operation, product.parent().unwrap()).unwrap();
    let times = || [&product, &copied].map(|path| fs::metadata(path).unwrap().modified().unwrap());
    let before = times();
    fs::create_dir_all(out.path().join("old/version")).unwrap();
    fs::write(out.path().join("old/version/product.yaml"), "").unwrap();
    assert_eq!(specs::product(&imported, out.path(), 0).unwrap(), product);
    assert_eq!(specs::copy(&operation, product.parent().unwrap()).unwrap(), copied);
    specs::keep(out.path(), &[product.clone(), copied.clone()].into()).unwrap();
    assert_eq!(times(), before);
    assert!(!out.path().join("old").exists());
    fs::write(&copied, "another").unwrap();
    specs::copy(&operation, product.parent().unwrap()).unwrap();
    assert_eq!(fs::read(&copied).unwrap(), fs::read(&operation).unwrap());
}

#[test]
fn equal_enumerations_are_counted_once_where_ours_makes_one_type() {
    let spec = tempfile::tempdir().unwrap();
    let from = fixture().join("spec/teahouse/2024-05-01");
    let folder = spec.path().join("teahouse/2024-05-01");
    fs::create_dir_all(&folder).unwrap();
    fs::copy(from.join("product.yaml"), folder.join("product.yaml")).unwrap();
    let operation = fs::read_to_string(from.join("list_brews.yaml")).unwrap();
    let mut said = Vec::new();
    // The last two have other moods than the first two, under the same name.
    for (name, file, mood) in [
        ("ListBrews", "list_brews.yaml", "wild"),
        ("ListBrewsAgain", "list_brews_again.yaml", "wild"),
        ("ListBrewsOnce", "list_brews_once.yaml", "merry"),
        ("ListBrewsTwice", "list_brews_twice.yaml", "merry"),
    ] {
        let operation = operation.replace("name: ListBrews\n", &format!("name: {name}\n"));
        fs::write(folder.join(file), operation.replace("wild", mood)).unwrap();
        let out = spec.path().join("openapi.json");
        openapi::openapi(spec.path(), &out).unwrap();
        said.push(super::enumerations(&out).unwrap().to_string());
        fs::remove_file(out.with_extension("enumerations")).unwrap();
        fs::remove_file(out).unwrap();
    }
    assert_eq!(
        said,
        [
            "3 enumerations, 3 of them distinct, and ours makes 3 types of them",
            "6 enumerations, 3 of them distinct, and ours makes 3 types of them",
            "9 enumerations, 4 of them distinct, and ours makes 4 types of them",
            // The first moods are made once, and the others where they are used: 3 types.
            "12 enumerations, 4 of them distinct, and ours makes 5 types of them"
        ]
    );
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
