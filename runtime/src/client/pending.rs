use super::running::Running;
use crate::error::Result;
use crate::io::Io;
use crate::operation::Descriptor;
use crate::response::Response;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

/// A call that is not made yet: await it, or call [`blocking`](Self::blocking).
///
/// The exchange is the same machine code for all operations. Only the decoding at its end knows the
/// reply's type, so a call costs its caller no state machine of its own.
#[must_use = "a call does nothing until it is awaited"]
pub struct Pending<T> {
    call: Running,
    read: Read<T>,
}

/// How an outcome becomes a value: all that is left to be compiled for each operation.
type Read<T> = fn(&mut Running) -> Result<Response<T>>;

impl<T> Pending<T> {
    #[inline]
    pub(super) fn new(call: Running, read: Read<T>) -> Self {
        Self { call, read }
    }

    /// Reaches the outside with `io`, whether the call is awaited or not.
    pub(crate) fn with_io(self, io: &Io) -> Self {
        Self { call: self.call.with_io(io), ..self }
    }

    /// Makes the call and waits for its outcome on this thread, without an async runtime.
    ///
    /// The feature `blocking` brings the transport for it. Where the client was given a transport, that one is used;
    /// one that is made for an async runtime does not work outside of it. Do not call this from async code: it holds
    /// up the thread.
    ///
    /// # Errors
    /// As when awaited.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn blocking(mut self) -> Result<Response<T>> {
        self.call.block();
        (self.read)(&mut self.call)
    }
}

impl<T> Future for Pending<T> {
    type Output = Result<Response<T>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if self.call.poll(context).is_pending() {
            return Poll::Pending;
        }
        Poll::Ready((self.read)(&mut self.call))
    }
}

impl<T> fmt::Debug for Pending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.call.operation().map(Descriptor::name);
        f.debug_struct("Pending").field("operation", &name).finish_non_exhaustive()
    }
}
