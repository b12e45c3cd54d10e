use super::snippet::snippet;
use super::{Error, ErrorKind, xml};
use bytes::Bytes;
use http::{HeaderMap, Response};
use serde_json::Value;

/// The error that an answer with an error status is (`docs/wire.md`, "Error replies").
///
/// Whatever the body is, status, headers, request id and the raw body are kept.
pub(crate) fn service(response: Response<Bytes>) -> Error {
    let (parts, body) = response.into_parts();
    let status = parts.status.as_u16();
    let fields =
        if (300..400).contains(&status) { Fields::redirect(&parts.headers) } else { Fields::read(&body) };
    let request_id = request_id(&parts.headers).or(fields.request_id);
    let mut error = Error::builder(ErrorKind::Service)
        .code(fields.code.unwrap_or_default())
        .message(fields.message.unwrap_or_default())
        .status(status)
        .request_id(request_id.unwrap_or_default());
    error = error.headers(parts.headers).body(body);
    error.build()
}

/// The request id that every answer of a gateway carries (`docs/wire.md`, "Reply headers").
pub(crate) fn request_id(headers: &HeaderMap) -> Option<String> {
    let id = headers.get("x-acs-request-id")?.to_str().ok()?.trim();
    (!id.is_empty()).then(|| id.to_owned())
}

#[derive(Default)]
struct Fields {
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
}

impl Fields {
    fn read(body: &[u8]) -> Self {
        let read = match serde_json::from_slice(body) {
            Ok(Value::Object(members)) => Self::json(&Value::Object(members)),
            _ => Self::xml(body),
        };
        if read.code.is_some() || read.message.is_some() {
            return read;
        }
        let shown = beginning(body);
        let message = if shown.is_empty() {
            "the answer is empty".to_owned()
        } else {
            format!("the answer is no error in a known form: {shown}")
        };
        Self { message: Some(message), ..read }
    }

    /// Both spellings; a code may be a number.
    fn json(object: &Value) -> Self {
        let text = |names: &[&str]| {
            names.iter().find_map(|name| match object.get(name)? {
                Value::String(text) if !text.is_empty() => Some(text.clone()),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            })
        };
        Self {
            code: text(&["Code", "code"]),
            message: text(&["Message", "message"]),
            request_id: text(&["RequestId", "requestId", "requestid"]),
        }
    }

    /// Told by its first character: content types of XML errors are not reliable.
    fn xml(body: &[u8]) -> Self {
        let text = String::from_utf8_lossy(body);
        if !text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
            return Self::default();
        }
        Self {
            code: xml::element(&text, "Code"),
            message: xml::element(&text, "Message"),
            request_id: xml::element(&text, "RequestId"),
        }
    }

    fn redirect(headers: &HeaderMap) -> Self {
        // A redirect may repeat the request's parameters, and some of those are secret.
        let address = headers.get("location").map(|value| value.as_bytes());
        let address = address.and_then(|address| address.split(|byte| *byte == b'?').next());
        let target = address.map(snippet).unwrap_or_default();
        let target = if target.is_empty() { target } else { format!(" to {target}") };
        let message = format!(
            "the answer is a redirect{target}, and redirects are not followed; check the endpoint of the client"
        );
        Self { message: Some(message), ..Self::default() }
    }
}

/// What of a body in no known form is shown. The members of an object may be secrets, and have names to be known by.
fn beginning(body: &[u8]) -> String {
    if !body.trim_ascii_start().starts_with(b"{") {
        return snippet(body);
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) if members.is_empty() => "{}".to_owned(),
        Ok(Value::Object(members)) => {
            let names: Vec<&str> = members.keys().map(String::as_str).collect();
            format!("an object with {}", snippet(names.join(", ").as_bytes()))
        }
        _ => "an object that is malformed or cut off".to_owned(),
    }
}
