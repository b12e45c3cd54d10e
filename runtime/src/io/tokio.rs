use super::Scheduler;
use crate::BoxFuture;
use std::sync::OnceLock;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::time::Instant;

/// Time and tasks of the tokio runtime that the call is made in.
#[derive(Clone, Copy, Debug, Default)]
pub struct TokioScheduler;

impl Scheduler for TokioScheduler {
    fn elapsed(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        // tokio panics where there is no runtime; without one, nothing that waits can be sent either.
        Box::pin(async move {
            if Handle::try_current().is_ok() {
                tokio::time::sleep(duration).await;
            }
        })
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(task);
        }
    }
}
