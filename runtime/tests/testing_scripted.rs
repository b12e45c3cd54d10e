//! Answers that come late, or never, in virtual time.
#![allow(clippy::unwrap_used)]

#[path = "support/variety.rs"]
mod variety;

use alicloud_runtime::io::Scheduler;
use alicloud_runtime::retry::Backoff;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{Client, Config, Credentials, Error, ErrorKind};
use std::time::{Duration, Instant};
use variety::{Login, VAULT};

const SECOND: Duration = Duration::from_secs(1);

/// The outcome of one call, and how long it took on the script's clock.
fn call(script: &Scripted, change: impl FnOnce(Config) -> Config) -> (Result<u32, Error>, Duration) {
    let config = Config::new("example", Credentials::new("id", "secret")).endpoint("e.example");
    let client = Client::new(&VAULT, change(config.transport(script.clone()))).unwrap();
    let request = Login { user: Some("u".to_owned()), ..Login::default() };
    let began = Instant::now();
    let outcome = block_on(client.send(&request)).map(|reply| reply.attempts());
    assert!(began.elapsed() < SECOND, "no real time passes");
    (outcome, script.clock().elapsed())
}

#[test]
fn a_late_answer_arrives() {
    let script = Scripted::new().json(200, "{}").delay(9 * SECOND);
    let (outcome, elapsed) = call(&script, |config| config);
    assert_eq!((outcome.unwrap(), elapsed), (1, 9 * SECOND));
    assert!(script.clock().waits().is_empty(), "the client itself waited for nothing");
}

#[test]
fn the_shortest_limit_holds() {
    let late = || Scripted::new().json(200, "{}").delay(9 * SECOND);
    let limited = |change: fn(Config) -> Config| {
        let (outcome, elapsed) = call(&late(), |config| change(config.retry(Backoff::never())));
        assert_eq!(outcome.unwrap_err().kind(), ErrorKind::Timeout);
        elapsed
    };
    assert_eq!(limited(|config| config.read_timeout(4 * SECOND)), 4 * SECOND);
    assert_eq!(limited(|config| config.total_timeout(3 * SECOND)), 3 * SECOND);
    assert_eq!(limited(|config| config.read_timeout(9 * SECOND)), 9 * SECOND);
    let (outcome, _) =
        call(&late(), |config| config.read_timeout(Duration::ZERO).total_timeout(Duration::ZERO));
    assert_eq!(outcome.unwrap(), 1);
}

#[test]
fn an_answer_that_never_comes_is_a_timeout_and_the_call_is_repeated() {
    let script = Scripted::new().hang().json(200, "{}");
    let (outcome, elapsed) = call(&script, |config| config);
    assert_eq!(outcome.unwrap(), 2);
    assert!(elapsed >= 10 * SECOND && elapsed < 11 * SECOND, "{elapsed:?}");
    let (outcome, elapsed) = call(&Scripted::new().hang().hang().hang().hang(), |config| config);
    assert_eq!(outcome.unwrap_err().kind(), ErrorKind::Timeout);
    assert!(elapsed <= 30 * SECOND, "{elapsed:?}");
}

#[test]
fn a_wait_without_anything_on_its_way_ends_at_once() {
    let script = Scripted::new();
    let clock = script.clock().clone();
    block_on(clock.sleep(5 * SECOND));
    assert_eq!((clock.elapsed(), clock.waits()), (5 * SECOND, vec![5 * SECOND]));
}
