use super::attempts::Want;
use super::signed_request::SignedRequest;
use super::start::Start;
use crate::BoxFuture;
use crate::error::Result;
use crate::io::Io;
use crate::operation::Descriptor;
use std::fmt;
use std::future::IntoFuture;

/// A request that is signed and not sent: await it, or call [`blocking`](Self::blocking).
#[must_use = "nothing is signed until it is awaited"]
pub struct DryRun {
    operation: &'static Descriptor,
    start: Result<Box<Start>>,
}

impl DryRun {
    pub(super) fn new(operation: &'static Descriptor, start: Result<Box<Start>>) -> Self {
        Self { operation, start }
    }

    /// Signs the request on this thread, without an async runtime.
    ///
    /// # Errors
    /// As when awaited.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn blocking(self) -> Result<SignedRequest> {
        let outcome = self.start.and_then(|start| {
            let io = start.core.outside.blocking()?.clone();
            crate::io::block_on(sign(start, io))
        });
        outcome.map_err(|error| error.during(self.operation))
    }
}

async fn sign(start: Box<Start>, io: Io) -> Result<SignedRequest> {
    start.sign(&io, Want::Whole, None, &mut None).await
}

impl IntoFuture for DryRun {
    type Output = Result<SignedRequest>;
    type IntoFuture = BoxFuture<'static, Result<SignedRequest>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let outcome = match self.start {
                Ok(start) => match start.core.outside.awaited().cloned() {
                    Ok(io) => sign(start, io).await,
                    Err(error) => Err(error),
                },
                Err(error) => Err(error),
            };
            outcome.map_err(|error| error.during(self.operation))
        })
    }
}

impl fmt::Debug for DryRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DryRun").field("operation", &self.operation.name()).finish_non_exhaustive()
    }
}
