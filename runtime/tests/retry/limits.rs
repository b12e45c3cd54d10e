//! What ends the attempts: time and budget.

use crate::harness::{answer, client, config};
use crate::support::operations::trial;
use alicloud_runtime::io::Scheduler;
use alicloud_runtime::retry::Backoff;
use alicloud_runtime::testing::{Paused, Scripted, block_on};
use alicloud_runtime::transport::{Body, Timeouts, Transport, TransportError};
use alicloud_runtime::{BoxFuture, CallOptions, Config, ErrorKind};
use bytes::Bytes;
use http::{Request, Response};
use std::sync::Arc;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

/// Takes time for every exchange, as much as it is given at most; with `None` an exchange never ends.
#[derive(Clone, Debug)]
struct Slow {
    script: Scripted,
    takes: Option<Duration>,
}

impl Transport for Slow {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let answer = self.script.send(request, timeouts);
        match self.takes {
            Some(takes) => {
                self.script.clock().advance(takes.min(timeouts.total.unwrap_or(Duration::MAX)));
                answer
            }
            None => Box::pin(std::future::pending()),
        }
    }

    fn scheduler(&self) -> Option<Arc<dyn Scheduler>> {
        self.script.scheduler()
    }
}

fn failing(times: usize) -> Scripted {
    (0..times).fold(Scripted::new(), |script, _| script.json(503, "{}"))
}

fn slow(takes: Option<Duration>) -> (Slow, Config) {
    let transport = Slow { script: failing(9), takes };
    let config = config(&transport.script).transport(transport.clone()).total_timeout(10 * SECOND);
    (transport, config)
}

fn elapsed(clock: &Paused) -> Duration {
    clock.elapsed()
}

#[test]
fn the_total_timeout_holds_for_all_attempts_together() {
    let (transport, config) = slow(Some(4 * SECOND));
    let policy = Backoff::default().attempts(9).base(Duration::ZERO);
    let error = block_on(client(config.retry(policy)).send(&trial())).unwrap_err();
    // The service's last word is worth more than that time is over.
    assert_eq!((error.status(), error.attempts()), (Some(503), 3), "{error}");
    assert_eq!(elapsed(transport.script.clock()), 10 * SECOND);
    let totals: Vec<_> = transport.script.requests().iter().map(|request| request.timeouts().total).collect();
    assert_eq!(totals, [Some(10 * SECOND), Some(6 * SECOND), Some(2 * SECOND)]);
}

#[test]
fn an_exchange_that_never_ends_is_ended() {
    let (transport, config) = slow(None);
    let error = block_on(client(config).send(&trial())).unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 1));
    assert_eq!(elapsed(transport.script.clock()), 10 * SECOND);
    assert!(error.message().ends_with("nothing came within 10s"), "{error}");
}

#[test]
fn a_timeout_of_the_call_goes_before_that_of_the_client() {
    let (transport, config) = slow(None);
    let call = client(config).send_with(&trial(), CallOptions::new().timeout(2 * SECOND));
    assert!(block_on(call).unwrap_err().is_timeout());
    assert_eq!(elapsed(transport.script.clock()), 2 * SECOND);
    let (transport, config) = slow(Some(40 * SECOND));
    let call = client(config).send_with(&trial(), CallOptions::new().timeout(Duration::ZERO));
    assert_eq!(block_on(call).unwrap_err().attempts(), 3, "zero is no limit");
    assert!(elapsed(transport.script.clock()) >= 120 * SECOND);
}

#[test]
fn credentials_that_never_come_are_not_waited_for() {
    #[derive(Debug)]
    struct Hanging;
    impl alicloud_runtime::CredentialsProvider for Hanging {
        fn credentials<'a>(
            &'a self,
            _: &'a alicloud_runtime::io::Io,
        ) -> BoxFuture<'a, Result<alicloud_runtime::Credentials, alicloud_runtime::Error>> {
            Box::pin(std::future::pending())
        }
    }
    let transport = Scripted::new();
    let config = Config::new("cn-shanghai", Hanging).transport(transport.clone());
    let error = block_on(client(config).send(&trial())).unwrap_err();
    assert_eq!((error.kind(), elapsed(transport.clock())), (ErrorKind::Timeout, 30 * SECOND), "{error}");
    assert_eq!(error.message(), "the provider of the credentials did not answer in time: it had 30s");
    assert_eq!(error.attempts(), 0);
    assert!(transport.requests().is_empty());
}

#[test]
fn a_wait_that_would_last_too_long_is_not_begun() {
    let transport = Scripted::new().reply(answer(429, &[("retry-after", "30")], "{}")).json(200, "{}");
    let error = block_on(client(config(&transport)).send(&trial())).unwrap_err();
    assert_eq!((error.status(), error.attempts()), (Some(429), 1));
    assert_eq!(error.retry_after(), Some(30 * SECOND), "the caller can wait");
    assert!(transport.clock().waits().is_empty());

    let transport = Scripted::new().reply(answer(429, &[("retry-after", "29")], "{}")).json(200, "{}");
    assert_eq!(block_on(client(config(&transport)).send(&trial())).unwrap().attempts(), 2);
    assert_eq!(transport.clock().waits(), [29 * SECOND]);

    let transport = Scripted::new().reply(answer(429, &[("retry-after", "121")], "{}")).json(200, "{}");
    let unlimited = config(&transport).total_timeout(Duration::ZERO);
    assert_eq!(block_on(client(unlimited).send(&trial())).unwrap_err().attempts(), 1);
}

#[test]
fn a_storm_empties_the_budget_and_calm_fills_it() {
    let transport = failing(200);
    let client = client(config(&transport));
    let attempts = |client: &alicloud_runtime::Client| match block_on(client.clone().send(&trial())) {
        Ok(reply) => reply.attempts(),
        Err(error) => error.attempts(),
    };
    let storm: Vec<u32> = (0..60).map(|_| attempts(&client)).collect();
    assert_eq!((&storm[..50], &storm[50..]), (&[3; 50][..], &[1; 10][..]), "100 repetitions, and no more");
    assert_eq!(transport.requests().len(), 160);

    // What was scripted is over: the rest of the answers is taken, and then there are good ones.
    (0..40).for_each(|_| assert_eq!(attempts(&client), 1));
    let calm = |count: usize| (0..count).fold(transport.clone(), |script, _| script.json(200, "{}"));
    calm(4);
    (0..4).for_each(|_| assert_eq!(attempts(&client), 1));
    drop(transport.clone().json(503, "{}"));
    assert_eq!(attempts(&client), 1, "four calls are not enough");
    calm(1);
    assert_eq!(attempts(&client), 1);
    drop(transport.clone().json(503, "{}").json(200, "{}"));
    assert_eq!(attempts(&client), 2, "five are");
    assert_eq!(transport.remaining(), 0);
}

#[test]
fn a_wait_that_is_not_begun_costs_nothing() {
    let hinted = |script: Scripted| script.reply(answer(429, &[("retry-after", "60")], "{}"));
    let transport =
        (0..200).fold(Scripted::new(), |script, _| hinted(script)).json(503, "{}").json(200, "{}");
    let client = client(config(&transport));
    for _ in 0..200 {
        assert_eq!(block_on(client.send(&trial())).unwrap_err().attempts(), 1);
    }
    assert_eq!(block_on(client.send(&trial())).unwrap().attempts(), 2);
}

#[test]
fn clients_do_not_share_a_budget() {
    let transport = failing(200);
    let first = client(config(&transport));
    (0..60).for_each(|_| drop(block_on(first.send(&trial()))));
    let error = block_on(client(config(&transport)).send(&trial())).unwrap_err();
    assert_eq!(error.attempts(), 3);
}

/// The body never comes, and its head did.
#[test]
fn a_call_that_ends_within_an_answer_tells_what_it_has_of_it() {
    struct Never;
    impl futures_core::Stream for Never {
        type Item = Result<Bytes, TransportError>;

        fn poll_next(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Self::Item>> {
            std::task::Poll::Pending
        }
    }
    let answer =
        Response::builder().status(201).header("x-acs-request-id", "R").body(Body::chunks(Never)).unwrap();
    let transport = Scripted::new().reply(answer);
    let error = block_on(client(config(&transport)).send(&trial())).unwrap_err();
    assert!(error.is_timeout() && error.message().ends_with("the call did not end within 30s"), "{error}");
    assert_eq!((error.status(), error.request_id(), error.attempts()), (Some(201), Some("R"), 1));
}
