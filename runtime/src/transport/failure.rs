use std::fmt;

/// Why there was no complete answer.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    message: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What stopped an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The read or the total timeout passed.
    Timeout,
    /// Nothing was sent, for want of a connection: there was none, it did not stand within the connect timeout, or it was
    /// closed before the request's first byte. Such a request is safe to repeat, whatever it does.
    Connect,
    /// The other side's certificate is not one to trust. Nothing was sent, and nothing will be if it is tried again.
    Certificate,
    /// The answer is longer than the caller's limit.
    TooLong,
    /// The transport does not send this request, and would not send it again either: one that answers from a script or
    /// a recording does not know it.
    Refused,
    /// Anything else.
    Other,
}

impl TransportError {
    /// An error. The message must not show the request's address: its query holds the parameters.
    pub fn new(kind: TransportErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: None }
    }

    /// The read or the total timeout passed.
    pub fn timeout(message: impl Into<String>) -> Self {
        Self::new(TransportErrorKind::Timeout, message)
    }

    /// There was no connection, and nothing was sent.
    pub fn connect(message: impl Into<String>) -> Self {
        Self::new(TransportErrorKind::Connect, message)
    }

    /// The transport does not send this request at all.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(TransportErrorKind::Refused, message)
    }

    /// Anything else.
    pub fn other(message: impl Into<String>) -> Self {
        Self::new(TransportErrorKind::Other, message)
    }

    /// Adds the error behind this one.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// What stopped the exchange.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
