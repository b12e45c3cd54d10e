use crate::BoxFuture;
use crate::io::{Scheduler, block_on};
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

/// Time that passes only by waiting: a wait takes no real time and moves the clock on. Clones share it.
///
/// A limit that ends before what is waited for arrives wins, as with a real clock; beyond that, waits of calls that run
/// side by side end in the order in which they are looked at. Work on the side waits until
/// [`run_spawned`](Self::run_spawned).
#[derive(Clone, Default)]
pub struct Paused {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    elapsed: Duration,
    waits: Vec<Duration>,
    spawned: Vec<BoxFuture<'static, ()>>,
    /// When what is on its way arrives.
    arrivals: Vec<Duration>,
}

impl Paused {
    /// A clock at its beginning.
    pub fn new() -> Self {
        Self::default()
    }

    /// Moves the clock on.
    pub fn advance(&self, duration: Duration) {
        let mut state = self.state();
        state.elapsed = state.elapsed.saturating_add(duration);
    }

    /// Every wait so far that came to its end, in order. The time that an answer of a script takes is none.
    pub fn waits(&self) -> Vec<Duration> {
        self.state().waits.clone()
    }

    /// Does the work on the side that came together; how much it was.
    pub fn run_spawned(&self) -> usize {
        let spawned = std::mem::take(&mut self.state().spawned);
        let count = spawned.len();
        spawned.into_iter().for_each(block_on);
        count
    }

    /// Something arrives after so long; when that is.
    pub(super) fn expect(&self, after: Duration) -> Duration {
        let mut state = self.state();
        let until = state.elapsed.saturating_add(after);
        state.arrivals.push(until);
        until
    }

    /// It is there.
    pub(super) fn arrived(&self, until: Duration) {
        self.forget(until);
        let mut state = self.state();
        state.elapsed = state.elapsed.max(until);
    }

    /// Nobody waits for it any more.
    pub(super) fn forget(&self, until: Duration) {
        let mut state = self.state();
        if let Some(index) = state.arrivals.iter().position(|arrival| *arrival == until) {
            state.arrivals.swap_remove(index);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Scheduler for Paused {
    fn elapsed(&self) -> Duration {
        self.state().elapsed
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let until = self.elapsed().saturating_add(duration);
        Box::pin(Sleep { clock: self.clone(), duration, until, has_waited: false })
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        self.state().spawned.push(task);
    }
}

struct Sleep {
    clock: Paused,
    duration: Duration,
    until: Duration,
    has_waited: bool,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut state = self.clock.state();
        if !self.has_waited && state.arrivals.iter().any(|arrival| *arrival < self.until) {
            drop(state);
            self.has_waited = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        state.waits.push(self.duration);
        state.elapsed = state.elapsed.max(self.until);
        Poll::Ready(())
    }
}

impl fmt::Debug for Paused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Paused").field("elapsed", &self.elapsed()).finish_non_exhaustive()
    }
}
