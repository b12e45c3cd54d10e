//! Calls that end before the request for credentials does, and servers that hang.

use crate::outside::{Clock, Outside, answer};
use alicloud_runtime::credentials::{RamRoleProvider, Refreshing, UriProvider};
use alicloud_runtime::io::{Io, Scheduler, ThreadScheduler};
use alicloud_runtime::testing::{Paused, Scripted, block_on};
use alicloud_runtime::{BoxFuture, Credentials, CredentialsProvider, Error};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::{Duration, Instant};

fn reply(number: u32, seconds: u64) -> String {
    format!(r#"{{"RequestId":"R-1","Credentials":{}}}"#, answer(number, seconds))
}

fn role() -> RamRoleProvider {
    RamRoleProvider::new(Credentials::new("LTAI5tSource", "hunter2"), "acs:ram::1234:role/auditor")
}

fn id(outside: &Outside, provider: &dyn CredentialsProvider) -> String {
    outside.ask(provider).unwrap().access_key_id().to_owned()
}

/// No wait ends by itself, and tasks stay undone.
#[derive(Debug)]
struct Frozen(Paused);

impl Scheduler for Frozen {
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        self.0.spawn(task);
    }
}

fn frozen(outside: &Outside) -> Io {
    let time = outside.clock.clone();
    Io::new(outside.transport.clone(), Frozen(outside.transport.clock().clone()), move || time.now())
}

/// A call that reaches its time limit at once.
fn look(outside: &Outside, provider: &dyn CredentialsProvider) -> Option<String> {
    match provider.credentials(&frozen(outside)).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => Some(outcome.unwrap().access_key_id().to_owned()),
        Poll::Pending => None,
    }
}

#[test]
fn a_server_that_hangs_holds_up_one_call_for_five_seconds_while_the_old_keys_are_valid() {
    let script = Scripted::new().json(200, reply(1, 3600)).hang().hang().hang().json(200, reply(2, 9000));
    let (outside, provider) = (Outside::new(script), role());
    let paused = outside.transport.clock().clone();
    assert_eq!(id(&outside, &provider), "id1");
    outside.clock.advance(3600 - 170);
    for _ in 0..5 {
        assert_eq!(id(&outside, &provider), "id1");
    }
    assert_eq!(paused.elapsed(), Duration::from_secs(5), "one waited, and the others did not");
    assert_eq!(outside.requests().len(), 2);
    // The request goes on, is made again as ever, and fails; that makes its own pause.
    assert_eq!(paused.run_spawned(), 1);
    let asked = outside.requests().len();
    assert_eq!((id(&outside, &provider).as_str(), outside.requests().len()), ("id1", asked));
    while outside.transport.remaining() > 0 {
        paused.advance(Duration::from_secs(30));
        id(&outside, &provider);
        paused.run_spawned();
    }
    assert_eq!(id(&outside, &provider), "id2");
}

#[test]
fn calls_of_a_short_time_limit_use_the_old_keys_while_the_server_hangs() {
    let script = Scripted::new().json(200, answer(1, 3600)).hang().hang();
    let (outside, provider) = (Outside::new(script), UriProvider::new("http://127.0.0.1/keys"));
    assert_eq!(id(&outside, &provider), "id1");
    outside.clock.advance(3600 - 170);
    assert_eq!(look(&outside, &provider), None, "it waits");
    for _ in 0..5 {
        assert_eq!(look(&outside, &provider).as_deref(), Some("id1"));
    }
    assert_eq!(outside.requests().len(), 2);
    // Nobody drives the request here. It is not waited for without end.
    outside.transport.clock().advance(Duration::from_secs(25));
    assert_eq!(look(&outside, &provider), None);
    assert_eq!(outside.requests().len(), 3);
}

#[derive(Default)]
struct Alarm(AtomicU32);

impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn whoever_waits_with_old_keys_is_woken_when_the_first_caller_goes() {
    let script = Scripted::new().json(200, answer(1, 3600)).hang();
    let (outside, provider) = (Outside::new(script), UriProvider::new("http://127.0.0.1/keys"));
    assert_eq!(id(&outside, &provider), "id1");
    outside.clock.advance(3600 - 170);
    let io = frozen(&outside);
    let (mut first, mut second) = (provider.credentials(&io), provider.credentials(&io));
    let alarm = Arc::new(Alarm::default());
    let waker = Waker::from(Arc::clone(&alarm));
    assert!(first.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    assert!(second.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
    drop(first);
    assert!(alarm.0.load(Ordering::SeqCst) > 0);
    let Poll::Ready(Ok(credentials)) = second.as_mut().poll(&mut Context::from_waker(&waker)) else {
        panic!("it still waits")
    };
    assert_eq!((credentials.access_key_id(), outside.requests().len()), ("id1", 2));
}

#[test]
fn a_request_that_is_late_by_another_clock_is_not_waited_for_either() {
    let (script, url) = (Scripted::new().json(200, answer(1, 3600)).hang(), "http://127.0.0.1/keys");
    let (outside, other, provider) =
        (Outside::new(script), Outside::new(Scripted::new().hang()), UriProvider::new(url));
    outside.transport.clock().advance(Duration::from_secs(5000));
    assert_eq!(id(&outside, &provider), "id1");
    outside.clock.advance(3600 - 170);
    other.clock.advance(3600 - 170);
    assert_eq!(look(&outside, &provider), None);
    assert_eq!(id(&other, &provider), "id1");
    assert_eq!((outside.requests().len(), other.requests().len()), (2, 1));
}

#[test]
fn without_keys_a_request_whose_caller_has_gone_is_waited_for_and_then_overtaken() {
    let script = Scripted::new().hang().hang();
    let (outside, provider) = (Outside::new(script), UriProvider::new("http://127.0.0.1/keys"));
    for _ in 0..5 {
        assert_eq!(look(&outside, &provider), None);
    }
    assert_eq!(outside.requests().len(), 1, "the first one is still under way");
    outside.transport.clock().advance(Duration::from_secs(25));
    assert_eq!(look(&outside, &provider), None);
    assert_eq!(outside.requests().len(), 2);
}

/// Gives out numbered keys of an hour. From the second on it blocks its thread until it is let go.
#[derive(Debug)]
struct Blocks {
    count: AtomicU32,
    gate: Mutex<Receiver<()>>,
}

impl CredentialsProvider for Blocks {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move {
            let number = self.count.fetch_add(1, Ordering::SeqCst) + 1;
            if number > 1 {
                let _ = self.gate.lock().unwrap().recv();
            }
            let expiration = io.now() + Duration::from_secs(3600);
            Ok(Credentials::new(format!("id{number}"), "secret").with_expiration(expiration))
        })
    }
}

/// Threads, and waits that take a part of their time.
#[derive(Debug)]
struct Hasty;

impl Scheduler for Hasty {
    fn elapsed(&self) -> Duration {
        ThreadScheduler.elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        ThreadScheduler.sleep(duration / 250)
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        ThreadScheduler.spawn(task);
    }

    fn is_parallel(&self) -> bool {
        ThreadScheduler.is_parallel()
    }
}

#[test]
fn a_transport_that_blocks_does_not_hold_up_calls_with_old_keys() {
    let (open, gate) = channel();
    let provider = Refreshing::new(Blocks { count: AtomicU32::new(0), gate: Mutex::new(gate) });
    let clock = Clock::new();
    let time = clock.clone();
    let io = Io::new(Scripted::new(), Hasty, move || time.now());
    let id = || block_on(provider.credentials(&io)).unwrap().access_key_id().to_owned();
    assert_eq!(id(), "id1");
    clock.advance(3600 - 170);
    // Without a thread of its own the request would block here for ever, so the test lets it go after a while.
    let watch = open.clone();
    let (done, finished) = channel::<()>();
    let watchdog = thread::spawn(move || {
        if finished.recv_timeout(Duration::from_secs(2)).is_err() {
            let _ = watch.send(());
        }
    });
    assert_eq!((id().as_str(), id().as_str()), ("id1", "id1"));
    done.send(()).unwrap();
    watchdog.join().unwrap();
    open.send(()).unwrap();
    let started = Instant::now();
    while id() != "id2" {
        assert!(started.elapsed() < Duration::from_secs(5), "the outcome of the thread is lost");
        thread::sleep(Duration::from_millis(1));
    }
    assert_eq!(provider.source().count.load(Ordering::SeqCst), 2);
}
