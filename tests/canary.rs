//! No emitted type and no call of an emitted operation prints what it holds: a marker stands in every text.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../runtime/tests/canary/capture.rs"]
mod capture;
#[path = "../runtime/tests/canary/fill.rs"]
mod fill;

use alicloud_runtime::operation::{Descriptor, Kind, Operation, Position};
use alicloud_runtime::record::Record;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::transport::TransportError;
use alicloud_runtime::{CallOptions, Client, Config, Credentials, Error};
use serde_json::{Map, Value, json};
use std::fmt::Debug;

/// What must appear nowhere. Letters and digits only, so that no encoding changes it.
const MARKER: &str = "CANARY7f3a91";

/// Answers that are errors of every kind, some with the marker in their bodies.
fn answers() -> Vec<Scripted> {
    let echo = json!({ "Code": "Invalid", "Message": "refused", "Echo": MARKER }).to_string();
    vec![
        Scripted::new().json(400, echo),
        Scripted::new().json(200, format!("{{\"RequestId\": \"{MARKER}")),
        Scripted::new().json(500, "").json(500, "").json(500, ""),
        Scripted::new().hang().hang().hang(),
        Scripted::new().error(TransportError::connect("refused")),
    ]
}

fn client(operation: &Descriptor, transport: Scripted) -> Client {
    let config =
        Config::new("example", credentials(operation)).endpoint("endpoint.example").transport(transport);
    Client::new(operation.product(), config).unwrap()
}

fn credentials(operation: &Descriptor) -> Credentials {
    use alicloud_runtime::operation::Security;
    match operation.security_ways() {
        [Security::Bearer] => Credentials::bearer(MARKER),
        _ => Credentials::new(format!("LTAI5tKeyId{MARKER}"), MARKER).with_security_token(MARKER),
    }
}

fn assert_clean(what: &str, error: &Error) {
    let mut next: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = next {
        let shown = format!("{error} {error:?} {error:#?}");
        assert!(!shown.contains(MARKER), "an error of {what} shows a value: {shown}");
        next = error.source();
    }
}

/// Fails where a trace of this process has the marker.
fn assert_traces_are_clean() {
    let text = capture::text();
    assert!(text.contains("alicloud.call") && text.contains("alicloud.attempt"), "spans are captured");
    for line in text.lines() {
        assert!(!line.contains(MARKER), "a trace shows a value: {line}");
    }
}

/// A value of the parameter's type with the marker in it.
fn value(kind: Kind) -> Value {
    match kind {
        Kind::String | Kind::Any => Value::from(MARKER),
        Kind::Integer | Kind::Long | Kind::Float | Kind::Double => Value::from(7),
        Kind::Boolean => Value::from(true),
        Kind::Object | Kind::Map => json!({ MARKER: MARKER }),
        Kind::Array => json!([MARKER]),
        Kind::Binary | Kind::Byte => Value::Null,
    }
}

fn parameters(operation: &Descriptor) -> Value {
    let members = operation.parameters().iter().map(|parameter| {
        // A label is part of the host's name, and hosts are named.
        let value = if parameter.position() == Position::Host {
            Value::from("label")
        } else {
            value(parameter.kind())
        };
        (parameter.name().to_owned(), value)
    });
    Value::Object(members.collect::<Map<_, _>>())
}

#[test]
fn failing_calls_of_every_operation_show_no_value() {
    capture::listen();
    let products = alicloud_sdk::PRODUCTS.iter().map(|entry| entry.operations);
    let fixtures = alicloud_tests::fixture::PRODUCTS.iter().map(|entry| entry.operations);
    let mut sent = 0;
    for operation in products.chain(fixtures).flatten() {
        for answer in answers() {
            let options = CallOptions::new().header("x-own", MARKER).query("Own", MARKER);
            let call =
                client(operation, answer.clone()).call_with(operation, &parameters(operation), options);
            if let Err(error) = block_on(call) {
                assert_clean(operation.name(), &error);
            }
            sent += answer.requests().len();
        }
    }
    assert!(sent > 100, "only {sent} requests were sent");
    assert_traces_are_clean();
}

fn check_typed<R: Operation>() {
    for answer in answers() {
        let error = block_on(client(R::DESCRIPTOR, answer.clone()).send(&fill::marked::<R>())).err().unwrap();
        assert_clean(R::DESCRIPTOR.name(), &error);
        assert!(!answer.requests().is_empty());
    }
}

#[test]
fn failing_typed_calls_show_no_value() {
    use alicloud_sdk::sas::{get_auth_summary, get_check_sale, get_module_trial_auth_info};
    capture::listen();
    check_typed::<get_auth_summary::Request>();
    check_typed::<get_check_sale::Request>();
    check_typed::<get_module_trial_auth_info::Request>();
    assert_traces_are_clean();
}

/// A type of the list, and what of it is sensitive, printed.
type Shown = (&'static str, fn() -> String);

macro_rules! list {
    ($($type:path: $values:expr;)+) => {
        const TYPES: &[Shown] = &[$((stringify!($type), shown::<$type>)),+];
    };
}

alicloud_tests::every_type!(list);

fn shown<R: Record + Default + Debug>() -> String {
    let mut value = R::default();
    fill::fill_sensitive(&mut value, 4);
    format!("{value:?} {value:#?}")
}

#[test]
fn sensitive_fields_of_every_emitted_type_are_redacted() {
    let mut redacted = 0;
    for (name, shown) in TYPES {
        let shown = shown();
        assert!(!shown.contains(MARKER), "{name} shows a secret: {shown}");
        redacted += usize::from(shown.contains("[redacted]"));
    }
    assert!(redacted > 0, "no emitted type has a sensitive field");
}
