//! A transport of one's own under an executor that is not tokio's.

use alicloud_runtime::BoxFuture;
use alicloud_runtime::io::{Scheduler, ThreadScheduler, TokioScheduler};
use alicloud_runtime::testing::block_on;
use alicloud_runtime::transport::{Body, Timeouts, Transport, TransportError};
use alicloud_sdk::{Config, Credentials, ErrorKind, sas};
use bytes::Bytes;
use http::{Request, Response};
use std::sync::mpsc;
use std::time::{Duration, Instant};

const SHORT: Duration = Duration::from_millis(20);
/// Far beyond what the tests wait for.
const GUARD: Duration = Duration::from_secs(5);

/// Answers after a while.
#[derive(Debug)]
struct Slow(Duration);

impl Transport for Slow {
    fn send(&self, _: Request<Bytes>, _: Timeouts) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            ThreadScheduler.sleep(self.0).await;
            Ok(Response::new(Body::from(Bytes::from_static(b"{}"))))
        })
    }
}

fn client(transport: Slow, limit: Duration) -> sas::Client {
    let credentials = Credentials::new("LTAI5tTestAccessKeyId01", "secret");
    let config = Config::new("cn-shanghai", credentials).transport(transport).total_timeout(limit);
    sas::Client::new(config).unwrap()
}

#[test]
fn an_answer_is_waited_for() {
    let reply = block_on(client(Slow(SHORT), GUARD).get_auth_summary().send().into_future());
    assert_eq!(reply.unwrap().attempts(), 1);
}

#[test]
fn limits_hold() {
    let started = Instant::now();
    let call = client(Slow(GUARD), SHORT).get_auth_summary().send();
    let error = block_on(call.into_future()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!((SHORT..GUARD).contains(&started.elapsed()), "{:?}", started.elapsed());
}

#[test]
fn waits_take_their_time_and_tasks_are_done() {
    let started = Instant::now();
    block_on(TokioScheduler.sleep(SHORT));
    assert!(started.elapsed() >= SHORT);
    let (sender, receiver) = mpsc::channel();
    TokioScheduler.spawn(Box::pin(async move { sender.send("done").unwrap() }));
    assert_eq!(receiver.recv_timeout(GUARD), Ok("done"));
}
