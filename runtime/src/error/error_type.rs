use super::{ErrorBuilder, ErrorKind};
use crate::operation::Descriptor;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::borrow::Cow;

/// The result of everything in this crate that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call failed.
///
/// It prints in one line, and the parts are there as methods too:
///
/// ```text
/// Sas GetCheckSale: NoPermission: caller has no permission (status 403, request id 0B48AB3C, a retry cannot help)
/// ```
///
/// ```
/// # use alicloud_runtime::{Error, ErrorKind};
/// # let error = Error::builder(ErrorKind::Service).code("NoPermission").status(403).build();
/// if error.is("NoPermission") {
///     eprintln!("ask for the permission; request id {:?}", error.request_id());
/// }
/// ```
pub struct Error(pub(super) Box<Inner>);

pub(super) struct Inner {
    pub(super) kind: ErrorKind,
    pub(super) product: Option<Cow<'static, str>>,
    pub(super) operation: Option<Cow<'static, str>>,
    pub(super) code: Option<String>,
    pub(super) message: String,
    pub(super) status: Option<StatusCode>,
    pub(super) request_id: Option<String>,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    pub(super) attempts: u32,
    pub(super) source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// Builds an error: what tests of error handling start from.
    pub fn builder(kind: ErrorKind) -> ErrorBuilder {
        ErrorBuilder::new(kind)
    }

    /// An error that arose before anything was sent.
    pub(crate) fn local(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self::builder(kind).message(message).build()
    }

    /// Says what went before it.
    pub(crate) fn behind(mut self, what: &str) -> Self {
        self.0.message = format!("{what}: {}", self.0.message);
        self
    }

    /// Says how many attempts were made.
    pub(crate) fn after(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// Whether it arose before anything was sent.
    pub(crate) fn is_local(&self) -> bool {
        use ErrorKind as Kind;
        matches!(self.0.kind, Kind::Request | Kind::Credentials | Kind::Configuration | Kind::Endpoint)
    }

    /// Names the operation, where it is not named yet.
    pub(crate) fn during(mut self, operation: &'static Descriptor) -> Self {
        self.0.product.get_or_insert(Cow::Borrowed(operation.product().code()));
        self.0.operation.get_or_insert(Cow::Borrowed(operation.name()));
        self
    }

    /// What went wrong, coarsely.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Code of the product that was called, such as `Sas`.
    pub fn product(&self) -> Option<&str> {
        self.0.product.as_deref()
    }

    /// Name of the operation that was called, such as `GetCheckSale`.
    pub fn operation(&self) -> Option<&str> {
        self.0.operation.as_deref()
    }

    /// The service's error code, as text even where the service sent a number.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// Whether the service's error code is `code`.
    pub fn is(&self, code: &str) -> bool {
        self.code() == Some(code)
    }

    /// The service's message, or what this side has to say. Never empty.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// HTTP status, if there was an answer.
    pub fn status(&self) -> Option<u16> {
        self.0.status.map(|status| status.as_u16())
    }

    /// Request id, if there was an answer and it had one. Quote it to the service's support.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// Headers of the answer; empty if there was none.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The answer's raw body; empty if there was none. It is never printed.
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// How many requests were sent for the call, this error's one included; zero if none was.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Whether a timeout passed. The service may have carried the operation out nevertheless.
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
