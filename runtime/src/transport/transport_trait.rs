use super::{Body, Timeouts, TransportError};
use crate::BoxFuture;
use bytes::Bytes;
use http::{Request, Response};
use std::fmt::Debug;
use std::sync::Arc;

/// Sends one request and gives out its answer.
///
/// It need not wait for the answer's body: a [`Body`] can be chunks that are still to come, and then the timeouts hold
/// for those too.
///
/// The request is complete and signed: send method, address, headers and body unchanged, do not follow
/// redirects and do not repeat. Whatever the status is, an answer is no error. Wrap a transport in another one to
/// look at requests and answers; keep `Authorization` and `x-acs-security-token` out of logs.
pub trait Transport: Send + Sync + Debug {
    /// Sends `request` within `timeouts`.
    ///
    /// # Errors
    /// There was no answer.
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        (**self).send(request, timeouts)
    }
}
