//! The dump of a spec that uses every key: the example of `spec/README.md`.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use alicloud_codegen::Builder;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use tempfile::TempDir;

const GUIDE: &str = include_str!("../../spec/README.md");
const FORMAT: &str = include_str!("../../docs/dump.md");

/// Writes the guide's example files and dumps them.
fn dump() -> Value {
    let folder = TempDir::new().unwrap();
    for block in GUIDE.split("```yaml\n# ").skip(1) {
        let (path, rest) = block.split_once('\n').unwrap();
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, rest.split_once("```").unwrap().0).unwrap();
    }
    let text = Builder::new().spec(folder.path().join("spec")).dump().unwrap();
    serde_json::from_str(&text).unwrap()
}

fn entries(dump: &Value, list: &str, keys: &[&str]) -> Vec<String> {
    let list = dump["products"][0]["operations"][0][list].as_array().unwrap();
    let texts = |entry: &Value| {
        keys.iter().map(|key| entry[key].as_str().unwrap_or("-").to_owned()).collect::<Vec<_>>().join(" ")
    };
    list.iter().map(texts).collect()
}

#[test]
fn members_follow_what_they_belong_to() {
    let dump = dump();
    let fields = entries(&dump, "fields", &["path", "type", "rust", "enumeration"]);
    let expected = [
        "RequestId string request_id -",
        "Brews array<object> brews -",
        "Brews[].BrewId string brew_id -",
        "Brews[].State string state BrewState",
        "Brews[].Strength integer strength Strength",
        "Brews[].Iced boolean iced -",
        "Brews[].Celsius double celsius -",
        "Brews[].Grams float grams -",
        "Brews[].Batch string batch -",
        "Brews[].Guests array<string> guests -",
        "Brews[].Cups map<integer> cups -",
        "Brews[].Memo any memo -",
        "Brews[].Url string url -",
        "Brews[].URL string url_old -",
    ];
    assert_eq!(fields, expected);
    let parameters = entries(&dump, "parameters", &["path", "type", "position", "style", "enumeration"]);
    let expected = [
        "ShopId string query - -",
        "States array<string> query flat BrewState",
        "Filter object formData json -",
        "Filter.Since long formData - -",
        "Filter.Leaf string formData - -",
        "PageSize integer query - -",
        "PageNumber integer query - -",
        "Passphrase string formData - -",
    ];
    assert_eq!(parameters, expected);
}

#[test]
fn an_entry_has_everything_that_the_spec_says() {
    let dump = dump();
    let operation = &dump["products"][0]["operations"][0];
    let expected = json!({
        "path": "States", "name": "States", "type": "array<string>", "required": false,
        "default": null, "example": null,
        "values": [
            {"value": "steeping", "meaning": "Leaves still in the water", "name": "Steeping", "documented": null},
            {"value": "ready", "meaning": "Ready to pour", "name": "Ready", "documented": null},
            {"value": "poured_out", "meaning": "Nothing left", "name": "PouredOut", "documented": "poured out"},
        ],
        "enumeration": "BrewState", "shape": null, "object": null, "constraints": {"min_items": 1, "max_items": 3},
        "deprecated": null, "sensitive": false, "file_url": false,
        "description": "States to list. All states when absent.", "notes": [], "disagreements": [],
        "item": {"name": null, "description": "One state.", "example": "ready"},
        "rust": "states", "position": "query", "style": "flat",
    });
    assert_eq!(operation["parameters"][1], expected);
    let batch = &operation["fields"][8]["disagreements"];
    assert_eq!(batch, &json!([{"in": "sample", "documented": "string", "observed": "7"}]));
    assert_eq!(operation["parameters"][7]["sensitive"], true);
    assert_eq!(operation["authorization"]["resources"][0]["mandatory"], true);
}

/// An operation of the example with paths.
fn kitchen<'a>(dump: &'a Value, name: &str) -> &'a Value {
    let operations = dump["products"][1]["operations"].as_array().unwrap();
    operations.iter().find(|operation| operation["name"] == name).unwrap()
}

#[test]
fn requests_and_replies_of_every_kind_are_told_apart() {
    let dump = dump();
    let style = |index: usize| dump["products"][index]["style"].as_str().unwrap();
    assert_eq!((style(0), style(1)), ("RPC", "ROA"));
    let list = kitchen(&dump, "ListOrders");
    assert_eq!(list["path"], "/tables/{TableId}/orders/{+Folder}?view=full");
    assert_eq!(list["security"], json!(["AK", "BearerToken"]));
    assert_eq!(
        list["pagination"],
        json!({
            "by": "token", "parameter": "NextToken", "size": "MaxResults",
            "items": "Orders", "total": "TotalCount", "next": "NextToken",
        })
    );
    assert_eq!(list["samples"][0]["departs"], json!(["Orders[].Cups"]));
    assert_eq!(list["errors"][0]["status"], Value::Null);
    let positions: Vec<_> =
        list["parameters"].as_array().unwrap().iter().map(|one| &one["position"]).collect();
    assert_eq!(positions, ["path", "path", "query", "query", "header", "host"]);
    assert_eq!((&list["reply"]["body"], &list["reply"]["status"]), (&json!("object"), &json!(200)));
    let headers = list["reply"]["headers"].as_array().unwrap();
    assert_eq!((headers.len(), &headers[0]["name"]), (1, &json!("x-teahouse-balance")));

    let place = kitchen(&dump, "PlaceOrder");
    assert_eq!(place["streams"], true);
    assert_eq!(place["reply"]["status"], 201);
    assert_eq!(
        place["asynchronous"],
        json!({
            "operation": "GetOrder", "interval": 2000, "attempts": 60,
            "from_request": [{"parameter": "TableId", "from": "TableId"}],
            "from_reply": [{"parameter": "OrderId", "from": "OrderId"}],
            "status": "State", "done": ["served"], "failed": ["sent_back"],
        })
    );
    let parameters = place["parameters"].as_array().unwrap();
    let of = |path: &str, key: &str| parameters.iter().find(|one| one["path"] == path).unwrap()[key].clone();
    assert_eq!(of("Order", "object"), "OrderBody");
    assert_eq!(of("Order.Seats", "object"), "OrderSeat");
    assert_eq!((of("Order.CardUrl", "file_url"), of("Order.Leaf", "file_url")), (json!(true), json!(false)));

    let put = kitchen(&dump, "PutMenu");
    assert_eq!((&put["reply"]["body"], &put["parameters"][0]["type"]), (&json!("none"), &json!("binary")));
    let get = kitchen(&dump, "GetMenu");
    assert_eq!((&get["reply"]["body"], &get["fields"][0]["path"]), (&json!("bytes"), &json!("$")));
    let shapes: Vec<_> =
        dump["products"][1]["shapes"].as_array().unwrap().iter().map(|shape| &shape["name"]).collect();
    assert!(shapes.contains(&&json!("Order")), "{shapes:?}");
}

#[test]
fn every_key_is_documented() {
    let mut keys = BTreeSet::new();
    collect(&dump(), &mut keys);
    assert!(keys.len() > 40, "{keys:?}");
    let missing: Vec<&String> = keys.iter().filter(|key| !FORMAT.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "docs/dump.md lacks {missing:?}");
}

fn collect(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                keys.insert(key.clone());
                // Regions are no keys of the format.
                if key != "endpoints" {
                    collect(member, keys);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, keys)),
        _ => {}
    }
}
