use super::difference::difference;
use super::redaction::Redaction;
use super::{entry, file, request_entry};
use crate::error::Result;
use crate::io::Scheduler;
use crate::testing::{Paused, Recorded};
use crate::transport::{Body, Timeouts, Transport, TransportError};
use crate::{BoxFuture, Config, Credentials};
use bytes::Bytes;
use http::{Request, Response};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A transport that answers from a recording of [`Recorder`](super::Recorder). Clones share what is left of it.
///
/// A request is answered by the first exchange of the same operation, path and parameters that has not been used yet.
/// What is secret is not compared. Time that calls wait passes at once.
#[derive(Clone)]
pub struct Replay {
    path: PathBuf,
    state: Arc<Mutex<State>>,
    clock: Paused,
}

struct State {
    left: Vec<Value>,
    /// What the requests so far had to hide.
    secrets: BTreeSet<String>,
}

impl Replay {
    /// Reads the recording.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): the file cannot be read, or is no recording.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref().to_owned();
        let state = State { left: file::read(&path)?, secrets: BTreeSet::new() };
        Ok(Self { path, state: Arc::new(Mutex::new(state)), clock: Paused::new() })
    }

    /// A configuration for clients of any product, with invented credentials and endpoint.
    pub fn config(&self) -> Config {
        Config::new("example", Credentials::new("example-id", "example-secret"))
            .endpoint("endpoint.example")
            .transport(self.clone())
    }

    /// How many exchanges have not been used.
    pub fn remaining(&self) -> usize {
        self.state().left.len()
    }

    fn answer(&self, request: &Recorded) -> Result<Response<Bytes>, TransportError> {
        let mut state = self.state();
        let mut redaction = Redaction::new(request.operation(), std::mem::take(&mut state.secrets));
        let sent = request_entry::entry(request, &mut redaction);
        state.secrets = redaction.secrets().clone();
        let found = state.left.iter().position(|exchange| exchange.get("request") == Some(&sent));
        let Some(index) = found else { return Err(self.unknown(&sent, &state.left)) };
        let exchange = state.left.remove(index);
        drop(state);
        let reply = exchange.get("reply").unwrap_or(&Value::Null);
        entry::read(reply).unwrap_or_else(|problem| {
            let path = self.path.display();
            Err(TransportError::refused(format!(
                "an exchange of the recording `{path}` is malformed: {problem}"
            )))
        })
    }

    fn unknown(&self, sent: &Value, left: &[Value]) -> TransportError {
        let called = |entry: &Value| [entry.get("product").cloned(), entry.get("operation").cloned()];
        let requests = || left.iter().filter_map(|exchange| exchange.get("request"));
        let closest = requests().find(|request| called(request) == called(sent));
        let name = sent.get("operation").and_then(Value::as_str).unwrap_or("an address that is no operation");
        let why = match closest {
            Some(request) => format!("the next one differs in {}", difference(sent, request)),
            None if left.is_empty() => "all of its exchanges have been used".to_owned(),
            None => "it has none of this operation".to_owned(),
        };
        let path = self.path.display();
        TransportError::refused(format!(
            "the recording `{path}` has no exchange left for this call of `{name}`: {why}; record it anew"
        ))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Replay {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let answer = self.answer(&Recorded::new(request, timeouts));
        Box::pin(std::future::ready(answer.map(|response| response.map(Body::whole))))
    }

    /// Waits take no time.
    fn scheduler(&self) -> Option<Arc<dyn Scheduler>> {
        Some(Arc::new(self.clock.clone()))
    }
}

impl fmt::Debug for Replay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Replay").field("path", &self.path).field("remaining", &self.remaining()).finish()
    }
}
