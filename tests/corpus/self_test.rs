//! The test's own means, tried with small invented documents.

use crate::compare::compare;
use crate::declared::declared;
use crate::folder::Source;
use crate::json::Json;
use crate::{closed_list, demos};
use alicloud_runtime::record::Report;
use serde_json::json;
use std::path::PathBuf;

fn source(style: &str, apis: serde_json::Value, schemas: serde_json::Value) -> Source {
    let document = json!({
        "info": { "style": style, "product": "Ferry", "version": "2024-05-01" },
        "components": { "schemas": schemas },
        "apis": apis,
    });
    let document = serde_json::from_value(document).unwrap();
    Source { place: "ferry/2024-05-01".to_owned(), path: PathBuf::new(), document, english: Json::Null }
}

/// What is declared, as lines.
fn lines(source: &Source) -> Vec<String> {
    let declared = declared(source, &closed_list::wanted(source));
    let all = declared.operations.iter().chain(&declared.shapes);
    all.flat_map(|(name, places)| places.iter().map(move |(path, class)| format!("{name} {path}: {class}")))
        .collect()
}

#[test]
fn every_place_is_seen_once() {
    let apis = json!({ "Sail": {
        "path": "/boats/{boat}/{}",
        "parameters": [
            { "name": "Speed", "in": "query", "schema": { "$ref": "#/components/schemas/Speed", "type": "object" } },
            { "name": "Speed", "in": "query", "schema": { "type": "string" } },
            { "name": "left", "in": "path", "schema": { "type": "string" } },
            { "name": "body", "in": "body", "schema": { "type": "string", "format": "binary" } },
        ],
        "responses": { "404": {}, "201": { "schema": {
            "type": "object",
            "properties": {
                "Boat": { "$ref": "#/components/schemas/Boat" },
                "Gone": { "$ref": "#/components/schemas/Nowhere" },
                "Log": { "type": "object", "properties": {} },
                "Nets": { "type": "object", "additionalProperties": { "type": "integer", "format": "int32" } },
                "Odd": { "type": "array" },
                "Ring": { "$ref": "#/components/schemas/Ring" },
                "Raw": { "type": "string", "format": "byte", "items": {} },
            },
        } } },
    } });
    let schemas = json!({
        "Speed": { "type": "number", "format": "float" },
        "Boat": { "type": "object", "properties": { "Tender": { "$ref": "#/components/schemas/Boat" } } },
        "Ring": { "type": "array", "items": { "type": "object", "properties": { "Next": { "$ref": "#/components/schemas/Ring" } } } },
        "Unused": { "type": "object", "properties": { "Any": { "type": "any" } } },
    });
    let expected = [
        "Sail request.Speed: float",
        "Sail request.body: binary",
        "Sail request.boat: string",
        "Sail reply: object",
        "Sail reply.Boat: reference",
        "Sail reply.Gone: bare object",
        "Sail reply.Log: bare object",
        "Sail reply.Nets: map",
        "Sail reply.Nets{}: int32",
        "Sail reply.Odd: array",
        "Sail reply.Odd[]: any",
        "Sail reply.Raw: string",
        "Sail reply.Ring: array",
        "Sail reply.Ring[]: reference",
        "Boat Tender: reference",
        "RingItem Next: array",
        "RingItem Next[]: reference",
    ];
    assert_eq!(lines(&source("ROA", apis, schemas)), expected);
}

#[test]
fn the_closed_list_is_told_from_the_document() {
    let body = json!([{ "name": "body", "in": "body", "schema": { "type": "object" } }]);
    for (api, feature) in [
        (json!({}), None),
        (json!({ "schemes": ["https", "websocket"] }), Some("websocket")),
        (json!({ "schemes": ["http", "wss"] }), None),
        (json!({ "consumes": ["application/xml"] }), None),
        (json!({ "consumes": ["application/xml"], "parameters": body }), Some("xml")),
        (json!({ "consumes": ["multipart/form-data", "application/json"], "parameters": body }), None),
        (json!({ "consumes": ["multipart/form-data"], "parameters": body }), Some("multipart")),
        (json!({ "produces": ["application/x-protobuf"] }), Some("protobuf")),
        (json!({ "security": [{ "Own": [] }] }), None),
        (json!({ "security": [{ "Own": [] }, { "AK": [] }] }), None),
    ] {
        let api: Json = serde_json::from_value(api).unwrap();
        assert_eq!(closed_list::feature(&api), feature, "{api:?}");
    }
}

#[test]
fn replies_are_taken_from_the_document() {
    let demo = |text: &str| {
        json!([{ "type": "json", "example": text }, { "type": "xml", "example": "<A/>" }]).to_string()
    };
    let schema = json!({ "200": { "schema": { "type": "object" } } });
    let apis = json!({
        "Good": { "responses": schema, "responseDemo": demo("{\"A\":1}") },
        "Bad": { "responses": schema, "responseDemo": demo("{") },
        "Bare": { "responses": { "204": {} }, "responseDemo": demo("{}") },
        "Blank": { "responses": schema, "responseDemo": "" },
    });
    let source = source("RPC", apis, json!({}));
    let demos = demos::demos(&source, &closed_list::wanted(&source));
    let texts: Vec<&str> = demos.list.iter().map(|demo| demo.text.as_str()).collect();
    assert_eq!((texts, demos.without_schema, demos.unreadable.len()), (vec!["{\"A\":1}"], 1, 1));
}

#[test]
fn what_is_lost_on_the_way_is_seen() {
    let found = |demo, back| compare(&demo, &back, &Report::default());
    let reply = json!({ "A": 1, "B": [{ "C": "x" }, { "C": null }], "D": [], "E": 0.1, "F": null });
    let nothing: [&str; 0] = [];
    assert_eq!(found(reply.clone(), json!({ "A": 1, "B": [{ "C": "x" }, {}], "E": 0.1, "G": [] })), nothing);
    assert_eq!(found(reply.clone(), json!({ "A": 1, "E": 0.1 })), ["B: lost"]);
    let other = json!({ "A": "1", "B": [{ "C": "y" }], "E": 0.2, "H": 1 });
    let expected = [
        "A: another value",
        "B[0].C: another value",
        "B[1]: lost",
        "E: another value",
        "$: H is not in the reply",
    ];
    assert_eq!(found(reply, other), expected);
}
