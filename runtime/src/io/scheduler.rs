use crate::BoxFuture;
use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

/// Time that passes, and work on the side. The one of the built-in transport is tokio's.
pub trait Scheduler: Send + Sync + Debug {
    /// Time since a moment that stays the same; never runs backwards.
    fn elapsed(&self) -> Duration;

    /// Ends when `duration` has passed. Nothing happens before it is polled.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;

    /// Runs a task on the side, without anybody who waits for it.
    fn spawn(&self, task: BoxFuture<'static, ()>);

    /// Whether a task goes on while the thread that spawned it is blocked, because it has a thread of its own. Unless it
    /// is implemented, no.
    fn is_parallel(&self) -> bool {
        false
    }
}

impl<S: Scheduler + ?Sized> Scheduler for Arc<S> {
    fn elapsed(&self) -> Duration {
        (**self).elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        (**self).sleep(duration)
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        (**self).spawn(task);
    }

    fn is_parallel(&self) -> bool {
        (**self).is_parallel()
    }
}
