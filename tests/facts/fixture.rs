//! Proves on a small page and its dump, both written by hand, that the comparison notices what it is for.

use crate::{compare, table};
use serde_json::{Value, json};

const PRODUCT: &str = "
    product  | code       | Zoo
    product  | version    | 2020-02-02
    product  | style      | RPC
    product  | module     | zoo
    product  | ram_prefix | yundun-zoo
    product  | protocol   | HTTPS
    product  | kind       | read
    product  | methods    | POST, GET
    product  | position   | query
    endpoint | zoo.example.com | north, south
";

const PAGE: &str = "
page    | Zoo:GetHerd
updated | Feb 3, 2020
machine | yes
history | no section
fields  | 5
levels  | read, write, list
ram     | yundun-zoo:GetHerd | get | *All Resources | * | none | none
param   | Lang | string | Yes | zh
  default | zh
  value | zh | Chinese
  value | en | English | in en
reply   | object | PlainResult
field   | Herd | object [] | -
  item  | animal | yes
field   | Herd[].Kind | string | COW
  value | COW | cattle
  value | HEN | fowl
field   | Herd[].Eggs | integer | 7
  effect | Kind | HEN
field   | Herd[].Legs | string | 4
  value | 2 | two
  value | 4 | four
  note  | counted
field   | Open | boolean | 1
  value | 0 | closed
  value | 1 | open
> {
>   \"Herd\": [{\"Kind\": \"PIG\", \"Eggs\": 7, \"Legs\": 4}],
>   \"Open\": true
> }
error   | 403 | NoPermission | caller has no permission | yes
error   | 500 | ServerError  | ServerError | no
";

/// What a dump of the page looks like when everything is right.
fn dump() -> Value {
    let mut dump = json!({"format": 1, "products": [{
        "code": "Zoo", "version": "2020-02-02", "style": "RPC", "module": "zoo",
        "ram_prefix": "yundun-zoo", "protocol": "HTTPS",
        "endpoints": {"north": "zoo.example.com", "south": "zoo.example.com"},
        "operations": [{
            "name": "GetHerd", "kind": "read", "methods": ["POST", "GET"], "deprecated": null,
            "authorization": {
                "action": "yundun-zoo:GetHerd", "access_level": "get",
                "resources": [{"type": "All Resources", "name": "*", "mandatory": true}],
                "condition_keys": [], "associated_operations": [],
                "disagreements": [{"in": "values", "documented": "read, write or list", "observed": "get"}],
            },
            "reply": {"title": "PlainResult", "description": null},
            "samples": [{"title": "Success", "body":
                "{\n  \"Herd\": [{\"Kind\": \"PIG\", \"Eggs\": 7, \"Legs\": 4}],\n  \"Open\": true\n}\n"}],
            "errors": [
                {"status": 403, "code": "NoPermission", "message": "caller has no permission", "description": "No."},
                {"status": 500, "code": "ServerError", "message": "ServerError", "description": null},
            ],
            "sources": [
                {"title": "API metadata", "updated": null, "machine_translated": false},
                {"title": "GetHerd", "updated": "2020-02-03", "machine_translated": true},
            ],
            "history": [],
        }],
    }]});
    let operation = &mut dump["products"][0]["operations"][0];
    operation["parameters"] = json!([{
        "path": "Lang", "name": "Lang", "type": "string", "required": true, "default": "zh",
        "example": "zh", "position": "query", "style": null, "enumeration": "Lang", "constraints": {},
        "values": [
            {"value": "zh", "meaning": "Chinese", "documented": null},
            {"value": "en", "meaning": "English", "documented": "in en"},
        ],
    }]);
    operation["fields"] = json!([
        {"path": "Herd", "name": "Herd", "type": "array<object>", "values": [],
            "item": {"name": "animal", "description": "One of them", "example": null}},
        {"path": "Herd[].Kind", "name": "Kind", "type": "string", "example": "COW", "enumeration": "Kind",
            "values": [{"value": "COW", "meaning": "A head of cattle"}, {"value": "HEN", "meaning": "A fowl"}],
            "disagreements": [{"in": "sample", "documented": "COW or HEN", "observed": "\"PIG\""}]},
        {"path": "Herd[].Eggs", "name": "Eggs", "type": "integer", "example": "7",
            "notes": ["Only if `Kind` is `HEN`."]},
        {"path": "Herd[].Legs", "name": "Legs", "type": "string", "example": "4", "enumeration": "Legs",
            "values": [{"value": "2", "meaning": "A pair"}, {"value": "4", "meaning": "Two pairs: four"}],
            "notes": ["As seen."],
            "disagreements": [{"in": "sample", "documented": "string", "observed": "4"}]},
        {"path": "Open", "name": "Open", "type": "boolean", "example": "1", "enumeration": null,
            "values": [{"value": "0", "meaning": "closed"}, {"value": "1", "meaning": "open"}],
            "disagreements": [
                {"in": "example", "documented": "boolean", "observed": "1"},
                {"in": "values", "documented": "boolean", "observed": "0 and 1"},
            ]},
    ]);
    dump
}

fn differences(dump: &Value) -> Vec<String> {
    compare::dump(dump, &table::product(PRODUCT), &[table::page(PAGE)])
}

/// One change of the right dump, and the only line that must follow.
fn notices(change: impl FnOnce(&mut Value), line: &str) {
    let mut dump = dump();
    change(&mut dump["products"][0]["operations"][0]);
    assert_eq!(differences(&dump), [format!("GetHerd: {line}")]);
}

fn remove(list: &mut Value, index: usize) {
    list.as_array_mut().unwrap().remove(index);
}

fn push(list: &mut Value, entry: Value) {
    list.as_array_mut().unwrap().push(entry);
}

#[test]
fn right_dump_has_no_difference() {
    assert_eq!(differences(&dump()), Vec::<String>::new());
}

#[test]
fn rows() {
    let mut dump = dump();
    let operation = &mut dump["products"][0]["operations"][0];
    remove(&mut operation["fields"], 2);
    push(&mut operation["parameters"], json!({"path": "Page", "name": "Page", "type": "integer"}));
    assert_eq!(
        differences(&dump),
        [
            "GetHerd: operation: number of response fields: the table says `5`, the dump `4`",
            "GetHerd: response field Herd[].Eggs: only in the table",
            "GetHerd: parameter Page: only in the dump",
        ]
    );
    notices(
        |o| o["fields"].as_array_mut().unwrap().swap(2, 3),
        "order of fields: the table has Herd[].Eggs where the dump has Herd[].Legs",
    );
    let mut twice = self::dump();
    let fields = &mut twice["products"][0]["operations"][0]["fields"];
    let copy = fields[2].clone();
    push(fields, copy);
    let found = differences(&twice);
    assert!(found.contains(&"GetHerd: response field Herd[].Eggs (again): only in the dump".to_owned()));
}

#[test]
fn attributes_of_rows() {
    let eggs = "response field Herd[].Eggs";
    notices(
        |o| o["fields"][2]["type"] = json!("long"),
        &format!("{eggs}: type: the table says `integer`, the dump `long`"),
    );
    notices(
        |o| o["fields"][2]["example"] = json!("8"),
        &format!("{eggs}: example: the table says `7`, the dump `8`"),
    );
    notices(|o| o["fields"][2]["example"] = json!(null), &format!("{eggs}: example: only in the table: `7`"));
    notices(|o| o["fields"][2]["default"] = json!("0"), &format!("{eggs}: default: only in the dump: `0`"));
    notices(
        |o| o["fields"][2]["constraints"] = json!({"minimum": "0", "maximum": null}),
        &format!("{eggs}: constraint minimum: only in the dump: `\"0\"`"),
    );
    notices(
        |o| o["fields"][2]["sensitive"] = json!(true),
        &format!("{eggs}: sensitive: only in the dump: `yes`"),
    );
    notices(
        |o| o["parameters"][0]["default"] = json!("en"),
        "parameter Lang: default: the table says `zh`, the dump `en`",
    );
    notices(
        |o| o["parameters"][0]["required"] = json!(false),
        "parameter Lang: required: the table says `yes`, the dump `no`",
    );
    notices(
        |o| o["parameters"][0]["position"] = json!("formData"),
        "parameter Lang: position: the table says `query`, the dump `formData`",
    );
    notices(
        |o| o["fields"][0]["item"]["name"] = json!("beast"),
        "response field Herd: item row: the table says `animal`, the dump `beast`",
    );
    notices(
        |o| o["fields"][0]["item"]["description"] = json!(null),
        "Herd: the page describes the item row, the dump does not",
    );
}

#[test]
fn values() {
    notices(
        |o| remove(&mut o["fields"][1]["values"], 1),
        "response field Herd[].Kind: value HEN: only in the table: `printed as HEN`",
    );
    notices(
        |o| push(&mut o["fields"][1]["values"], json!({"value": "PIG", "meaning": "A pig"})),
        "response field Herd[].Kind: value PIG: only in the dump: `printed as PIG`",
    );
    notices(
        |o| o["parameters"][0]["values"][1]["documented"] = json!(null),
        "parameter Lang: value en: the table says `printed as in en`, the dump `printed as en`",
    );
    notices(
        |o| o["fields"][1]["values"][0]["meaning"] = json!(null),
        "Herd[].Kind: value COW: has no meaning",
    );
    notices(
        |o| o["fields"][1]["values"][0]["meaning"] = json!("A fowl"),
        "Herd[].Kind: value COW: the page says `cattle`, the dump `fowl`",
    );
    notices(
        |o| o["fields"][3]["enumeration"] = json!("Kind"),
        "Herd[].Kind and Herd[].Legs: different lists but one enumeration",
    );
    notices(
        |o| o["fields"][3]["enumeration"] = json!(null),
        "Herd[].Legs: has valid values and no enumeration",
    );
    notices(|o| o["fields"][4]["enumeration"] = json!("Open"), "Open: is no enumeration, the dump has Open");
}

#[test]
fn equal_lists_are_one_enumeration() {
    let list = "field | Herd[].Mate | string | -\n value | HEN | fowl\n value | COW | cattle\n> {";
    let page = table::page(&PAGE.replacen("> {", list, 1).replace("fields  | 5", "fields | 6"));
    let mut dump = dump();
    let fields = &mut dump["products"][0]["operations"][0]["fields"];
    push(
        fields,
        json!({"path": "Herd[].Mate", "name": "Mate", "type": "string", "enumeration": "Mate",
        "values": [{"value": "HEN", "meaning": "fowl"}, {"value": "COW", "meaning": "cattle"}]}),
    );
    assert_eq!(
        compare::dump(&dump, &table::product(PRODUCT), &[page]),
        ["GetHerd: Herd[].Kind and Herd[].Mate: equal lists but two enumerations"]
    );
}

#[test]
fn notes() {
    notices(
        |o| o["fields"][2]["notes"] = json!(["Only if `Kind` is `COW` or `HEN`."]),
        r#"Herd[].Eggs: the notes name {"COW", "HEN"} of Kind, the page says that it takes effect for {"HEN"}"#,
    );
    notices(
        |o| o["fields"][2]["notes"] = json!([]),
        r#"Herd[].Eggs: the notes name {} of Kind, the page says that it takes effect for {"HEN"}"#,
    );
    notices(
        |o| o["fields"][3]["notes"] = json!([]),
        "Herd[].Legs: the page has a note here, the dump has none",
    );
    notices(
        |o| o["fields"][4]["notes"] = json!(["Depends on `Kind`."]),
        "Open: the notes name Kind, the page does not",
    );
}

#[test]
fn disagreements() {
    notices(
        |o| remove(&mut o["fields"][1]["disagreements"], 0),
        "response field Herd[].Kind: disagreement in sample: only in the table: `PIG`",
    );
    notices(
        |o| o["fields"][3]["disagreements"][0]["observed"] = json!("5"),
        "response field Herd[].Legs: disagreement in sample: the table says `4`, the dump `5`",
    );
    notices(
        |o| {
            o["fields"][2]["disagreements"] =
                json!([{"in": "example", "documented": "integer", "observed": "seven"}])
        },
        "response field Herd[].Eggs: disagreement in example: only in the dump: `seven`",
    );
    notices(
        |o| o["authorization"]["disagreements"] = json!([]),
        "authorization: disagreement in values: only in the table: `get`",
    );
}

#[test]
fn operation() {
    notices(
        |o| o["authorization"]["action"] = json!("yundun-zoo:GetHerds"),
        "authorization: action: the table says `yundun-zoo:GetHerd`, the dump `yundun-zoo:GetHerds`",
    );
    notices(
        |o| o["authorization"]["resources"][0]["mandatory"] = json!(false),
        "authorization: resources: the table says `All Resources * (mandatory)`, the dump `All Resources * (optional)`",
    );
    notices(
        |o| {
            o["samples"][0]["body"] =
                json!(o["samples"][0]["body"].as_str().unwrap().replace("true", "false"))
        },
        "operation: sample: the table says `  \"Open\": true`, the dump `  \"Open\": false`",
    );
    notices(
        |o| o["reply"]["title"] = json!(null),
        "operation: title of the reply: only in the table: `PlainResult`",
    );
    notices(
        |o| push(&mut o["history"], json!({"date": "2020-02-02"})),
        "operation: number of rows in the change history: the table says `0`, the dump `1`",
    );
    notices(
        |o| o["methods"] = json!(["POST"]),
        "operation: methods: the table says `GET, POST`, the dump `POST`",
    );
    notices(
        |o| o["sources"][1]["machine_translated"] = json!(false),
        "the page of 2020-02-03 is machine translated",
    );
    notices(|o| remove(&mut o["sources"], 1), "no source is dated 2020-02-03");
}

#[test]
fn errors() {
    notices(|o| remove(&mut o["errors"], 1), "error 500 ServerError \"ServerError\": only in the table");
    notices(
        |o| push(&mut o["errors"], json!({"status": 400, "code": "Bad", "message": "bad"})),
        "error 400 Bad \"bad\": only in the dump",
    );
    notices(
        |o| o["errors"][0]["description"] = json!(null),
        "error 403 NoPermission \"caller has no permission\": has a description: the table says `yes`, the dump `no`",
    );
}

#[test]
fn products_and_operations() {
    let mut dump = dump();
    dump["products"][0]["endpoints"] = json!({"north": "zoo.example.org", "east": "zoo.example.com"});
    dump["products"][0]["operations"][0]["name"] = json!("GetHerds");
    assert_eq!(
        differences(&dump),
        [
            "Zoo: endpoint of north: host: the table says `zoo.example.com`, the dump `zoo.example.org`",
            "Zoo: endpoint of south: only in the table",
            "Zoo: endpoint of east: only in the dump",
            "GetHerd: no such operation in the dump",
        ]
    );
    dump["products"][0]["code"] = json!("Park");
    assert_eq!(differences(&dump), ["Zoo: no such product in the dump"]);
}
