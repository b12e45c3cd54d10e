//! What is new in every attempt.

use crate::harness::{answer, client, config, outcome};
use crate::support::operations::trial;
use alicloud_runtime::testing::{Recorded, Scripted, block_on};
use std::collections::HashSet;

fn busy() -> Scripted {
    Scripted::new()
        .reply(answer(429, &[("x-acs-retry-after", "2500")], "{}"))
        .reply(answer(503, &[("retry-after", "61")], "{}"))
        .json(200, "{}")
}

fn signed_headers(request: &Recorded) -> Vec<String> {
    let authorization = request.header("authorization").unwrap();
    let names = authorization.split("SignedHeaders=").nth(1).unwrap().split(',').next().unwrap();
    names.split(';').map(str::to_owned).collect()
}

#[test]
fn nonce_date_and_signature() {
    let transport = busy();
    block_on(client(config(&transport).total_timeout(std::time::Duration::ZERO)).send(&trial())).unwrap();
    let requests = transport.requests();
    for name in ["x-acs-signature-nonce", "x-acs-date", "authorization"] {
        let values: HashSet<_> = requests.iter().map(|request| request.header(name).unwrap()).collect();
        assert_eq!(values.len(), 3, "{name}");
    }
    let dates: Vec<_> = requests.iter().map(|request| request.header("x-acs-date").unwrap()).collect();
    assert_eq!(dates, ["2026-01-02T03:04:05Z", "2026-01-02T03:04:07Z", "2026-01-02T03:05:08Z"]);
    let same = |name| requests.iter().all(|request| request.header(name) == requests[0].header(name));
    for name in ["host", "x-acs-action", "x-acs-version", "x-acs-content-sha256", "user-agent", "accept"] {
        assert!(same(name), "{name}");
    }
    assert!(requests.iter().all(|request| request.uri() == requests[0].uri()));
}

#[test]
fn the_headers_that_say_so_are_signed() {
    let transport = busy();
    block_on(client(config(&transport).total_timeout(std::time::Duration::ZERO)).send(&trial())).unwrap();
    let told: Vec<_> = transport
        .requests()
        .iter()
        .map(|request| {
            let signed = signed_headers(request);
            let told = ["x-acs-retry-attempts", "x-acs-retry-delay"].map(|name| {
                let value = request.header(name).map(str::to_owned);
                assert_eq!(signed.iter().any(|signed| signed == name), value.is_some(), "{name}");
                value.unwrap_or_default()
            });
            told.join(" ")
        })
        .collect();
    assert_eq!(told, [" ", "1 2500", "2 61000"]);
}

#[test]
fn a_wait_without_a_hint_is_told_in_milliseconds() {
    let transport = Scripted::new().json(500, "{}").json(200, "{}");
    outcome(&transport, &trial()).0.unwrap();
    let waited = transport.clock().waits()[0];
    assert!(waited.as_millis() <= 100, "{waited:?}");
    let request = transport.last().unwrap();
    assert_eq!(request.header("x-acs-retry-delay"), Some(waited.as_millis().to_string().as_str()));
}
