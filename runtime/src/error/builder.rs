use super::error_type::Inner;
use super::{Error, ErrorKind};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::borrow::Cow;

/// Builds an [`Error`] part by part; made by [`Error::builder`].
#[must_use = "call `build`"]
pub struct ErrorBuilder(Box<Inner>);

impl ErrorBuilder {
    pub(super) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner {
            kind,
            product: None,
            operation: None,
            code: None,
            message: String::new(),
            status: None,
            request_id: None,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            attempts: 0,
            source: None,
        }))
    }

    /// Code of the product that was called.
    pub fn product(mut self, product: impl Into<Cow<'static, str>>) -> Self {
        self.0.product = Some(product.into());
        self
    }

    /// Name of the operation that was called.
    pub fn operation(mut self, operation: impl Into<Cow<'static, str>>) -> Self {
        self.0.operation = Some(operation.into());
        self
    }

    /// The service's error code. An empty one counts as none.
    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.0.code = Some(code.into()).filter(|code| !code.is_empty());
        self
    }

    /// The message.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.0.message = message.into();
        self
    }

    /// HTTP status; a number that is no status counts as none.
    pub fn status(mut self, status: u16) -> Self {
        self.0.status = StatusCode::from_u16(status).ok();
        self
    }

    /// Request id. An empty one counts as none.
    pub fn request_id(mut self, request_id: impl Into<String>) -> Self {
        self.0.request_id = Some(request_id.into()).filter(|id| !id.is_empty());
        self
    }

    /// Headers of the answer.
    pub fn headers(mut self, headers: HeaderMap) -> Self {
        self.0.headers = headers;
        self
    }

    /// Raw body of the answer.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.0.body = body.into();
        self
    }

    /// How many requests were sent for the call.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// The error behind this one.
    pub fn source(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The error. Without a message it says what its kind says.
    pub fn build(mut self) -> Error {
        if self.0.message.is_empty() {
            self.0.message = default_message(self.0.kind).to_owned();
        }
        Error(self.0)
    }
}

fn default_message(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Service => "the service gave no message",
        ErrorKind::Connect => "no connection",
        ErrorKind::Timeout => "a timeout passed",
        ErrorKind::Transport => "the exchange broke off",
        ErrorKind::Decode => "the reply cannot be read",
        ErrorKind::Request => "the request cannot be sent",
        ErrorKind::Credentials => "no usable credentials",
        ErrorKind::Configuration => "the configuration is not usable",
        ErrorKind::Endpoint => "no endpoint",
        ErrorKind::Failed => "the work has failed",
    }
}
