use crate::operation::Descriptor;
use crate::sign::{self, Algorithm, Canonical};
use bytes::Bytes;
use http::{HeaderMap, Request};
use std::fmt;

/// A request as it would be sent, with what its signature was made from.
///
/// The headers hold the signature, and the token of temporary credentials: they are marked as sensitive, and `Debug`
/// leaves them out.
#[derive(Clone)]
pub struct SignedRequest {
    request: Request<Bytes>,
    canonical: Option<Canonical>,
    algorithm: Algorithm,
}

impl SignedRequest {
    pub(super) fn new(request: Request<Bytes>, canonical: Option<Canonical>, algorithm: Algorithm) -> Self {
        Self { request, canonical, algorithm }
    }

    /// HTTP method.
    pub fn method(&self) -> &str {
        self.request.method().as_str()
    }

    /// The whole address.
    pub fn url(&self) -> String {
        self.request.uri().to_string()
    }

    /// Headers, `authorization` included.
    pub fn headers(&self) -> &HeaderMap {
        self.request.headers()
    }

    /// Body.
    pub fn body(&self) -> &Bytes {
        self.request.body()
    }

    /// The request in the form that is signed (`docs/wire.md`, "V3 signature"); `None` where nothing is signed.
    pub fn canonical_request(&self) -> Option<&str> {
        self.canonical.as_ref().map(|canonical| canonical.request.as_str())
    }

    /// The text that the signature is computed from; `None` where nothing is signed.
    pub fn string_to_sign(&self) -> Option<String> {
        self.canonical.as_ref().map(|canonical| sign::string_to_sign(self.algorithm, canonical))
    }

    /// The request itself, for an HTTP library.
    pub fn into_request(self) -> Request<Bytes> {
        self.request
    }
}

impl SignedRequest {
    fn path_template(&self) -> Option<&'static str> {
        self.request.extensions().get::<&'static Descriptor>()?.path_template()
    }
}

impl fmt::Debug for SignedRequest {
    /// Shows neither the path's parameters nor the query and the body: some parameters are secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedRequest")
            .field("method", &self.method())
            .field("host", &self.request.uri().host())
            .field("path", &self.path_template())
            .field("headers", self.headers())
            .finish_non_exhaustive()
    }
}
