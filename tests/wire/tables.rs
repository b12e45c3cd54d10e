//! Values as text, styles of lists and endpoints, in the tables that other runtimes computed.

use crate::harness::{config, credentials};
use alicloud_runtime::operation::{Descriptor, Effect, Kind, Method, Parameter};
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{CallOptions, Client, Error, SignedRequest};
use alicloud_sdk::{ErrorKind, sas};
use alicloud_tests::vectors::table;
use serde_json::{Map, Value, json};

fn client() -> Client {
    Client::new(&sas::PRODUCT, config("cn-shanghai", credentials(), &Scripted::new())).unwrap()
}

fn signed(operation: &'static Descriptor, parameters: &Value) -> Result<SignedRequest, Error> {
    block_on(client().dry_run_with(operation, parameters, CallOptions::new()))
}

fn query(request: &SignedRequest) -> String {
    request.url().split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default()
}

/// An operation that takes any JSON value by each of these names.
fn takes(names: &Map<String, Value>, parameter: impl Fn(&'static str) -> Parameter) -> &'static Descriptor {
    let names = names.keys().map(|name| &*Box::leak(name.clone().into_boxed_str()));
    let parameters: &'static [Parameter] = Box::leak(names.map(parameter).collect());
    let operation = Descriptor::new("Probe", &sas::PRODUCT, Method::Post, Effect::Read, parameters);
    Box::leak(Box::new(operation))
}

fn decoded(text: &str) -> Map<String, Value> {
    let decode = |text: &str| percent_decoded(text);
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(key, value)| (decode(key), Value::String(decode(value)))).collect()
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        let digits = (byte == b'%').then(|| [bytes.next().unwrap(), bytes.next().unwrap()]);
        decoded.push(
            digits.map_or(byte, |digits| {
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }),
        );
    }
    String::from_utf8(decoded).unwrap()
}

#[test]
fn values_become_text_as_in_the_typescript_runtime() {
    let table = table("flatten");
    let names = table["input"].as_object().unwrap();
    let in_query = signed(takes(names, |name| Parameter::query(name, Kind::Any)), &table["input"]).unwrap();
    assert_eq!(&decoded(&query(&in_query)), table["node_query"].as_object().unwrap());
    let in_form = signed(takes(names, |name| Parameter::form(name, Kind::Any)), &table["input"]).unwrap();
    let form = std::str::from_utf8(in_form.body()).unwrap();
    // The same pairs, in the order of their keys.
    let mut expected: Vec<&str> = table["node_form"].as_str().unwrap().split('&').collect();
    expected.sort_by_key(|pair| percent_decoded(pair.split_once('=').unwrap().0));
    assert_eq!(form.split('&').collect::<Vec<_>>(), expected);
    assert_eq!(expected.len(), 16);
}

/// Styles that no metadata of an operation names are not offered.
const UNUSED: [&str; 3] = ["spaceDelimited", "pipeDelimited", "unknown"];

#[test]
fn lists_are_written_as_in_the_typescript_runtime() {
    static FLAT: Descriptor = tag("Flat", &[Parameter::query("Tag", Kind::Array)]);
    static SIMPLE: Descriptor = tag("Simple", &[Parameter::query("Tag", Kind::Array).simple()]);
    static JSON: Descriptor = tag("Json", &[Parameter::query("Tag", Kind::Array).json()]);
    let mut seen = [0; 3];
    for row in table("list_styles").as_array().unwrap() {
        let (style, theirs) = (row["style"].as_str().unwrap(), row["node"].as_str().unwrap());
        let (operation, index) = match style {
            "repeatList" => (&FLAT, 0),
            "simple" => (&SIMPLE, 1),
            "json" => (&JSON, 2),
            style => {
                assert!(UNUSED.contains(&style), "{style}");
                continue;
            }
        };
        seen[index] += 1;
        let outcome = signed(operation, &json!({"Tag": row["value"]}));
        let place = format!("{style} {}", row["value"]);
        if theirs.contains("[object Object]") {
            let error = outcome.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Request, "{place}");
            continue;
        }
        let ours = query(&outcome.unwrap());
        match style {
            // The function of theirs that this comes from joins by two characters, and is not used for queries.
            "repeatList" => assert_eq!(ours, theirs.replace("&&", "&"), "{place}"),
            _ => assert_eq!(decoded(&ours)["Tag"], theirs, "{place}"),
        }
    }
    assert_eq!(seen, [6; 3]);
}

const fn tag(name: &'static str, parameters: &'static [Parameter]) -> Descriptor {
    Descriptor::new(name, &sas::PRODUCT, Method::Post, Effect::Read, parameters)
}

/// Where the official SDK guesses a host, or fails, the region is refused here.
#[test]
fn regions_of_security_center() {
    let (mut known, mut refused) = (0, 0);
    for row in table("sas_endpoints").as_array().unwrap() {
        let (region, theirs) =
            (row["region"].as_str().unwrap_or_default(), row["endpoint"].as_str().unwrap());
        let client = Client::new(&sas::PRODUCT, config(region, credentials(), &Scripted::new()));
        if theirs.starts_with("tds.") {
            assert_eq!(client.unwrap().endpoint(), format!("https://{theirs}"), "{row}");
            known += 1;
        } else {
            assert_eq!(client.unwrap_err().kind(), ErrorKind::Endpoint, "{row}");
            refused += 1;
        }
    }
    assert_eq!((known, refused), (5, 6));
}
