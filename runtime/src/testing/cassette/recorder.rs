use super::redaction::Redaction;
use super::request_entry;
use super::tape::Tape;
use super::tee::{Exchange, Tee};
use crate::BoxFuture;
use crate::error::Result;
use crate::io::Scheduler;
use crate::testing::Recorded;
use crate::transport::{Body, Timeouts, Transport, TransportError};
use bytes::Bytes;
use http::{Request, Response};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// A transport that records what another one sends and receives, for [`Replay`](super::Replay). Clones share the
/// recording.
///
/// The file is JSON, made to be read, reviewed and committed. It has no secret: no keys, tokens and signatures; no value
/// of a parameter or field that the operation marks as sensitive or whose name is that of a secret, such as `Password`;
/// no header and no pair of the query that is no parameter; and none of these where another text repeats it. Everything
/// else is there as it was: look through a recording before you give it away.
///
/// ```no_run
/// # fn main() -> alicloud_runtime::Result<()> {
/// use alicloud_runtime::testing::Recorder;
/// use alicloud_runtime::transport::{ReqwestTransport, Timeouts};
/// use alicloud_runtime::Config;
///
/// let recorder = Recorder::new(ReqwestTransport::new(Timeouts::default())?, "tests/data/quota.json");
/// let config = Config::from_env()?.transport(recorder.clone());
/// // Make a client from `config` and the calls with it, then:
/// recorder.finish()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Recorder {
    transport: Arc<dyn Transport>,
    tape: Arc<Tape>,
}

impl Recorder {
    /// Records the exchanges of `transport`. The file at `path` is written by [`finish`](Self::finish), or when the last
    /// clone is dropped; one that is there is replaced.
    pub fn new(transport: impl Transport + 'static, path: impl Into<PathBuf>) -> Self {
        Self { transport: Arc::new(transport), tape: Arc::new(Tape::new(path.into())) }
    }

    /// Writes the recording so far.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): the file cannot be written.
    pub fn finish(&self) -> Result<()> {
        self.tape.write()
    }
}

impl Transport for Recorder {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let recorded = Recorded::new(request.clone(), timeouts);
            let mut redaction = Redaction::new(recorded.operation(), self.tape.secrets());
            let entry = request_entry::entry(&recorded, &mut redaction);
            let (tape, place) = (Arc::clone(&self.tape), self.tape.begin(redaction.secrets()));
            let exchange = Exchange { tape, place, request: entry, redaction };
            match self.transport.send(request, timeouts).await {
                Ok(response) => {
                    let (parts, body) = response.into_parts();
                    let tee = Tee::new(body, parts.status, parts.headers.clone(), exchange);
                    Ok(Response::from_parts(parts, Body::chunks(tee)))
                }
                Err(error) => {
                    exchange.failed(&error);
                    Err(error)
                }
            }
        })
    }

    fn scheduler(&self) -> Option<Arc<dyn Scheduler>> {
        self.transport.scheduler()
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder")
            .field("transport", &self.transport)
            .field("exchanges", &self.tape.length())
            .finish_non_exhaustive()
    }
}
