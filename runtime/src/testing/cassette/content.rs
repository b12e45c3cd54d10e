use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde_json::{Value, json};

/// A text in a recording: one of several lines is a list of them.
pub(super) fn text(text: &str) -> Value {
    if text.contains('\n') {
        return json!({ "lines": text.split('\n').collect::<Vec<_>>() });
    }
    json!({ "text": text })
}

/// Bytes that are no text.
pub(super) fn bytes(bytes: &[u8]) -> Value {
    json!({ "base64": STANDARD.encode(bytes) })
}

/// The bytes that a recording has.
///
/// # Errors
/// It has none in a known form.
pub(super) fn read(content: &Value) -> Result<Bytes, String> {
    if let Some(text) = content.get("text").and_then(Value::as_str) {
        return Ok(Bytes::copy_from_slice(text.as_bytes()));
    }
    if let Some(lines) = content.get("lines").and_then(Value::as_array) {
        let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
        return Ok(Bytes::from(lines.join("\n")));
    }
    if let Some(json) = content.get("json") {
        return Ok(Bytes::from(json.to_string()));
    }
    if let Some(text) = content.get("base64").and_then(Value::as_str) {
        return STANDARD
            .decode(text)
            .map(Bytes::from)
            .map_err(|error| format!("its base64 is malformed: {error}"));
    }
    Err("its body is none of `text`, `lines`, `json` and `base64`".to_owned())
}
