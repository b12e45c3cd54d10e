use super::Scheduler;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

/// The outcome of a future, or `None` if it does not end within `limit`. Time is asked for only where the future has
/// to wait.
pub(crate) async fn within<F: Future>(
    future: F,
    scheduler: &dyn Scheduler,
    limit: Duration,
) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut sleep = None;
    poll_fn(|context| {
        if let Poll::Ready(output) = future.as_mut().poll(context) {
            return Poll::Ready(Some(output));
        }
        let sleep = sleep.get_or_insert_with(|| scheduler.sleep(limit));
        sleep.as_mut().poll(context).map(|()| None)
    })
    .await
}
