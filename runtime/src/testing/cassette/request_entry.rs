use super::content;
use super::names::{has_secret, is_secret};
use super::redaction::{REDACTED, Redaction};
use crate::operation::Position;
use crate::testing::owner::owner;
use crate::testing::{Recorded, places};
use serde_json::{Map, Value, json};

/// What a recording keeps of a request, and what is compared with it: the operation, method, path, parameters and body,
/// without secrets. Whatever differs from one run to the next stays out: date, nonce, signature, host.
pub(super) fn entry(request: &Recorded, redaction: &mut Redaction) -> Value {
    learn(request, redaction);
    // The secrets first: other values may repeat them.
    let query = pairs(request.query_pairs(), redaction);
    let form = pairs(request.form_pairs(), redaction);
    let headers = headers(request, redaction);
    let body = body(request, redaction);
    let mut entry = Map::new();
    if let Some(operation) = redaction.operation() {
        entry.insert("operation".to_owned(), operation.name().into());
        entry.insert("product".to_owned(), operation.product().code().into());
    }
    entry.insert("method".to_owned(), request.method().into());
    entry.insert("path".to_owned(), path(request, redaction).into());
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            entry.insert(name.to_owned(), value);
        }
    };
    put("query", cleaned(query, redaction));
    put("form", cleaned(form, redaction));
    put("headers", headers.map(|headers| redaction.json(headers)));
    put("body", body);
    Value::Object(entry)
}

/// What says who calls.
fn learn(request: &Recorded, redaction: &mut Redaction) {
    for name in ["x-acs-security-token", "x-acs-bearer-token", "x-acs-accesskey-id", "x-acs-signature-nonce"]
    {
        redaction.learn(request.header(name).unwrap_or_default());
    }
    for part in request.header("authorization").unwrap_or_default().split([' ', ',']) {
        let value = part.split_once('=').filter(|(name, _)| matches!(*name, "Credential" | "Signature"));
        redaction.learn(value.map(|(_, value)| value).unwrap_or_default());
    }
}

/// Pairs of query or form. What is no parameter of the operation may be anything: it was added to this one call.
fn pairs(pairs: Vec<(String, String)>, redaction: &mut Redaction) -> Vec<(String, String)> {
    let operation = redaction.operation();
    let clean = pairs.into_iter().map(|(key, value)| {
        let is_known = operation.is_some_and(|operation| owner(operation, &key).is_some());
        if is_known && !has_secret(operation, &key) {
            let value = redaction.text(&value);
            return (key, value);
        }
        if is_known {
            redaction.learn(&value);
        }
        (key, REDACTED.to_owned())
    });
    clean.collect()
}

fn cleaned(pairs: Vec<(String, String)>, redaction: &mut Redaction) -> Option<Value> {
    let lines: Vec<String> =
        pairs.into_iter().map(|(key, value)| format!("{key}={}", redaction.text(&value))).collect();
    (!lines.is_empty()).then(|| json!(lines))
}

/// Headers that are parameters, and how the body is to be read.
fn headers(request: &Recorded, redaction: &mut Redaction) -> Option<Value> {
    let operation = redaction.operation();
    let parameters = operation.map(|operation| operation.parameters()).unwrap_or_default().iter();
    let parameters = parameters.filter(|parameter| parameter.position() == Position::Header);
    let names: Vec<&str> = parameters.map(|parameter| parameter.name()).collect();
    let mut headers = Map::new();
    for name in names.into_iter().chain(["content-type", "accept"]) {
        let Some(value) = request.header(name) else { continue };
        let shown = if is_secret(operation, name) {
            redaction.learn(value);
            REDACTED.to_owned()
        } else {
            redaction.text(value)
        };
        headers.insert(name.to_ascii_lowercase(), shown.into());
    }
    (!headers.is_empty()).then_some(Value::Object(headers))
}

fn path(request: &Recorded, redaction: &mut Redaction) -> String {
    let operation = redaction.operation();
    let template = operation.and_then(|operation| operation.path_template()).unwrap_or_default();
    let mut path = request.path().to_owned();
    for (name, value) in places::values(template, request.path()).unwrap_or_default() {
        if is_secret(operation, name) {
            redaction.learn(value);
            path = path.replace(value, REDACTED);
        }
    }
    redaction.text(&path)
}

fn body(request: &Recorded, redaction: &mut Redaction) -> Option<Value> {
    let operation = redaction.operation();
    let is_form = request.header("content-type").is_some_and(|kind| kind.contains("form-urlencoded"));
    if request.body().is_empty() || is_form {
        return None;
    }
    let parameters = operation.map(|operation| operation.parameters()).unwrap_or_default().iter();
    let mut bodies = parameters.filter(|parameter| parameter.position() == Position::Body);
    if bodies.any(|parameter| is_secret(operation, parameter.name())) {
        redaction.learn(&String::from_utf8_lossy(request.body()));
        return Some(content::text(REDACTED));
    }
    let Ok(text) = std::str::from_utf8(request.body()) else { return Some(content::bytes(request.body())) };
    Some(match serde_json::from_str(text) {
        Ok(json @ (Value::Object(_) | Value::Array(_))) => json!({ "json": redaction.whole(json) }),
        _ => content::text(&redaction.text(text)),
    })
}
