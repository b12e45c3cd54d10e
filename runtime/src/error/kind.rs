/// What went wrong, coarsely: enough to decide what to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The service answered with an error; see [`Error::code`](crate::Error::code) and
    /// [`Error::status`](crate::Error::status).
    Service,
    /// No connection: the name did not resolve, nothing listens, the TLS handshake failed, or the connect timeout
    /// passed. Nothing was sent.
    Connect,
    /// The read or total timeout passed.
    Timeout,
    /// The exchange broke off in another way.
    Transport,
    /// The reply is no JSON, it is no object where one is documented, or it is too long; in strict mode, any departure
    /// from its documentation.
    Decode,
    /// The request is not complete or a value cannot be sent. Nothing was sent.
    Request,
    /// No usable credentials. Nothing was sent.
    Credentials,
    /// The client's configuration is not usable. Nothing was sent.
    Configuration,
    /// No endpoint is known for the region, or the one given is malformed. Nothing was sent.
    Endpoint,
    /// The work that a call started has ended without success.
    Failed,
}
