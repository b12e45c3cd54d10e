use super::Paused;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// What arrives after a while: the other side takes its time.
///
/// It is there at the second look, so that whoever waits for it as well can give up before: see [`Paused`].
pub(super) struct Arrival {
    clock: Paused,
    after: Duration,
    until: Option<Duration>,
}

impl Arrival {
    pub(super) fn new(clock: &Paused, after: Duration) -> Self {
        Self { clock: clock.clone(), after, until: None }
    }
}

impl Future for Arrival {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.after.is_zero() {
            return Poll::Ready(());
        }
        if let Some(until) = self.until.take() {
            self.clock.arrived(until);
            return Poll::Ready(());
        }
        self.until = Some(self.clock.expect(self.after));
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

impl Drop for Arrival {
    fn drop(&mut self) {
        if let Some(until) = self.until.take() {
            self.clock.forget(until);
        }
    }
}
