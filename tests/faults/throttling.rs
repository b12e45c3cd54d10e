//! The service asks to wait.

use crate::fault::{Fault, failure, reply};
use alicloud_sdk::ErrorKind::Service;
use alicloud_tests::raw::{self, Step};

const DATE: (&str, &str) = ("date", "Sun, 22 Nov 2026 12:00:00 GMT");

/// Refused with these headers, and then a reply.
fn refused(number: usize, headers: &[(&str, &str)]) -> Vec<Step> {
    if number > 0 {
        return vec![Step::Send(raw::json(200, "{}"))];
    }
    let body = br#"{"Code":"Throttling.User","Message":"slower","RequestId":"0A1B2C3D"}"#;
    let headers: Vec<_> = headers.iter().copied().chain([DATE]).collect();
    vec![Step::Send(raw::reply(429, &headers, body))]
}

/// Whether the first wait is none that a service asked for.
fn is_by_chance(delay: Option<&str>) -> bool {
    delay.and_then(|delay| delay.parse::<u32>().ok()).is_some_and(|delay| delay <= 100)
}

/// Nothing was carried out, so a write is repeated too.
pub(crate) fn faults() -> Vec<Fault> {
    let too_long = failure(Service, 1, "Throttling.User: slower");
    vec![
        Fault::new("429", |_, number| refused(number, &[])).always(reply(2)),
        Fault::new("429, x-acs-retry-after 20 ms", |_, number| {
            refused(number, &[("x-acs-retry-after", "20")])
        })
        .always(reply(2))
        .checked(|requests| assert_eq!(requests[1].header("x-acs-retry-delay"), Some("20"))),
        Fault::new("429, x-acs-retry-after an hour", |_, number| {
            refused(number, &[("x-acs-retry-after", "3600000")])
        })
        .always(too_long),
        Fault::new("429, Retry-After 0 s", |_, number| refused(number, &[("retry-after", "0")]))
            .always(reply(2))
            .checked(|requests| assert!(is_by_chance(requests[1].header("x-acs-retry-delay")))),
        Fault::new("429, Retry-After an hour", |_, number| refused(number, &[("retry-after", "3600")]))
            .always(too_long),
        Fault::new("429, Retry-After now, as a date", |_, number| {
            refused(number, &[("retry-after", "Sun, 22 Nov 2026 12:00:00 GMT")])
        })
        .always(reply(2))
        .checked(|requests| assert!(is_by_chance(requests[1].header("x-acs-retry-delay")))),
        Fault::new("429, Retry-After in an hour, as a date", |_, number| {
            refused(number, &[("retry-after", "Sun, 22 Nov 2026 13:00:00 GMT")])
        })
        .always(too_long),
        Fault::new("429, x-ratelimit-user-api 20 ms", |_, number| {
            refused(number, &[("x-ratelimit-user-api", "Limit:9,Remain:0,TimeLeft:20,Reset:1")])
        })
        .always(reply(2))
        .checked(|requests| assert_eq!(requests[1].header("x-acs-retry-delay"), Some("20"))),
        Fault::new("503 three times", |_, _| {
            let body = br#"{"Code":"ServiceUnavailable","Message":"no","RequestId":"0A1B2C3D"}"#;
            vec![Step::Send(raw::reply(503, &[], body))]
        })
        .always(failure(Service, 3, "status 503")),
    ]
}
