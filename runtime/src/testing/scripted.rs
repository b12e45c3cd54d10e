use super::Recorded;
use crate::BoxFuture;
use crate::transport::{Timeouts, Transport, TransportError};
use bytes::Bytes;
use http::{Request, Response};
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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
}

#[derive(Default)]
struct State {
    script: VecDeque<Result<Response<Bytes>, TransportError>>,
    requests: Vec<Recorded>,
}

impl Scripted {
    /// A transport without answers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an answer.
    #[must_use]
    pub fn reply(self, response: Response<Bytes>) -> Self {
        self.state().script.push_back(Ok(response));
        self
    }

    /// Adds a JSON answer. A number that is no HTTP status turns into 200.
    #[must_use]
    pub fn json(self, status: u16, body: impl Into<String>) -> Self {
        let mut response = Response::new(Bytes::from(body.into()));
        *response.status_mut() = http::StatusCode::from_u16(status).unwrap_or_default();
        let content_type = http::HeaderValue::from_static("application/json;charset=utf-8");
        response.headers_mut().insert(http::header::CONTENT_TYPE, content_type);
        self.reply(response)
    }

    /// Adds an exchange without an answer.
    #[must_use]
    pub fn error(self, error: TransportError) -> Self {
        self.state().script.push_back(Err(error));
        self
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

impl Transport for Scripted {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        let mut state = self.state();
        state.requests.push(Recorded::new(request, timeouts));
        let number = state.requests.len();
        let answer = state.script.pop_front().unwrap_or_else(|| {
            Err(TransportError::other(format!("the script has no answer for request {number}")))
        });
        Box::pin(std::future::ready(answer))
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
