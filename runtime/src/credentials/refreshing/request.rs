use super::cache::Shared;
use super::ticket::Ticket;
use crate::BoxFuture;
use crate::credentials::{Credentials, CredentialsProvider};
use crate::error::Error;
use crate::io::{Io, within};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

/// How long a request lasts for which no caller waits. The slowest source, a command, has a minute.
const LONGEST: Duration = Duration::from_secs(120);

/// A request that the caller who began it drives.
///
/// Dropped before its end, it goes on as a task: the server may have received it, and then its answer is the only one
/// that there will be (`docs/wire.md`, "OAuth").
pub(super) struct Request<P> {
    task: Option<BoxFuture<'static, Result<Credentials, Error>>>,
    shared: Arc<Shared<P>>,
    io: Io,
    id: u64,
    /// There is something to use until its answer comes.
    has_kept: bool,
}

impl<P: CredentialsProvider + 'static> Request<P> {
    pub(super) fn new(shared: &Arc<Shared<P>>, io: &Io, id: u64, has_kept: bool) -> Self {
        let (ticket, own) = (Ticket::new(shared, id), io.clone());
        let task = Box::pin(async move { ticket.fetch(&own).await });
        Self { task: Some(task), shared: Arc::clone(shared), io: io.clone(), id, has_kept }
    }
}

impl<P> Request<P> {
    /// Makes it a task, for which nobody waits.
    pub(super) fn detach(mut self) {
        self.hand_over();
    }

    fn hand_over(&mut self) {
        let Some(task) = self.task.take() else { return };
        let io = self.io.clone();
        self.io.spawn(Box::pin(async move {
            // A failure has made its pause, and whoever waits hears of it by the state.
            let _ = within(task, io.scheduler(), LONGEST).await;
        }));
    }
}

impl<P> Future for Request<P> {
    type Output = Result<Credentials, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        // What panics, or is over, must not be polled again, so it is not there while it is polled.
        let Some(mut task) = self.task.take() else { return Poll::Pending };
        let outcome = task.as_mut().poll(context);
        if outcome.is_pending() {
            self.task = Some(task);
        }
        outcome
    }
}

impl<P> Drop for Request<P> {
    fn drop(&mut self) {
        if self.task.is_none() {
            return;
        }
        if self.has_kept {
            self.shared.mark_late(self.id, &self.io);
        }
        self.hand_over();
    }
}
