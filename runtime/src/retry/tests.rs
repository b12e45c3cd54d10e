use super::{Backoff, Budget, Decision, FailedAttempt, RetryPolicy, chance};
use super::{is_clock_skew, is_expired_token, may_repeat};
use crate::error::{Error, ErrorKind};
use crate::operation::{Descriptor, Effect, Method, Product, Protocol};
use http::{HeaderMap, HeaderName, HeaderValue};
use proptest::prelude::*;
use std::sync::Arc;
use std::time::Duration;

static PRODUCT: Product = Product::new("Echo", "2020-01-01", Protocol::Https, &[]);
static WRITE: Descriptor = Descriptor::new("Write", &PRODUCT, Method::Post, Effect::Write, &[]);

fn millis(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

fn service(status: u16, code: &str) -> Error {
    Error::builder(ErrorKind::Service).status(status).code(code).build()
}

fn with_headers(status: u16, headers: &[(&'static str, &str)]) -> Error {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(HeaderName::from_static(name), HeaderValue::from_bytes(value.as_bytes()).unwrap());
    }
    Error::builder(ErrorKind::Service).status(status).headers(map).build()
}

fn failed(error: &Error, attempts: u32) -> FailedAttempt<'_> {
    let hint = error.retry_after();
    FailedAttempt { error, operation: &WRITE, attempts, is_safe: true, is_outdated: false, hint, chance: 0.5 }
}

proptest! {
    /// The sum is done in whole nanoseconds here, and step by step.
    #[test]
    fn a_wait_lies_between_nothing_and_its_ceiling(
        attempts in 1..200_u32,
        base in 0..20_000_u64,
        longest in 0..400_000_u64,
        chance in 0.0..1.0_f64,
    ) {
        let policy = Backoff::default().attempts(1000).base(millis(base)).longest(millis(longest));
        let error = service(500, "");
        let wait = |chance| match policy.decide(&FailedAttempt { chance, ..failed(&error, attempts) }) {
            Decision::RetryAfter(wait) => wait,
            Decision::Stop => panic!("it goes on"),
        };
        let mut ceiling = u128::from(base) * 1_000_000;
        for _ in 1..attempts {
            ceiling = ceiling.saturating_mul(2);
        }
        let ceiling = ceiling.min(u128::from(longest) * 1_000_000);
        prop_assert_eq!(wait(0.0), Duration::ZERO);
        prop_assert!(wait(chance).as_nanos() <= ceiling);
        let share = chance * (ceiling as f64);
        prop_assert!((wait(chance).as_nanos() as f64 - share).abs() <= 2.0 + share * 1e-9);
    }

    #[test]
    fn attempts_have_an_end(limit in 0..20_u32, attempts in 1..40_u32) {
        let error = service(503, "");
        let goes_on = Backoff::default().attempts(limit).decide(&failed(&error, attempts)) != Decision::Stop;
        prop_assert_eq!(goes_on, attempts < limit.max(1));
        let outdated = FailedAttempt { is_outdated: true, ..failed(&error, attempts) };
        prop_assert_eq!(Backoff::default().attempts(limit).decide(&outdated) != Decision::Stop, goes_on);
    }

    #[test]
    fn no_header_makes_a_hint_panic(value in "\\PC{0,40}", name in 0..4_usize) {
        let name = ["retry-after", "x-acs-retry-after", "x-ratelimit-user", "date"][name];
        if let Ok(value) = HeaderValue::from_str(&value) {
            let mut map = HeaderMap::new();
            map.insert(HeaderName::from_static(name), value);
            let error = Error::builder(ErrorKind::Service).status(429).headers(map).build();
            let hint = error.retry_after();
            prop_assert!(name != "date" || hint.is_none());
        }
    }
}

#[test]
fn one_attempt_is_one_attempt() {
    let error = service(503, "");
    assert_eq!(Backoff::never().decide(&failed(&error, 1)), Decision::Stop);
    let outdated = FailedAttempt { is_outdated: true, ..failed(&error, 1) };
    assert_eq!(Backoff::never().decide(&outdated), Decision::Stop);
    assert_eq!(Arc::new(Backoff::never()).decide(&failed(&error, 1)), Decision::Stop, "also when shared");
}

#[test]
fn what_cannot_help_or_is_not_safe_is_not_repeated() {
    let policy = Backoff::default();
    let (temporary, lasting) = (service(500, ""), service(404, "NotFound"));
    assert_eq!(policy.decide(&failed(&temporary, 1)), Decision::RetryAfter(millis(50)));
    assert_eq!(policy.decide(&failed(&lasting, 1)), Decision::Stop);
    let unsafe_attempt = FailedAttempt { is_safe: false, ..failed(&temporary, 1) };
    assert_eq!(policy.decide(&unsafe_attempt), Decision::Stop);
    // Refused for its date: neither temporary nor, by itself, safe to repeat.
    let outdated = FailedAttempt { is_outdated: true, is_safe: false, ..failed(&lasting, 1) };
    assert_eq!(policy.decide(&outdated), Decision::RetryAfter(Duration::ZERO));
}

#[test]
fn a_hint_takes_the_place_of_chance() {
    let policy = Backoff::default().longest(millis(10));
    let hinted = |wait| FailedAttempt { hint: Some(wait), chance: 0.0, ..failed(&HINTED, 2) };
    static HINTED: std::sync::LazyLock<Error> = std::sync::LazyLock::new(|| service(429, ""));
    assert_eq!(policy.decide(&hinted(millis(2345))), Decision::RetryAfter(millis(2345)));
    assert_eq!(policy.decide(&hinted(millis(120_000))), Decision::RetryAfter(millis(120_000)));
    assert_eq!(policy.decide(&hinted(millis(120_001))), Decision::Stop);
    let patient = policy.longest_hint(millis(120_001));
    assert_eq!(patient.decide(&hinted(millis(120_001))), Decision::RetryAfter(millis(120_001)));
}

#[test]
fn a_hint_of_no_wait_leaves_it_to_chance() {
    let error = with_headers(429, &[("retry-after", "0")]);
    assert_eq!(Backoff::default().decide(&failed(&error, 1)), Decision::RetryAfter(millis(50)));
}

#[test]
fn chances_differ_and_stay_below_one() {
    let chances: Vec<f64> = (0..100).map(|_| chance()).collect();
    assert!(chances.iter().all(|chance| (0.0..1.0).contains(chance)));
    assert!(chances.iter().any(|chance| *chance < 0.5) && chances.iter().any(|chance| *chance > 0.5));
}

#[test]
fn a_budget_is_spent_and_earned() {
    let take_all = |budget: &Budget, after_timeout| (0..1000).filter(|_| budget.take(after_timeout)).count();
    assert_eq!(take_all(&Budget::default(), false), 100);
    let budget = Budget::default();
    assert_eq!(take_all(&budget, true), 50, "a timeout costs twice as much");
    (0..4).for_each(|_| budget.succeeded(false));
    assert!(!budget.take(false));
    budget.succeeded(false);
    assert!(budget.take(false) && !budget.take(false), "five calls earn one repetition");
    budget.succeeded(true);
    assert!(budget.take(false), "a repetition that helps costs nothing");
    (0..2000).for_each(|_| budget.succeeded(true));
    assert_eq!(take_all(&budget, false), 100, "there is never more than at the beginning");
}

#[test]
fn hints_of_every_header() {
    const NOW: (&str, &str) = ("date", "Fri, 02 Jan 2026 03:04:05 GMT");
    type Headers<'a> = &'a [(&'static str, &'a str)];
    let cases: &[(Headers<'_>, Option<u64>)] = &[
        (&[], None),
        (&[("x-acs-retry-after", "1500")], Some(1500)),
        (&[("x-acs-retry-after", " 7 ")], Some(7)),
        (&[("x-acs-retry-after", "0")], None),
        (&[("x-acs-retry-after", "-1")], None),
        (&[("x-acs-retry-after", "1.5")], None),
        (&[("x-acs-retry-after", "soon")], None),
        (&[("x-acs-retry-after", "")], None),
        (&[("x-acs-retry-after", "99999999999999999999")], None),
        (&[("x-acs-retry-after", "\u{e9}")], None),
        (&[("retry-after", "3")], Some(3000)),
        (&[("retry-after", "0")], None),
        (&[("retry-after", "0"), ("x-ratelimit-user", "Remain:0,TimeLeft:30")], Some(30)),
        (&[("x-ratelimit-user", "Remain:0,TimeLeft:0")], None),
        (&[("retry-after", "-3")], None),
        (&[("retry-after", "1e3")], None),
        (&[("retry-after", "Fri, 02 Jan 2026 03:04:10 GMT"), NOW], Some(5000)),
        (&[("retry-after", "Fri, 02 Jan 2026 03:04:00 GMT"), NOW], None),
        (&[("retry-after", "Fri, 02 Jan 2026 03:04:05 GMT"), NOW], None),
        // This machine's clock may be wrong: without the service's own date there is nothing to compare with.
        (&[("retry-after", "Fri, 02 Jan 2026 03:04:10 GMT")], None),
        (&[("retry-after", "Fri, 02 Jan 2026 03:04:10 GMT"), ("date", "now")], None),
        (&[("retry-after", "tomorrow"), NOW], None),
        (&[("x-acs-retry-after", "1500"), ("retry-after", "9")], Some(1500)),
        (&[("x-acs-retry-after", "x"), ("retry-after", "9")], Some(9000)),
        (&[("x-ratelimit-user-api", "Limit:1,Remain:0,TimeLeft:2000,Reset:1234")], Some(2000)),
        (&[("x-ratelimit-user-api", "Limit:1, Remain: 0 , TimeLeft: 30")], Some(30)),
        (&[("x-ratelimit-user-api", "Limit:1,Remain:1,TimeLeft:2000,Reset:1234")], None),
        (&[("x-ratelimit-user-api", "Limit:1,Remain:0,Reset:1234")], None),
        (&[("x-ratelimit-user-api", "Limit:1,TimeLeft:2000")], None),
        (&[("x-ratelimit-user-api", "Remain:0,TimeLeft")], None),
        (&[("x-ratelimit-user-api", "Remain:0,TimeLeft:x")], None),
        (&[("x-ratelimit-user-api", "")], None),
        (
            &[("x-ratelimit-user-api", "Remain:0,TimeLeft:20"), ("x-ratelimit-user", "Remain:0,TimeLeft:30")],
            Some(30),
        ),
        (&[("x-ratelimit-user-api", "oops"), ("x-ratelimit-user", "Remain:0,TimeLeft:30")], Some(30)),
        (&[("retry-after", "1"), ("x-ratelimit-user", "Remain:0,TimeLeft:30")], Some(1000)),
    ];
    for (headers, expected) in cases {
        assert_eq!(with_headers(429, headers).retry_after(), expected.map(millis), "{headers:?}");
    }
}

/// Each with: can a repetition help, and is it safe where the call may change something?
#[test]
fn what_is_repeated() {
    let kind = |kind| Error::builder(kind).build();
    let broken = |status| Error::builder(ErrorKind::Transport).status(status).build();
    let cases = [
        (kind(ErrorKind::Connect), true, true),
        (kind(ErrorKind::Timeout), true, false),
        (kind(ErrorKind::Transport), true, false),
        (broken(200), true, false),
        (broken(503), true, true),
        (kind(ErrorKind::Decode), false, false),
        (kind(ErrorKind::Request), false, false),
        (kind(ErrorKind::Credentials), false, false),
        (kind(ErrorKind::Configuration), false, false),
        (kind(ErrorKind::Endpoint), false, false),
        (service(301, ""), false, false),
        (service(400, "InvalidParameter"), false, false),
        (service(403, "NoPermission"), false, false),
        (service(404, ""), false, false),
        (service(408, ""), true, false),
        (service(429, ""), true, true),
        (service(500, ""), true, false),
        (service(501, ""), false, false),
        (service(502, ""), true, false),
        (service(503, ""), true, true),
        (service(504, ""), true, false),
        (service(505, ""), false, false),
        (service(400, "Throttling"), true, true),
        (service(400, "Throttling.User"), true, true),
        (service(403, "ThrottlingUser"), true, true),
        (service(400, "ServiceUnavailable"), true, false),
        (service(400, "InternalError"), true, false),
        // Somebody on the way may have sent the request before.
        (service(400, "SignatureNonceUsed"), true, false),
        (with_headers(400, &[("x-acs-retry-after", "5")]), true, true),
        (with_headers(400, &[("retry-after", "5")]), false, false),
    ];
    for (error, helps, is_safe) in cases {
        assert_eq!(error.is_retryable(), helps, "{error:?}");
        assert_eq!(may_repeat(&error, false), is_safe, "{error:?}");
        assert!(may_repeat(&error, true), "{error:?}");
    }
}

#[test]
fn codes_of_outdated_requests() {
    let clock =
        ["InvalidTimeStamp.Expired", "InvalidTimestamp.Expired", "IllegalTimestamp", "RequestTimeTooSkewed"];
    let token = ["InvalidSecurityToken.Expired", "SecurityTokenExpired"];
    for code in clock {
        assert_eq!(
            (is_clock_skew(&service(400, code)), is_expired_token(&service(400, code))),
            (true, false)
        );
    }
    for code in token {
        assert_eq!(
            (is_clock_skew(&service(403, code)), is_expired_token(&service(403, code))),
            (false, true)
        );
    }
    let others = [
        "",
        "NoPermission",
        "SignatureDoesNotMatch",
        "InvalidAccessKeyId.NotFound",
        "InvalidSecurityToken.Malformed",
    ];
    for code in others {
        assert_eq!(
            (is_clock_skew(&service(400, code)), is_expired_token(&service(400, code))),
            (false, false)
        );
    }
}
