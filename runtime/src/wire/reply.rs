use crate::operation::{Body, Descriptor, Method};
use crate::record::{
    self, Coercion, Mismatch, Original, Place, Record, Report, SlotMut, UnknownField, Value,
};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};

/// What a successful answer consists of.
pub(crate) struct Parts<'a> {
    pub(crate) status: StatusCode,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a Bytes,
}

/// Reads an answer into the reply type (`docs/wire.md`, "Success replies").
///
/// # Errors
/// The body is not what the operation's replies are at all: no JSON, no text, or a root of another kind.
pub(crate) fn read(
    operation: &Descriptor,
    reply: &mut dyn Record,
    parts: &Parts<'_>,
) -> Result<Report, Mismatch> {
    let headers = operation.reply_header_count();
    let mut report = read_body(operation, reply, parts)?;
    let fields = reply.shape().fields();
    for (index, name) in fields.iter().enumerate().skip(fields.len().saturating_sub(headers)) {
        if let Some(text) = header(parts.headers, name) {
            let Report { raw_values, unlisted_values, .. } = record::decode_header(reply, index, &text);
            report.raw_values.extend(raw_values);
            report.unlisted_values.extend(unlisted_values);
        }
    }
    Ok(report)
}

fn read_body(operation: &Descriptor, reply: &mut dyn Record, parts: &Parts<'_>) -> Result<Report, Mismatch> {
    let kind = operation.reply_body();
    let is_blank = parts.body.iter().all(u8::is_ascii_whitespace);
    // The answer to these has no body whatever is documented.
    let has_none = operation.method() == Method::Head || parts.status == StatusCode::NO_CONTENT;
    match kind {
        _ if parts.body.is_empty() && has_none => Ok(Report::default()),
        Body::Empty if is_blank => Ok(Report::default()),
        Body::Empty => Ok(not_documented(parts.body)),
        Body::Object | Body::Payload if is_blank => Ok(no_body(kind)),
        Body::Object => record::decode_object(reply, operation.reply_header_count(), parts.body),
        Body::Payload => record::decode_payload(reply, parts.body),
        Body::Text => {
            let text = std::str::from_utf8(parts.body).map_err(|error| {
                Mismatch::new("$", format!("documented as text, found other bytes: {error}"))
            })?;
            if let SlotMut::String(cell) = reply.slot_mut(0) {
                *cell = Some(text.to_owned());
            }
            Ok(Report::default())
        }
        Body::Bytes => {
            if let SlotMut::Bytes(cell) = reply.slot_mut(0) {
                *cell = Some(parts.body.clone());
            }
            Ok(Report::default())
        }
    }
}

/// The report of a reply without a body where one is documented.
fn no_body(kind: Body) -> Report {
    let expected = if kind == Body::Object { "object" } else { "JSON" };
    let original = Original::Value(Value::Null);
    let coercion = Coercion { place: Place::root(), expected, found: "no body", original };
    Report { coercions: vec![coercion], ..Report::default() }
}

/// The report of a reply with a body where none is documented.
fn not_documented(body: &[u8]) -> Report {
    let text = || Value::String(String::from_utf8_lossy(body).into_owned());
    let value: Value = serde_json::from_slice(body).unwrap_or_else(|_| text());
    // Nothing is said in these.
    if value.is_null() || value.as_object().is_some_and(serde_json::Map::is_empty) {
        return Report::default();
    }
    let field = UnknownField { place: Place::root(), value };
    Report { unknown_fields: vec![field], ..Report::default() }
}

/// A header's text; several of one name are joined with commas.
fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    let values = headers.get_all(name).iter();
    let texts: Vec<_> = values.map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}
