use super::{Scheduler, race};
use crate::transport::{Body, Timeouts, Transport, TransportError};
use bytes::Bytes;
use http::{Request, Response};
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

pub(crate) type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

/// What a client reaches the outside with. Given to a [`CredentialsProvider`](crate::CredentialsProvider), so that
/// it asks its servers over the transport of the client it works for. Clones share everything.
#[derive(Clone)]
pub struct Io {
    transport: Arc<dyn Transport>,
    scheduler: Arc<dyn Scheduler>,
    clock: Clock,
}

impl Io {
    /// A transport, with a scheduler that it can be used with and a clock that tells the time of day.
    pub fn new(
        transport: impl Transport + 'static,
        scheduler: impl Scheduler + 'static,
        clock: impl Fn() -> SystemTime + Send + Sync + 'static,
    ) -> Self {
        Self { transport: Arc::new(transport), scheduler: Arc::new(scheduler), clock: Arc::new(clock) }
    }

    pub(crate) fn from_parts(
        transport: Arc<dyn Transport>,
        scheduler: Arc<dyn Scheduler>,
        clock: Clock,
    ) -> Self {
        Self { transport, scheduler, clock }
    }

    /// Sends a request and waits for the headers of the answer, at most for the total timeout even where the transport
    /// itself does not end.
    ///
    /// # Errors
    /// Those of the transport.
    pub async fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> Result<Response<Body>, TransportError> {
        let exchange = self.transport.send(request, timeouts);
        let Some(total) = timeouts.total else { return exchange.await };
        match race::within(exchange, &*self.scheduler, total).await {
            Some(outcome) => outcome,
            None => Err(TransportError::timeout(format!("nothing came within {total:?}"))),
        }
    }

    /// The time of day, as the client's clock tells it.
    pub fn now(&self) -> SystemTime {
        (self.clock)()
    }

    /// Time since a moment that stays the same; never runs backwards.
    pub fn elapsed(&self) -> Duration {
        self.scheduler.elapsed()
    }

    /// Waits.
    pub async fn sleep(&self, duration: Duration) {
        if !duration.is_zero() {
            self.scheduler.sleep(duration).await;
        }
    }

    /// Runs a task on the side.
    pub fn spawn(&self, task: crate::BoxFuture<'static, ()>) {
        self.scheduler.spawn(task);
    }

    /// What requests are sent with.
    pub(crate) fn transport(&self) -> Arc<dyn Transport> {
        Arc::clone(&self.transport)
    }

    /// Where time passes.
    pub fn scheduler(&self) -> &dyn Scheduler {
        &*self.scheduler
    }
}

impl fmt::Debug for Io {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Io")
            .field("transport", &self.transport)
            .field("scheduler", &self.scheduler)
            .finish_non_exhaustive()
    }
}
