//! Ends the test when one mutation takes too long, and names it.

use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

/// What a thread works on: since when, and with which seed.
#[derive(Default)]
pub(crate) struct Watch(Mutex<Option<(Instant, u64)>>);

impl Watch {
    pub(crate) fn begin(&self, seed: u64) -> Instant {
        let now = Instant::now();
        *self.0.lock().unwrap() = Some((now, seed));
        now
    }

    pub(crate) fn end(&self) {
        *self.0.lock().unwrap() = None;
    }
}

/// Does `work` in several threads until all are done.
pub(crate) fn all(threads: usize, limit: Duration, work: impl Fn(&Watch) + Sync) {
    let watches: Vec<Watch> = (0..threads).map(|_| Watch::default()).collect();
    thread::scope(|scope| {
        let running: Vec<_> = watches.iter().map(|watch| scope.spawn(|| work(watch))).collect();
        while running.iter().any(|thread| !thread.is_finished()) {
            thread::sleep(Duration::from_millis(20));
            for (since, seed) in watches.iter().filter_map(|watch| *watch.0.lock().unwrap()) {
                if since.elapsed() > limit {
                    // A thread that hangs cannot be stopped.
                    eprintln!("a mutation takes more than {limit:?}: MUTATION_SEED={seed}");
                    std::process::exit(101);
                }
            }
        }
    });
}
