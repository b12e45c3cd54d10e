use super::answer::Answer;
use super::restore;
use crate::operation::{Body, Descriptor};
use crate::record::{self, Node, Record, Report};
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

/// The answer that decodes to this reply.
///
/// # Errors
/// What is wrong with the reply.
pub(super) fn encode(operation: &Descriptor, reply: &dyn Record, request_id: &str) -> Result<Answer, String> {
    let request_id = own_request_id(reply).unwrap_or(request_id);
    let answer = |body: Bytes| Answer::json(200, body, request_id);
    let answer = match operation.reply_body() {
        Body::Object => {
            answer(text(restore::object(reply, operation.reply_header_count(), &Report::default()))?)
        }
        Body::Payload if reply.slot(0).node().is_none() => answer(Bytes::new()),
        Body::Payload => answer(text(restore::payload(reply, &Report::default()))?),
        Body::Text => answer(plain(reply)).with_headers(content_type("text/plain;charset=utf-8")),
        Body::Bytes => answer(plain(reply)).with_headers(content_type("application/octet-stream")),
        Body::Empty => answer(Bytes::new()),
    };
    Ok(answer.with_headers(headers(operation, reply)?))
}

/// One event, in the form in which it is sent.
///
/// # Errors
/// What is wrong with the reply.
pub(super) fn encode_event(operation: &Descriptor, event: &dyn Record) -> Result<Bytes, String> {
    let data = match operation.reply_body() {
        Body::Payload => text(restore::payload(event, &Report::default()))?,
        Body::Text | Body::Bytes => plain(event),
        Body::Object | Body::Empty => {
            text(restore::object(event, operation.reply_header_count(), &Report::default()))?
        }
    };
    let data = String::from_utf8_lossy(&data).into_owned();
    let lines: String = data.split('\n').map(|line| format!("data: {line}\n")).collect();
    Ok(Bytes::from(lines + "\n"))
}

fn text(json: Result<Value, serde_json::Error>) -> Result<Bytes, String> {
    json.map(|json| Bytes::from(json.to_string()))
        .map_err(|error| format!("the reply has no JSON form: {error}"))
}

fn plain(reply: &dyn Record) -> Bytes {
    match reply.slot(0).node() {
        Some(Node::String(text)) => Bytes::copy_from_slice(text.as_bytes()),
        Some(Node::Bytes(bytes)) => bytes.clone(),
        _ => Bytes::new(),
    }
}

fn content_type(value: &'static str) -> HeaderMap {
    HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(value))])
}

/// The last fields of a reply may be headers of the answer.
fn headers(operation: &Descriptor, reply: &dyn Record) -> Result<HeaderMap, String> {
    let fields = reply.shape().fields();
    let first = fields.len().saturating_sub(operation.reply_header_count());
    let mut headers = HeaderMap::new();
    for (index, name) in fields.iter().enumerate().skip(first) {
        let Some(node) = reply.slot(index).node() else { continue };
        let value = header_text(node).map_err(|error| format!("field `{name}` has no JSON form: {error}"))?;
        let header =
            HeaderName::from_bytes(name.as_bytes()).ok().zip(HeaderValue::from_bytes(value.as_bytes()).ok());
        let (name, value) =
            header.ok_or_else(|| format!("field `{name}` is a header and holds what no header can carry"))?;
        headers.insert(name, value);
    }
    Ok(headers)
}

fn header_text(node: Node<'_>) -> Result<String, serde_json::Error> {
    match node {
        Node::String(text) => Ok(text.to_owned()),
        Node::Any(Value::String(text)) => Ok(text.clone()),
        other => record::to_json_text(other),
    }
}

fn own_request_id(reply: &dyn Record) -> Option<&str> {
    let index = reply.shape().fields().iter().position(|name| name.eq_ignore_ascii_case("RequestId"))?;
    match reply.slot(index).node()? {
        Node::String(id) if !id.is_empty() => Some(id),
        _ => None,
    }
}
