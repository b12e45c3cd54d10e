use super::{Timeouts, TransportError};
use crate::BoxFuture;
use bytes::Bytes;
use http::{Request, Response};
use std::fmt::Debug;
use std::sync::Arc;

/// Sends one request and collects its answer.
///
/// The request is complete and signed: send method, address, headers and body unchanged, do not follow
/// redirects and do not repeat. Whatever the status is, an answer is no error. Wrap a transport in another one to
/// look at requests and answers; keep `Authorization` and `x-acs-security-token` out of logs.
pub trait Transport: Send + Sync + Debug {
    /// Sends `request` within `timeouts`.
    ///
    /// # Errors
    /// There was no complete answer.
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        (**self).send(request, timeouts)
    }
}
