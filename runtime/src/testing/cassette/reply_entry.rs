use super::names::{is_dropped, is_secret};
use super::redaction::{REDACTED, Redaction};
use super::{content, events};
use crate::operation::{Body, Descriptor};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use serde_json::{Map, Value, json};

/// What a recording keeps of an answer: all of it but for secrets, and for headers that only one connection has.
pub(super) fn entry(
    status: StatusCode,
    headers: &HeaderMap,
    body: &Bytes,
    redaction: &mut Redaction,
) -> Value {
    let mut entry = Map::new();
    entry.insert("status".to_owned(), status.as_u16().into());
    let mut kept = Map::new();
    for (name, value) in headers.iter().filter(|(name, _)| !is_dropped(name.as_str())) {
        let text = String::from_utf8_lossy(value.as_bytes());
        let shown = if is_secret(redaction.operation(), name.as_str()) {
            redaction.learn(&text);
            REDACTED.to_owned()
        } else {
            // A redirect may repeat the request's parameters.
            let text = if name == http::header::LOCATION {
                text.split('?').next().unwrap_or_default()
            } else {
                &*text
            };
            redaction.text(text)
        };
        kept.insert(name.as_str().to_owned(), shown.into());
    }
    entry.insert("headers".to_owned(), Value::Object(kept));
    if !body.is_empty() {
        entry.insert("body".to_owned(), body_content(headers, body, redaction));
    }
    Value::Object(entry)
}

fn body_content(headers: &HeaderMap, body: &Bytes, redaction: &mut Redaction) -> Value {
    let kind =
        headers.get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let operation = redaction.operation();
    if headers.contains_key(http::header::CONTENT_ENCODING) || operation.is_some_and(is_secret_text) {
        // Nobody can tell what is in it.
        return content::text(REDACTED);
    }
    let Ok(text) = std::str::from_utf8(body) else { return content::bytes(body) };
    if kind.starts_with("text/event-stream") {
        return content::text(&events::redacted(text, redaction));
    }
    let is_verbatim =
        operation.is_some_and(|operation| matches!(operation.reply_body(), Body::Text | Body::Bytes));
    match serde_json::from_str(text) {
        Ok(json @ (Value::Object(_) | Value::Array(_))) if !is_verbatim => {
            json!({ "json": redaction.whole(json) })
        }
        _ => content::text(&redaction.text(text)),
    }
}

/// Whether a reply that is one text or file has a secret name, which can only be its own.
fn is_secret_text(operation: &Descriptor) -> bool {
    let is_parameter = |name: &str| operation.parameters().iter().any(|parameter| parameter.name() == name);
    matches!(operation.reply_body(), Body::Text | Body::Bytes)
        && operation.sensitive_names().iter().any(|name| !is_parameter(name))
}

/// The answer that a recording has.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(entry: &Value) -> Result<Response<Bytes>, String> {
    let status = entry.get("status").and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok());
    let status = status.and_then(|status| StatusCode::from_u16(status).ok()).ok_or("its `status` is none")?;
    let body = entry.get("body").map(content::read).transpose()?.unwrap_or_default();
    let mut response = Response::new(body);
    *response.status_mut() = status;
    for (name, value) in entry.get("headers").and_then(Value::as_object).into_iter().flatten() {
        let value = value.as_str().unwrap_or_default().as_bytes();
        let header = HeaderName::try_from(name.as_str()).ok().zip(HeaderValue::from_bytes(value).ok());
        let (name, value) = header.ok_or_else(|| format!("its header `{name}` is none"))?;
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}
