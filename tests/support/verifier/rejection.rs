use std::fmt;

/// Why a request is refused: the first check that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// It is no HTTP/1.1 request in the form that the protocol asks for.
    Malformed(String),
    /// A header is missing.
    MissingHeader(String),
    /// A header is there twice.
    RepeatedHeader(String),
    /// The value of `Authorization` has another form.
    Authorization(String),
    /// A header that must be signed is not.
    UnsignedHeader(String),
    /// Nobody has this access key id.
    UnknownKey,
    /// The security token is missing, superfluous or another one.
    SecurityToken,
    /// The body is not the one that `x-acs-content-sha256` belongs to.
    BodyHash,
    /// The signature belongs to another request or another secret.
    Signature,
    /// The date is not written as the protocol asks, or it is too far from now.
    Date,
    /// The nonce was used before.
    Nonce,
}

impl Rejection {
    /// HTTP status and error code of the answer.
    pub fn answer(&self) -> (u16, &'static str) {
        match self {
            Self::Malformed(_) => (400, "MalformedRequest"),
            Self::MissingHeader(_) => (400, "MissingHeader"),
            Self::RepeatedHeader(_) => (400, "RepeatedHeader"),
            Self::Authorization(_) => (400, "InvalidAuthorization"),
            Self::UnsignedHeader(_) => (400, "UnsignedHeader"),
            Self::UnknownKey => (404, "InvalidAccessKeyId.NotFound"),
            Self::SecurityToken => (400, "InvalidSecurityToken"),
            Self::BodyHash => (400, "ContentHashDoesNotMatch"),
            Self::Signature => (400, "SignatureDoesNotMatch"),
            Self::Date => (400, "InvalidTimeStamp.Expired"),
            Self::Nonce => (400, "SignatureNonceUsed"),
        }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(detail) => write!(f, "malformed request: {detail}"),
            Self::MissingHeader(name) => write!(f, "header {name} is missing"),
            Self::RepeatedHeader(name) => write!(f, "header {name} is there twice"),
            Self::Authorization(detail) => write!(f, "malformed Authorization: {detail}"),
            Self::UnsignedHeader(name) => write!(f, "header {name} is not signed"),
            Self::UnknownKey => f.write_str("the access key id does not exist"),
            Self::SecurityToken => f.write_str("the security token does not belong to the access key"),
            Self::BodyHash => f.write_str("the body does not match x-acs-content-sha256"),
            Self::Signature => f.write_str("the signature does not match the request"),
            Self::Date => f.write_str("the date is malformed or too far from now"),
            Self::Nonce => f.write_str("the nonce was used before"),
        }
    }
}

impl std::error::Error for Rejection {}
