use super::file;
use crate::error::Error;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The exchanges so far. Written when it is dropped, if it was not before.
pub(super) struct Tape {
    path: PathBuf,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// In the order in which the requests were sent; without a value while the answer is on its way.
    exchanges: Vec<Option<Value>>,
    secrets: BTreeSet<String>,
    is_written: bool,
}

impl Tape {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, state: Mutex::default() }
    }

    /// Reserves a place for an exchange.
    pub(super) fn begin(&self, secrets: &BTreeSet<String>) -> usize {
        let mut state = self.state();
        state.secrets.extend(secrets.iter().cloned());
        state.exchanges.push(None);
        state.exchanges.len().saturating_sub(1)
    }

    /// The secrets of all exchanges so far.
    pub(super) fn secrets(&self) -> BTreeSet<String> {
        self.state().secrets.clone()
    }

    pub(super) fn end(&self, place: usize, request: Value, reply: Value, secrets: &BTreeSet<String>) {
        let mut state = self.state();
        state.secrets.extend(secrets.iter().cloned());
        state.is_written = false;
        if let Some(exchange) = state.exchanges.get_mut(place) {
            *exchange = Some(json!({ "request": request, "reply": reply }));
        }
    }

    pub(super) fn write(&self) -> Result<(), Error> {
        let mut state = self.state();
        let exchanges: Vec<Value> = state.exchanges.iter().flatten().cloned().collect();
        file::write(&self.path, &exchanges)?;
        state.is_written = true;
        Ok(())
    }

    pub(super) fn length(&self) -> usize {
        self.state().exchanges.iter().flatten().count()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Tape {
    fn drop(&mut self) {
        // What a failed test leaves behind does not replace a good recording.
        if !self.state().is_written
            && !std::thread::panicking()
            && let Err(error) = self.write()
        {
            tracing::error!(%error, "call `Recorder::finish` to get this error");
        }
    }
}
