use crate::outside::{Outside, expiration};
use alicloud_runtime::credentials::Refreshing;
use alicloud_runtime::io::Io;
use alicloud_runtime::testing::Scripted;
use alicloud_runtime::{BoxFuture, Credentials, CredentialsProvider, Error, ErrorKind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Gives out numbered keys of a life that the test sets, or fails.
#[derive(Debug, Default)]
struct Source {
    count: AtomicU32,
    life: Mutex<Option<Duration>>,
    fails: Mutex<bool>,
    refused: Mutex<Vec<String>>,
}

impl Source {
    fn living(seconds: u64) -> Refreshing<Self> {
        let source = Self::default();
        *source.life.lock().unwrap() = Some(Duration::from_secs(seconds));
        Refreshing::new(source)
    }

    fn count(&self) -> u32 {
        self.count.load(Ordering::SeqCst)
    }

    fn fail(&self, fails: bool) {
        *self.fails.lock().unwrap() = fails;
    }
}

impl CredentialsProvider for Source {
    fn credentials<'a>(&'a self, io: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        Box::pin(async move {
            let number = self.count.fetch_add(1, Ordering::SeqCst) + 1;
            if *self.fails.lock().unwrap() {
                return Err(Error::builder(ErrorKind::Credentials)
                    .message(format!("failure {number}"))
                    .build());
            }
            let given = Credentials::new(format!("id{number}"), format!("secret{number}"))
                .with_security_token(format!("token{number}"));
            Ok(match *self.life.lock().unwrap() {
                Some(life) => given.with_expiration(io.now() + life),
                None => given,
            })
        })
    }

    fn refuse(&self, credentials: &Credentials) {
        self.refused.lock().unwrap().push(credentials.access_key_id().to_owned());
    }
}

fn outside() -> Outside {
    Outside::new(Scripted::new())
}

/// The number that all three parts of the credentials end with.
fn number(outside: &Outside, provider: &Refreshing<Source>) -> u32 {
    let credentials = outside.ask(provider).unwrap();
    let (id, secret, token) = crate::outside::keys(&credentials);
    let number: u32 = id.strip_prefix("id").unwrap().parse().unwrap();
    assert_eq!((secret, token), (&*format!("secret{number}"), &*format!("token{number}")), "one snapshot");
    number
}

#[test]
fn what_is_fresh_is_kept() {
    let (outside, provider) = (outside(), Source::living(3600));
    for second in [0, 1000, 1699] {
        outside.clock.advance(second);
        assert_eq!(number(&outside, &provider), 1);
    }
    assert_eq!(provider.source().count(), 1);
    let forever = Refreshing::new(Source::default());
    assert_eq!(number(&outside, &forever), 1);
    outside.clock.advance(1_000_000_000);
    assert_eq!(number(&outside, &forever), 1);
}

#[test]
fn in_the_last_quarter_of_an_hour_the_renewal_is_on_the_side() {
    let (outside, provider) = (outside(), Source::living(3600));
    assert_eq!(number(&outside, &provider), 1);
    outside.clock.advance(3600 - 900);
    for _ in 0..3 {
        assert_eq!(number(&outside, &provider), 1, "nobody waits");
    }
    assert_eq!(provider.source().count(), 1, "nothing was asked for by a caller");
    assert_eq!(outside.transport.clock().run_spawned(), 1, "one renewal for all of them");
    assert_eq!((number(&outside, &provider), provider.source().count()), (2, 2));
}

#[test]
fn in_the_last_three_minutes_callers_wait() {
    let (outside, provider) = (outside(), Source::living(3600));
    assert_eq!(number(&outside, &provider), 1);
    outside.clock.advance(3600 - 181);
    assert_eq!(number(&outside, &provider), 1);
    outside.clock.advance(1);
    // The renewal on the side has not been driven by anybody, and must not hold up a caller.
    assert_eq!(number(&outside, &provider), 2);
    assert_eq!(outside.transport.clock().run_spawned(), 1);
    assert_eq!(number(&outside, &provider), 2, "the older request came later and does not count");
}

#[test]
fn an_old_value_that_is_valid_is_better_than_an_error() {
    let (outside, provider) = (outside(), Source::living(3600));
    assert_eq!(number(&outside, &provider), 1);
    provider.source().fail(true);
    outside.clock.advance(3600 - 60);
    for _ in 0..5 {
        assert_eq!(number(&outside, &provider), 1);
    }
    assert_eq!(provider.source().count(), 2, "a pause follows a failure");
    let paused = outside.transport.clock();
    for (wait, count) in [(999, 2), (1, 3), (1999, 3), (1, 4), (3999, 4), (1, 5)] {
        paused.advance(Duration::from_millis(wait));
        assert_eq!((number(&outside, &provider), provider.source().count()), (1, count));
    }
    provider.source().fail(false);
    paused.advance(Duration::from_secs(8));
    assert_eq!(number(&outside, &provider), 6);
}

#[test]
fn an_expired_value_is_not_given_out_and_the_error_is() {
    let (outside, provider) = (outside(), Source::living(3600));
    assert_eq!(number(&outside, &provider), 1);
    provider.source().fail(true);
    outside.clock.advance(3600);
    assert_eq!(outside.refusal(&provider), "failure 2");
    assert_eq!(outside.refusal(&provider), "failure 3");
    provider.source().fail(false);
    assert_eq!(number(&outside, &provider), 4);
}

#[test]
fn a_failure_on_the_side_is_followed_by_a_pause() {
    let (outside, provider) = (outside(), Source::living(3600));
    assert_eq!(number(&outside, &provider), 1);
    provider.source().fail(true);
    outside.clock.advance(3600 - 600);
    assert_eq!(number(&outside, &provider), 1);
    let paused = outside.transport.clock();
    assert_eq!(paused.run_spawned(), 1);
    assert_eq!((number(&outside, &provider), paused.run_spawned()), (1, 0));
    paused.advance(Duration::from_secs(1));
    assert_eq!((number(&outside, &provider), paused.run_spawned()), (1, 1));
    assert_eq!(provider.source().count(), 3);
}

#[test]
fn short_lives_are_not_renewed_with_every_call() {
    let (outside, provider) = (outside(), Source::living(600));
    for _ in 0..5 {
        assert_eq!(number(&outside, &provider), 1);
    }
    assert_eq!(outside.transport.clock().run_spawned(), 0);
    outside.clock.advance(300);
    assert_eq!((number(&outside, &provider), outside.transport.clock().run_spawned()), (1, 1));
    assert_eq!(number(&outside, &provider), 2);
}

#[test]
fn what_comes_expired_is_used_for_a_while_since_a_clock_may_be_wrong() {
    let (outside, provider) = (outside(), Source::living(0));
    for _ in 0..5 {
        assert_eq!(number(&outside, &provider), 1);
    }
    outside.clock.advance(60);
    assert_eq!(number(&outside, &provider), 2);
}

#[test]
fn what_the_service_refused_is_not_given_out_again() {
    let (outside, provider) = (outside(), Source::living(3600));
    let first = outside.ask(&provider).unwrap();
    provider.refuse(&Credentials::new("id1", "another secret"));
    assert_eq!(number(&outside, &provider), 1, "another key was refused");
    // Under the name that a chain gave it.
    provider.refuse(&first.with_provider("default/x"));
    assert_eq!(number(&outside, &provider), 2);
    assert_eq!(*provider.source().refused.lock().unwrap(), ["id1", "id1"]);
}

#[test]
fn a_pause_is_counted_by_the_clock_of_the_caller() {
    // One client is awaited and another blocks; the time of the first began long before that of the second.
    let (outside, other, provider) = (outside(), self::outside(), Source::living(3600));
    outside.transport.clock().advance(Duration::from_secs(5000));
    assert_eq!(number(&outside, &provider), 1);
    provider.source().fail(true);
    for both in [&outside, &other] {
        both.clock.advance(3600 - 60);
        assert_eq!(number(both, &provider), 1);
    }
    assert_eq!(provider.source().count(), 3);
}

#[test]
fn clones_share_what_is_kept() {
    let (outside, provider) = (outside(), Source::living(3600));
    assert_eq!((number(&outside, &provider), number(&outside, &provider.clone())), (1, 1));
}

#[test]
fn the_help_of_these_tests_writes_dates_as_servers_do() {
    assert_eq!(
        (expiration(0).as_str(), expiration(3600).as_str()),
        ("2026-01-02T03:04:05Z", "2026-01-02T04:04:05Z")
    );
}
