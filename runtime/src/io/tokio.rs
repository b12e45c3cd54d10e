use super::{Scheduler, ThreadScheduler};
use crate::BoxFuture;
use std::sync::OnceLock;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::time::Instant;

/// Time and tasks of the tokio runtime that the call is made in.
///
/// The runtime must have timers: `enable_all` or `enable_time`, as `#[tokio::main]` has. In one without them tokio panics
/// at the first wait, for there is no way to ask a runtime what it has. Where there is no runtime at all, time and tasks
/// are those of [`ThreadScheduler`].
#[derive(Clone, Copy, Debug, Default)]
pub struct TokioScheduler;

impl Scheduler for TokioScheduler {
    fn elapsed(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        // Asked where it is polled: a future may be made outside the runtime that drives it.
        Box::pin(async move {
            if Handle::try_current().is_ok() {
                tokio::time::sleep(duration).await;
            } else {
                ThreadScheduler.sleep(duration).await;
            }
        })
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        match Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(task)),
            Err(_) => ThreadScheduler.spawn(task),
        }
    }
}
