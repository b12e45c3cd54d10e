use super::reply::Reply;
use crate::BoxFuture;
use crate::error::Result;
use crate::operation::Descriptor;
use crate::response::Response;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

/// A call under way; await it.
///
/// The exchange is the same machine code for all operations. Only the decoding at its end knows the
/// reply's type, so a call costs its caller no state machine of its own.
#[must_use = "a call does nothing until it is awaited"]
pub struct Pending<T> {
    operation: Option<&'static Descriptor>,
    exchange: BoxFuture<'static, Result<Reply>>,
    decode: fn(Reply) -> Result<Response<T>>,
}

impl<T> Pending<T> {
    pub(super) fn new(
        operation: Option<&'static Descriptor>,
        exchange: BoxFuture<'static, Result<Reply>>,
        decode: fn(Reply) -> Result<Response<T>>,
    ) -> Self {
        Self { operation, exchange, decode }
    }
}

impl<T> Future for Pending<T> {
    type Output = Result<Response<T>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let decode = self.decode;
        let outcome = self.exchange.as_mut().poll(context).map(|reply| reply.and_then(decode));
        match self.operation {
            Some(operation) => outcome.map_err(|error| error.during(operation)),
            None => outcome,
        }
    }
}

impl<T> fmt::Debug for Pending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.operation.map(Descriptor::name);
        f.debug_struct("Pending").field("operation", &name).finish_non_exhaustive()
    }
}
