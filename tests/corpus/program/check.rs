use crate::{compare, fill};
use alicloud_runtime::operation::{Body, Descriptor, Operation, Security};
use alicloud_runtime::record::{self, Record, Report, Value};
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{Client, Config, Credentials, Error, ErrorKind};
use serde_json::json;
use std::collections::BTreeMap;

/// What is done with one reply.
pub type Check = fn(&str, &str) -> Value;

/// Calls an operation that is answered with `text`. As little as possible here depends on the type.
pub fn check<R: Operation>(operation: &str, text: &str) -> Value {
    let mut request = R::default();
    fill::fill(R::DESCRIPTOR, &mut request);
    let script = Scripted::new().json(200, text);
    let answered = client(R::DESCRIPTOR, script.clone()).and_then(|client| block_on(client.send(&request)));
    let sent = script.requests().len() == 1;
    match answered {
        Ok(reply) => {
            let report = reply.report().clone();
            outcome(operation, text, R::DESCRIPTOR, &reply.into_inner(), &report)
        }
        Err(error) => failed(operation, &error, sent),
    }
}

fn client(operation: &'static Descriptor, script: Scripted) -> Result<Client, Error> {
    let ways = operation.security_ways();
    let credentials = match ways.contains(&Security::Bearer) && !ways.contains(&Security::AccessKey) {
        true => Credentials::bearer("example-token"),
        false => Credentials::new("example-id", "example-secret"),
    };
    let config = Config::new("example", credentials).endpoint("endpoint.example").transport(script);
    Client::new(operation.product(), config)
}

fn failed(operation: &str, error: &Error, sent: bool) -> Value {
    let text = error.to_string();
    match sent && error.kind() == ErrorKind::Decode {
        true => json!({ "operation": operation, "failed": text }),
        false => json!({ "operation": operation, "unsent": text }),
    }
}

fn outcome(operation: &str, text: &str, facts: &Descriptor, reply: &dyn Record, report: &Report) -> Value {
    let demo: Value = serde_json::from_str(text).unwrap_or_default();
    let problems = match facts.reply_body() {
        Body::Object => {
            encoded(record::Node::Record(reply)).map(|back| compare::compare(&demo, &back, report))
        }
        Body::Payload => match reply.slot(0).node() {
            Some(node) => encoded(node).map(|back| compare::compare(&demo, &back, report)),
            None => Ok(compare::compare(&demo, &Value::Null, report)),
        },
        Body::Text | Body::Bytes => Ok(same_text(reply, text)),
        Body::Empty => Ok(vec!["there is a reply, and none is described".to_owned()]),
    };
    let mut coercions: BTreeMap<String, usize> = BTreeMap::new();
    for coercion in report.coercions() {
        *coercions.entry(format!("{} <- {}", coercion.expected(), coercion.found())).or_default() += 1;
    }
    let raw: Vec<String> =
        report.raw_values().iter().map(|raw| format!("{} ({})", raw.path(), raw.expected())).collect();
    match problems {
        Err(error) => json!({ "operation": operation, "failed": format!("it does not encode: {error}") }),
        Ok(lost) => json!({
            "operation": operation,
            "lost": lost,
            "coercions": coercions,
            "raw": raw,
            "unknown": report.unknown_fields().len(),
            "unlisted": report.unlisted_values().len(),
        }),
    }
}

/// By way of the text, in which a 32-bit float has the digits that it was read from.
fn encoded(node: record::Node<'_>) -> Result<Value, serde_json::Error> {
    serde_json::from_str(&record::to_json_text(node)?)
}

fn same_text(reply: &dyn Record, text: &str) -> Vec<String> {
    let kept: &[u8] = match reply.slot(0).node() {
        Some(record::Node::String(kept)) => kept.as_bytes(),
        Some(record::Node::Bytes(kept)) => kept,
        _ => &[],
    };
    if kept == text.as_bytes() { Vec::new() } else { vec!["$: another text".to_owned()] }
}
