use super::owner::owner;
use crate::operation::{Descriptor, Parameter, Position};
use crate::transport::Timeouts;
use bytes::Bytes;
use http::{HeaderMap, Request};
use percent_encoding::percent_decode_str;

/// A request as it was given to the transport. `Debug` leaves out what is secret in its headers, and the body.
#[derive(Clone)]
pub struct Recorded {
    request: Request<Bytes>,
    timeouts: Timeouts,
}

impl Recorded {
    pub(super) fn new(request: Request<Bytes>, timeouts: Timeouts) -> Self {
        Self { request, timeouts }
    }

    /// The facts of the operation that was called; `None` where the request is none of a call, such as one for
    /// credentials.
    pub fn operation(&self) -> Option<&'static Descriptor> {
        self.request.extensions().get::<&'static Descriptor>().copied()
    }

    /// HTTP method.
    pub fn method(&self) -> &str {
        self.request.method().as_str()
    }

    /// The whole address.
    pub fn uri(&self) -> String {
        self.request.uri().to_string()
    }

    /// Path.
    pub fn path(&self) -> &str {
        self.request.uri().path()
    }

    /// Host with its port, where it has one of its own.
    pub fn host(&self) -> &str {
        self.request.uri().authority().map(|authority| authority.as_str()).unwrap_or_default()
    }

    /// Raw query without `?`; empty when there is none.
    pub fn query(&self) -> &str {
        self.request.uri().query().unwrap_or_default()
    }

    /// Name of the operation.
    pub fn action(&self) -> &str {
        self.header("x-acs-action").unwrap_or_default()
    }

    /// A header's value, if it is there and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.request.headers().get(name)?.to_str().ok()
    }

    /// All headers.
    pub fn headers(&self) -> &HeaderMap {
        self.request.headers()
    }

    /// Body.
    pub fn body(&self) -> &Bytes {
        self.request.body()
    }

    /// The timeouts of the exchange.
    pub fn timeouts(&self) -> Timeouts {
        self.timeouts
    }

    /// Parameters of the query and then of the form body, decoded, in the order sent.
    pub fn parameters(&self) -> Vec<(String, String)> {
        [self.query_pairs(), self.form_pairs()].concat()
    }

    /// Wire names of the parameters that were sent, as far as the operation knows them; names of pairs where none is known.
    pub(super) fn parameter_names(&self) -> Vec<String> {
        let pairs = self.parameters();
        let Some(operation) = self.operation() else {
            return pairs.into_iter().map(|(name, _)| name).collect();
        };
        let is_sent = |parameter: &Parameter| match parameter.position() {
            Position::Query | Position::Form => pairs
                .iter()
                .any(|(key, _)| owner(operation, key).is_some_and(|owner| owner.name() == parameter.name())),
            Position::Header => self.headers().contains_key(parameter.name()),
            Position::Body => !self.body().is_empty(),
            Position::Path | Position::Host => true,
        };
        let sent = operation.parameters().iter().filter(|parameter| is_sent(parameter));
        sent.map(|parameter| parameter.name().to_owned()).collect()
    }

    /// Pairs of the query, decoded.
    pub(super) fn query_pairs(&self) -> Vec<(String, String)> {
        pairs(self.query())
    }

    /// Pairs of the body, decoded, where it is a form.
    pub(super) fn form_pairs(&self) -> Vec<(String, String)> {
        let content_type = self.header("content-type").unwrap_or_default();
        if !content_type.starts_with("application/x-www-form-urlencoded") {
            return Vec::new();
        }
        pairs(&String::from_utf8_lossy(self.body()).replace('+', "%20"))
    }

    /// The value of one parameter, in the query or in the form body.
    pub fn parameter(&self, name: &str) -> Option<String> {
        self.parameters().into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let decode = |text| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (decode(key), decode(value)))
        .collect()
}

impl std::fmt::Debug for Recorded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recorded")
            .field("method", &self.method())
            .field("action", &self.action())
            .finish_non_exhaustive()
    }
}
