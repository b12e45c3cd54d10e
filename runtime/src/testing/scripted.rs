use super::chunks::Chunks;
use super::{Paused, Recorded, late};
use crate::BoxFuture;
use crate::io::Scheduler;
use crate::transport::{Body, Timeouts, Transport, TransportError};
use bytes::Bytes;
use http::{Request, Response};
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A transport that answers from a script and keeps every request. Clones share script and requests.
///
/// ```
/// use alicloud_runtime::testing::Scripted;
///
/// let transport = Scripted::new().json(200, r#"{"RequestId":"R-1"}"#).json(500, r#"{"Code":"ServerError"}"#);
/// assert_eq!(transport.remaining(), 2);
/// ```
#[derive(Clone, Default)]
pub struct Scripted {
    state: Arc<Mutex<State>>,
    clock: Paused,
}

#[derive(Default)]
struct State {
    script: VecDeque<Step>,
    requests: Vec<Recorded>,
}

/// One answer, and how long it takes; without a time it never comes.
struct Step {
    answer: Result<Response<Body>, TransportError>,
    after: Option<Duration>,
}

impl Scripted {
    /// A transport without answers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an answer, with a body of bytes or a [`Body`].
    #[must_use]
    pub fn reply(self, response: Response<impl Into<Body>>) -> Self {
        self.step(Ok(response.map(Into::into)), Some(Duration::ZERO))
    }

    /// Adds an answer whose body arrives in these chunks. A number that is no HTTP status turns into 200.
    #[must_use]
    pub fn chunks<I>(self, status: u16, content_type: &'static str, chunks: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<Bytes>,
    {
        let chunks = Chunks::new(chunks.into_iter().map(|chunk| Ok(chunk.into())));
        self.reply(response(status, content_type, Body::chunks(chunks)))
    }

    /// Adds an answer that breaks off after these chunks.
    #[must_use]
    pub fn broken_chunks<I>(
        self,
        status: u16,
        content_type: &'static str,
        chunks: I,
        error: TransportError,
    ) -> Self
    where
        I: IntoIterator,
        I::Item: Into<Bytes>,
    {
        let chunks = chunks.into_iter().map(|chunk| Ok(chunk.into())).chain([Err(error)]);
        self.reply(response(status, content_type, Body::chunks(Chunks::new(chunks))))
    }

    /// Adds a JSON answer. A number that is no HTTP status turns into 200.
    #[must_use]
    pub fn json(self, status: u16, body: impl Into<String>) -> Self {
        self.reply(response(status, "application/json;charset=utf-8", Bytes::from(body.into())))
    }

    /// Adds an exchange without an answer.
    #[must_use]
    pub fn error(self, error: TransportError) -> Self {
        self.step(Err(error), Some(Duration::ZERO))
    }

    /// Lets the answer that was added last come so much later, in the time of [`clock`](Self::clock). One that comes
    /// later than the call's read or total timeout is a timeout.
    #[must_use]
    pub fn delay(self, delay: Duration) -> Self {
        if let Some(Step { after: Some(after), .. }) = self.state().script.back_mut() {
            *after = after.saturating_add(delay);
        }
        self
    }

    /// Adds an exchange that nobody answers. It ends with the call's timeouts; without any it does not end.
    #[must_use]
    pub fn hang(self) -> Self {
        self.step(Err(TransportError::timeout("nothing came")), None)
    }

    fn step(self, answer: Result<Response<Body>, TransportError>, after: Option<Duration>) -> Self {
        self.state().script.push_back(Step { answer, after });
        self
    }

    /// The clock that passes for clients of this transport.
    pub fn clock(&self) -> &Paused {
        &self.clock
    }

    /// Every request so far.
    pub fn requests(&self) -> Vec<Recorded> {
        self.state().requests.clone()
    }

    /// The latest request.
    pub fn last(&self) -> Option<Recorded> {
        self.state().requests.last().cloned()
    }

    /// Number of answers that have not been asked for.
    pub fn remaining(&self) -> usize {
        self.state().script.len()
    }

    /// Checks which operations were called, and that no answer is left.
    ///
    /// # Panics
    /// They are others, or one is.
    #[track_caller]
    pub fn assert_called(&self, operations: &[&str]) {
        let requests = self.requests();
        let called: Vec<&str> = requests.iter().map(Recorded::action).collect();
        assert_eq!(called, operations, "operations that were called");
        assert_eq!(self.remaining(), 0, "answers that were not asked for");
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn response<B>(status: u16, content_type: &'static str, body: B) -> Response<B> {
    let mut response = Response::new(body);
    *response.status_mut() = http::StatusCode::from_u16(status).unwrap_or_default();
    let content_type = http::HeaderValue::from_static(content_type);
    response.headers_mut().insert(http::header::CONTENT_TYPE, content_type);
    response
}

impl Transport for Scripted {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let mut state = self.state();
        state.requests.push(Recorded::new(request, timeouts));
        let number = state.requests.len();
        let step = state.script.pop_front();
        drop(state);
        let Some(Step { answer, after }) = step else {
            let message = format!("the script has no answer for request {number}");
            return Box::pin(std::future::ready(Err(TransportError::other(message))));
        };
        Box::pin(async move {
            late::arrive(&self.clock, timeouts, after).await?;
            answer
        })
    }

    /// Waits take no time.
    fn scheduler(&self) -> Option<Arc<dyn Scheduler>> {
        Some(Arc::new(self.clock.clone()))
    }
}

impl fmt::Debug for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Scripted")
            .field("requests", &state.requests.len())
            .field("remaining", &state.script.len())
            .finish()
    }
}
