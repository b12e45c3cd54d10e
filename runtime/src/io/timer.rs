use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError, Weak};
use std::task::Waker;
use std::thread;
use std::time::Instant;

/// One thread that wakes whoever waits, however many that are; it is there from the first wait on.
pub(super) struct Timer {
    alarms: Mutex<Alarms>,
    changed: Condvar,
}

#[derive(Default)]
struct Alarms {
    by_time: BinaryHeap<Reverse<Entry>>,
    count: u64,
}

/// Sorted by time, and by the order in which they came.
struct Entry {
    at: Instant,
    number: u64,
    alarm: Weak<Alarm>,
}

/// Where a wait learns that it is over. One that was dropped is not rung.
#[derive(Default)]
pub(super) struct Alarm {
    rang: AtomicBool,
    waker: Mutex<Option<Waker>>,
}

impl Alarm {
    pub(super) fn rang(&self) -> bool {
        self.rang.load(Ordering::Acquire)
    }

    /// Whom to wake. Ask afterwards whether it rang in between.
    pub(super) fn wakes(&self, waker: &Waker) {
        *lock(&self.waker) = Some(waker.clone());
    }

    fn ring(&self) {
        self.rang.store(true, Ordering::Release);
        if let Some(waker) = lock(&self.waker).take() {
            waker.wake();
        }
    }
}

impl Timer {
    /// The timer of this process; `None` where the system gives no thread for it.
    pub(super) fn get() -> Option<&'static Self> {
        static TIMER: OnceLock<Option<&'static Timer>> = OnceLock::new();
        *TIMER.get_or_init(|| {
            let timer: &'static Self =
                Box::leak(Box::new(Self { alarms: Mutex::default(), changed: Condvar::new() }));
            let run = thread::Builder::new().name("alicloud-timer".to_owned()).spawn(move || timer.run());
            run.is_ok().then_some(timer)
        })
    }

    pub(super) fn set(&self, at: Instant, alarm: &Arc<Alarm>) {
        let mut alarms = lock(&self.alarms);
        alarms.count += 1;
        let number = alarms.count;
        alarms.by_time.push(Reverse(Entry { at, number, alarm: Arc::downgrade(alarm) }));
        self.changed.notify_one();
    }

    fn run(&self) {
        let mut alarms = lock(&self.alarms);
        loop {
            let now = Instant::now();
            let next = alarms.by_time.peek().map(|Reverse(entry)| entry.at);
            alarms = match next {
                Some(at) if at <= now => {
                    let due = alarms.by_time.pop().and_then(|Reverse(entry)| entry.alarm.upgrade());
                    drop(alarms);
                    // A waker may run code of the caller.
                    due.iter().for_each(|alarm| alarm.ring());
                    lock(&self.alarms)
                }
                Some(at) => {
                    let waited = self.changed.wait_timeout(alarms, at - now);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                None => self.changed.wait(alarms).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.at, self.number).cmp(&(other.at, other.number))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Entry {}
