use super::{Body, Timeouts, TransportError};
use crate::BoxFuture;
use crate::io::Scheduler;
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
/// look at requests and answers; keep `Authorization` and `x-acs-security-token` out of logs. The extensions of a call's
/// request have the facts of its operation, a `&'static Descriptor`, which names the parameters that are secret too.
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

    /// How time passes for this transport, where it matters: one that answers from a script has a clock of its own.
    fn scheduler(&self) -> Option<Arc<dyn Scheduler>> {
        None
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        (**self).send(request, timeouts)
    }

    fn scheduler(&self) -> Option<Arc<dyn Scheduler>> {
        (**self).scheduler()
    }
}
