use super::failure::Failure;
use super::pretty;
use super::surroundings::Surroundings;
use crate::client::SignedRequest;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use serde::Serializer;
use serde_json::Value;
use std::collections::BTreeMap;

/// Prints a signed request as JSON, with everything that belongs to it: who asks for it wants to compare or to send it.
pub(super) fn print(request: &SignedRequest, surroundings: &mut Surroundings<'_>) -> Result<(), Failure> {
    let text = pretty::pretty(&json(request)?);
    Ok(writeln!(surroundings.stdout, "{text}")?)
}

/// The members in the order in which a request is read.
fn json(request: &SignedRequest) -> Result<String, std::io::Error> {
    let members = [
        ("method", Value::from(request.method())),
        ("url", Value::from(request.url())),
        ("headers", headers(request.headers())),
        body(request.body()),
        ("canonical_request", Value::from(request.canonical_request())),
        ("string_to_sign", Value::from(request.string_to_sign())),
    ];
    let mut text = Vec::new();
    serde_json::Serializer::new(&mut text).collect_map(members)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

fn headers(headers: &HeaderMap) -> Value {
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    for (name, value) in headers {
        let value = String::from_utf8_lossy(value.as_bytes());
        let text = texts.entry(name.as_str()).or_default();
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(&value);
    }
    texts.into_iter().map(|(name, text)| (name.to_owned(), Value::from(text))).collect()
}

fn body(body: &[u8]) -> (&'static str, Value) {
    match std::str::from_utf8(body) {
        Ok(text) => ("body", Value::from(text)),
        Err(_) => ("body_base64", Value::from(STANDARD.encode(body))),
    }
}

#[cfg(test)]
mod tests {
    use super::{body, headers};
    use http::{HeaderMap, HeaderValue};
    use serde_json::json;

    #[test]
    fn a_body_that_is_no_text_has_a_member_of_its_own() {
        assert_eq!(body("a=ü".as_bytes()), ("body", json!("a=ü")));
        assert_eq!(body(&[0xff, 0x00, 0xfe]), ("body_base64", json!("/wD+")));
    }

    #[test]
    fn values_of_one_header_stand_together() {
        let mut map = HeaderMap::new();
        map.append("x-b", HeaderValue::from_static("1"));
        map.append("x-a", HeaderValue::from_static("2"));
        map.append("x-b", HeaderValue::from_static("3"));
        assert_eq!(headers(&map), json!({"x-a": "2", "x-b": "1, 3"}));
    }
}
