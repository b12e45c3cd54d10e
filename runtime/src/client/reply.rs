use super::running::Running;
use crate::error::{self, Error, ErrorKind, Result};
use crate::operation::{Body, Descriptor};
use crate::record::{self, Record, Report};
use crate::response::{Around, Response};
use crate::wire::{self, Parts};
use bytes::Bytes;
use serde_json::Value;

/// A successful answer on its way to a typed response.
pub(super) struct Reply {
    pub(super) operation: &'static Descriptor,
    pub(super) strict: bool,
    pub(super) response: http::Response<Bytes>,
    pub(super) attempts: u32,
}

/// Decodes the outcome of a call into a generated type. Small, since it is compiled for each of them.
#[allow(clippy::question_mark, reason = "it would convert the error, and there is nothing to convert")]
pub(super) fn typed<T: Record + Default>(call: &mut Running) -> Result<Response<T>> {
    let mut value = Box::new(T::default());
    let around = match read(call, value.as_mut()) {
        Ok(around) => around,
        Err(error) => return Err(error),
    };
    Ok(Response { value, around })
}

fn read(call: &mut Running, value: &mut dyn Record) -> Result<Box<Around>> {
    call.take()?.read(value)
}

/// Decodes the outcome of a call as JSON.
pub(super) fn untyped(call: &mut Running) -> Result<Response<Value>> {
    let reply = call.take()?;
    let value = reply.json().map_err(|error| error.during(reply.operation))?;
    let request_id = request_id_member(&value);
    let around = reply.finish(Report::default(), request_id)?;
    Ok(Response { value: Box::new(value), around })
}

impl Reply {
    /// What came around the reply, when its body is in `value`.
    fn read(self, value: &mut dyn Record) -> Result<Box<Around>> {
        let report = self.read_parts(value).map_err(|error| error.during(self.operation))?;
        let request_id = request_id_field(value);
        self.finish(report, request_id)
    }

    fn read_parts(&self, value: &mut dyn Record) -> Result<Report> {
        self.check_root()?;
        let (status, headers) = (self.response.status(), self.response.headers());
        let parts = Parts { status, headers, body: self.response.body() };
        wire::read(self.operation, value, &parts).map_err(|mismatch| {
            let message = format!("the reply is not as documented: {mismatch}");
            self.unreadable(message).source(mismatch).build()
        })
    }

    /// The body as JSON. Text is a JSON string; bytes stay where they are, in the response's raw body.
    fn json(&self) -> Result<Value> {
        self.check_root()?;
        let body = self.response.body();
        let is_blank = body.iter().all(u8::is_ascii_whitespace);
        Ok(match self.operation.reply_body() {
            Body::Bytes => Value::Null,
            Body::Text => Value::String(String::from_utf8_lossy(body).into_owned()),
            _ if is_blank => Value::Null,
            Body::Empty => serde_json::from_slice(body).unwrap_or_default(),
            Body::Object | Body::Payload => serde_json::from_slice(body).map_err(|error| {
                let message = format!("the reply is no JSON: {error}");
                self.unreadable(message).source(error).build()
            })?,
        })
    }

    /// An answer in the place of an object may be anything, so it is not shown.
    fn check_root(&self) -> Result<()> {
        let first = self.response.body().iter().find(|byte| !byte.is_ascii_whitespace());
        if self.operation.reply_body() == Body::Object && first.is_some_and(|byte| *byte != b'{') {
            let message = "the reply is no JSON object; its raw body is in `Error::body`".to_owned();
            return Err(self.unreadable(message).build());
        }
        Ok(())
    }

    /// The error of a reply that cannot be read: everything that arrived stays with it.
    fn unreadable(&self, message: String) -> error::ErrorBuilder {
        let (headers, body) = (self.response.headers(), self.response.body());
        let request_id = error::request_id(headers)
            .or_else(|| request_id_member(&serde_json::from_slice::<Value>(body).ok()?));
        Error::builder(ErrorKind::Decode)
            .message(message)
            .status(self.response.status().as_u16())
            .request_id(request_id.unwrap_or_default())
            .headers(headers.clone())
            .body(body.clone())
            .attempts(self.attempts)
    }

    /// What came around the reply, unless the reply is refused in strict mode.
    fn finish(self, report: Report, in_body: Option<String>) -> Result<Box<Around>> {
        if self.strict && !report.is_empty() {
            let departures = report.to_string().replace('\n', "; ");
            let error = self.unreadable(format!("strict mode: {departures}")).build();
            return Err(error.during(self.operation));
        }
        let attempts = self.attempts;
        let (parts, body) = self.response.into_parts();
        let request_id = error::request_id(&parts.headers).or(in_body).unwrap_or_default();
        let (status, headers) = (parts.status, parts.headers);
        Ok(Box::new(Around { request_id, status, headers, report, body, attempts }))
    }
}

/// How replies spell the request id.
const REQUEST_ID: [&str; 3] = ["RequestId", "requestId", "request_id"];

fn request_id_member(body: &Value) -> Option<String> {
    REQUEST_ID.iter().find_map(|name| Some(body.get(name)?.as_str()?.to_owned()))
}

/// The field that nearly every reply has; gateways send it as a header too.
fn request_id_field(reply: &dyn Record) -> Option<String> {
    let fields = reply.shape().fields();
    let index = fields.iter().position(|name| REQUEST_ID.contains(name))?;
    match reply.slot(index).node()? {
        record::Node::String(id) => Some(id.to_owned()),
        _ => None,
    }
}
