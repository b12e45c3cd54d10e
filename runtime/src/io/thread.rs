use super::Scheduler;
use super::timer::{Alarm, Timer};
use crate::BoxFuture;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

/// Time and tasks by threads, for programs without an async runtime: blocking calls use it.
///
/// A task takes a thread as long as it lasts; all waits together take one.
#[derive(Clone, Copy, Debug, Default)]
pub struct ThreadScheduler;

impl Scheduler for ThreadScheduler {
    fn elapsed(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(Sleep { duration, alarm: None })
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        // Where the system has no thread left, the work is done here and now.
        let task = Arc::new(Mutex::new(Some(task)));
        let worker = Arc::clone(&task);
        let run = move |task: &Mutex<Option<BoxFuture<'static, ()>>>| {
            let task = task.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(task) = task {
                block_on(task);
            }
        };
        if thread::Builder::new().name("alicloud".to_owned()).spawn(move || run(&worker)).is_err() {
            run(&task);
        }
    }

    fn is_parallel(&self) -> bool {
        true
    }
}

struct Sleep {
    duration: Duration,
    alarm: Option<Arc<Alarm>>,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let duration = self.duration;
        let is_new = self.alarm.is_none();
        let alarm = self.alarm.get_or_insert_default();
        alarm.wakes(context.waker());
        if is_new {
            let now = Instant::now();
            match (Timer::get(), now.checked_add(duration)) {
                (Some(timer), Some(at)) => timer.set(at, alarm),
                // As good as for ever.
                (_, None) => {}
                (None, Some(_)) => {
                    thread::sleep(duration);
                    return Poll::Ready(());
                }
            }
        }
        if alarm.rang() { Poll::Ready(()) } else { Poll::Pending }
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Runs a future on this thread until it is done.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Scheduler, ThreadScheduler, block_on};
    use crate::io::within;
    use std::future::pending;
    use std::time::{Duration, Instant};

    const SHORT: Duration = Duration::from_millis(20);

    #[test]
    fn a_wait_takes_its_time_and_no_more_than_needed() {
        let begun = Instant::now();
        block_on(ThreadScheduler.sleep(SHORT));
        assert!(begun.elapsed() >= SHORT);
        let ended = block_on(within(pending::<()>(), &ThreadScheduler, SHORT));
        assert_eq!(ended, None);
    }

    #[test]
    fn waits_end_in_the_order_of_their_times_whatever_the_order_of_their_beginnings() {
        let (sender, receiver) = std::sync::mpsc::channel();
        for tens in [3_u32, 1, 2] {
            let (sender, wait) = (sender.clone(), ThreadScheduler.sleep(tens * SHORT / 2));
            ThreadScheduler.spawn(Box::pin(async move {
                wait.await;
                let _ = sender.send(tens);
            }));
        }
        drop(sender);
        assert_eq!(receiver.iter().collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn a_wait_for_ever_can_be_left() {
        let ended = block_on(within(ThreadScheduler.sleep(Duration::MAX), &ThreadScheduler, SHORT));
        assert_eq!(ended, None);
    }
}
