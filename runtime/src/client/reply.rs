use crate::error::{self, Error, ErrorKind, Result};
use crate::record::{self, Coercion, Decoded, Record, Report};
use crate::response::Response;
use bytes::Bytes;
use serde_json::Value;

/// A successful answer on its way to a typed response.
pub(super) struct Reply {
    pub(super) strict: bool,
    pub(super) response: http::Response<Bytes>,
}

impl Reply {
    /// Decodes the body into a generated type.
    pub(super) fn typed<T: Record + Default>(self) -> Result<Response<T>> {
        let Some(body) = self.object()? else { return self.finish(T::default(), no_body(), None) };
        match record::decode::<T>(body) {
            Ok(Decoded { value, report }) => {
                let request_id = request_id_field(&value);
                self.finish(value, report, request_id)
            }
            Err(mismatch) => {
                let message = format!("the reply is not as documented: {mismatch}");
                Err(self.unreadable(message).source(mismatch).build())
            }
        }
    }

    /// Decodes the body as JSON.
    pub(super) fn untyped(self) -> Result<Response<Value>> {
        let Some(body) = self.object()? else { return self.finish(Value::Null, no_body(), None) };
        match serde_json::from_slice::<Value>(body) {
            Ok(value) => {
                let names = ["RequestId", "requestId"];
                let request_id = names.iter().find_map(|name| Some(value.get(name)?.as_str()?.to_owned()));
                self.finish(value, Report::default(), request_id)
            }
            Err(error) => {
                let message = format!("the reply is no JSON: {error}");
                Err(self.unreadable(message).source(error).build())
            }
        }
    }

    /// The body, or `None` when there is none (`docs/wire.md`, "Success replies").
    fn object(&self) -> Result<Option<&[u8]>> {
        let body: &[u8] = self.response.body();
        match body.iter().find(|byte| !byte.is_ascii_whitespace()) {
            None => Ok(None),
            Some(b'{') => Ok(Some(body)),
            // What it is instead may be anything, so it is not shown; `Error::body` has it.
            Some(_) => Err(self
                .unreadable("the reply is no JSON object; its raw body is in `Error::body`".to_owned())
                .build()),
        }
    }

    /// The error of a reply that cannot be read: everything that arrived stays with it.
    fn unreadable(&self, message: String) -> error::ErrorBuilder {
        let (headers, body) = (self.response.headers(), self.response.body());
        let request_id = error::request_id(headers).or_else(|| {
            let json: Value = serde_json::from_slice(body).ok()?;
            Some(json.get("RequestId").or(json.get("requestId"))?.as_str()?.to_owned())
        });
        Error::builder(ErrorKind::Decode)
            .message(message)
            .status(self.response.status().as_u16())
            .request_id(request_id.unwrap_or_default())
            .headers(headers.clone())
            .body(body.clone())
    }

    fn finish<T>(self, value: T, report: Report, in_body: Option<String>) -> Result<Response<T>> {
        if self.strict && !report.is_empty() {
            let departures = report.to_string().replace('\n', "; ");
            return Err(self.unreadable(format!("strict mode: {departures}")).build());
        }
        let (parts, body) = self.response.into_parts();
        let request_id = error::request_id(&parts.headers).or(in_body).unwrap_or_default();
        Ok(Response { value, request_id, status: parts.status, headers: parts.headers, report, body })
    }
}

/// The report of a reply without a body.
fn no_body() -> Report {
    let coercion = Coercion { path: "$".to_owned(), expected: "object", found: "no body" };
    Report { coercions: vec![coercion], ..Report::default() }
}

/// The field that nearly every reply has; gateways send it as a header too.
fn request_id_field(reply: &dyn Record) -> Option<String> {
    let fields = reply.shape().fields();
    let index = fields.iter().position(|name| matches!(*name, "RequestId" | "requestId"))?;
    match reply.slot(index).node()? {
        record::Node::String(id) => Some(id.to_owned()),
        _ => None,
    }
}
