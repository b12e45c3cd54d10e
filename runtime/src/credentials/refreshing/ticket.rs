use super::cache::Shared;
use crate::credentials::{Credentials, CredentialsProvider};
use crate::error::Error;
use crate::io::Io;
use std::sync::Arc;

/// The right, and the duty, to make one request. Dropped before its end, it passes to the next caller.
pub(super) struct Ticket<P: CredentialsProvider> {
    shared: Arc<Shared<P>>,
    id: u64,
    is_over: bool,
}

impl<P: CredentialsProvider> Ticket<P> {
    pub(super) fn new(shared: &Arc<Shared<P>>, id: u64) -> Self {
        Self { shared: Arc::clone(shared), id, is_over: false }
    }

    /// Makes the request.
    pub(super) async fn fetch(mut self, io: &Io) -> Result<Credentials, Error> {
        let outcome = self.shared.source.credentials(io).await;
        self.is_over = true;
        let problem = outcome.as_ref().err().map(|error| error.message().to_owned());
        let mut state = self.shared.state();
        let outcome = state.finish(self.id, outcome, io.now(), io.elapsed());
        let waiting = state.take_waiting();
        drop(state);
        waiting.into_iter().for_each(|(_, waker)| waker.wake());
        if let (Some(problem), Ok(_)) = (problem, &outcome) {
            tracing::warn!(
                problem,
                "no new credentials came; the present ones stay in use until they expire"
            );
        }
        outcome
    }
}

impl<P: CredentialsProvider> Drop for Ticket<P> {
    fn drop(&mut self) {
        if self.is_over {
            return;
        }
        let mut state = self.shared.state();
        state.abandon(self.id);
        let waiting = state.take_waiting();
        drop(state);
        waiting.into_iter().for_each(|(_, waker)| waker.wake());
    }
}
