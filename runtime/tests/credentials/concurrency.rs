use crate::outside::{Clock, Still};
use alicloud_runtime::credentials::Refreshing;
use alicloud_runtime::io::{Io, ThreadScheduler};
use alicloud_runtime::testing::{Paused, Scripted, block_on};
use alicloud_runtime::{BoxFuture, Credentials, CredentialsProvider, Error, ErrorKind};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Barrier};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::Duration;

/// Answers when its gate is open, and not before.
#[derive(Debug, Default)]
struct Gated {
    count: AtomicU32,
    is_open: AtomicBool,
    fails: bool,
}

impl CredentialsProvider for Gated {
    fn credentials<'a>(&'a self, _: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        let number = self.count.fetch_add(1, Ordering::SeqCst) + 1;
        Box::pin(async move {
            std::future::poll_fn(|_| match self.is_open.load(Ordering::SeqCst) {
                true => Poll::Ready(()),
                false => Poll::Pending,
            })
            .await;
            if self.fails {
                return Err(Error::builder(ErrorKind::Credentials).message("the server is down").build());
            }
            Ok(Credentials::new(format!("id{number}"), "secret"))
        })
    }
}

/// Answers after a real wait on another thread.
#[derive(Debug, Default)]
struct Slow(AtomicU32);

impl CredentialsProvider for Slow {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move {
            self.0.fetch_add(1, Ordering::SeqCst);
            io.sleep(Duration::from_millis(50)).await;
            Ok(Credentials::new("id", "secret"))
        })
    }
}

#[derive(Default)]
struct Alarm(AtomicBool);

impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// A call that the test polls by hand.
struct Call<'a> {
    future: BoxFuture<'a, Result<Credentials, Error>>,
    alarm: Arc<Alarm>,
}

impl<'a> Call<'a> {
    fn new(provider: &'a Refreshing<Gated>, io: &'a Io) -> Self {
        Self { future: provider.credentials(io), alarm: Arc::default() }
    }

    fn poll(&mut self) -> Poll<Result<Credentials, Error>> {
        self.alarm.0.store(false, Ordering::SeqCst);
        let waker = Waker::from(Arc::clone(&self.alarm));
        self.future.as_mut().poll(&mut Context::from_waker(&waker))
    }

    fn was_woken(&self) -> bool {
        self.alarm.0.load(Ordering::SeqCst)
    }
}

fn still() -> Io {
    let clock = Clock::new();
    Io::new(Scripted::new(), Still, move || clock.now())
}

#[test]
fn a_hundred_threads_make_one_request() {
    let (provider, barrier) = (Refreshing::new(Slow::default()), Arc::new(Barrier::new(100)));
    let callers: Vec<_> = (0..100)
        .map(|_| {
            let (provider, barrier) = (provider.clone(), Arc::clone(&barrier));
            thread::spawn(move || {
                let clock = Clock::new();
                let io = Io::new(Scripted::new(), ThreadScheduler, move || clock.now());
                barrier.wait();
                block_on(provider.credentials(&io))
            })
        })
        .collect();
    assert!(callers.into_iter().all(|caller| caller.join().unwrap().is_ok()));
    assert_eq!(provider.source().0.load(Ordering::SeqCst), 1);
}

#[test]
fn whoever_waits_is_woken_when_it_is_over() {
    let (provider, io) = (Refreshing::new(Gated::default()), still());
    let mut calls: Vec<Call<'_>> = (0..100).map(|_| Call::new(&provider, &io)).collect();
    assert!(calls.iter_mut().all(|call| call.poll().is_pending()));
    assert_eq!(provider.source().count.load(Ordering::SeqCst), 1);
    provider.source().is_open.store(true, Ordering::SeqCst);
    let (first, others) = calls.split_first_mut().unwrap();
    assert!(others.iter().all(|call| !call.was_woken()));
    assert!(matches!(first.poll(), Poll::Ready(Ok(_))));
    assert!(others.iter().all(|call| call.was_woken()));
    for call in others {
        let Poll::Ready(Ok(credentials)) = call.poll() else { panic!("no outcome") };
        assert_eq!(credentials.access_key_id(), "id1");
    }
    assert_eq!(provider.source().count.load(Ordering::SeqCst), 1);
}

#[test]
fn a_request_that_is_dropped_passes_to_another_caller() {
    let (provider, io) = (Refreshing::new(Gated::default()), still());
    let mut first = Call::new(&provider, &io);
    let (mut second, mut third) = (Call::new(&provider, &io), Call::new(&provider, &io));
    assert!(first.poll().is_pending() && second.poll().is_pending() && third.poll().is_pending());
    drop(first);
    assert!(second.was_woken() && third.was_woken());
    // One of those who wait may go as well.
    drop(second);
    assert!(third.poll().is_pending());
    assert_eq!(provider.source().count.load(Ordering::SeqCst), 2);
    provider.source().is_open.store(true, Ordering::SeqCst);
    let Poll::Ready(Ok(credentials)) = third.poll() else { panic!("no outcome") };
    assert_eq!(credentials.access_key_id(), "id2");
}

#[test]
fn a_hundred_callers_hear_of_one_failure_and_the_next_tries_again() {
    let (provider, io) = (Refreshing::new(Gated { fails: true, ..Gated::default() }), still());
    let mut calls: Vec<Call<'_>> = (0..100).map(|_| Call::new(&provider, &io)).collect();
    assert!(calls.iter_mut().all(|call| call.poll().is_pending()));
    provider.source().is_open.store(true, Ordering::SeqCst);
    for call in &mut calls {
        let Poll::Ready(Err(error)) = call.poll() else { panic!("no failure") };
        assert_eq!((error.kind(), error.message()), (ErrorKind::Credentials, "the server is down"));
    }
    assert_eq!(provider.source().count.load(Ordering::SeqCst), 1);
    assert!(matches!(Call::new(&provider, &io).poll(), Poll::Ready(Err(_))));
    assert_eq!(provider.source().count.load(Ordering::SeqCst), 2);
}

#[test]
fn a_request_that_nobody_drives_is_overtaken() {
    let clock = Clock::new();
    // Here every wait is over at once.
    let io = Io::new(Scripted::new(), Paused::new(), move || clock.now());
    let provider = Refreshing::new(Gated::default());
    let mut first = Call::new(&provider, &io);
    assert!(first.poll().is_pending());
    let mut second = Call::new(&provider, &io);
    assert!(second.poll().is_pending());
    assert_eq!(provider.source().count.load(Ordering::SeqCst), 2);
    provider.source().is_open.store(true, Ordering::SeqCst);
    let Poll::Ready(Ok(credentials)) = second.poll() else { panic!("no outcome") };
    assert_eq!(credentials.access_key_id(), "id2");
}

#[test]
fn a_panic_in_a_request_leaves_the_others_going() {
    #[derive(Debug, Default)]
    struct Panics(AtomicBool);

    impl CredentialsProvider for Panics {
        fn credentials<'a>(&'a self, _: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
            Box::pin(async move {
                assert!(self.0.swap(true, Ordering::SeqCst), "the first request panics");
                Ok(Credentials::new("id", "secret"))
            })
        }
    }

    let provider = Refreshing::new(Panics::default());
    let own = provider.clone();
    assert!(thread::spawn(move || block_on(own.credentials(&still()))).join().is_err());
    assert!(block_on(provider.credentials(&still())).is_ok());
}
