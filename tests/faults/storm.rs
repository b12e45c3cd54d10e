//! A service that is down is not called three times as often as before.

use crate::call::{Effect, Mode, call, config};
use crate::matrix::{print, row};
use alicloud_sdk::{Credentials, sas};
use alicloud_tests::raw::{Server, Step, json};
use std::time::Instant;

const CALLS: usize = 100;
/// What a client can spend on repetitions before anything succeeds.
const BUDGET: usize = 100;

#[test]
fn a_storm_of_503_uses_the_budget_up() {
    for mode in [Mode::Async, Mode::Blocking] {
        let server = Server::start(|_| vec![Step::Send(json(503, r#"{"Code":"ServiceUnavailable"}"#))]);
        let client = sas::Client::new(config(&server.endpoint(), Credentials::new("id", "secret"))).unwrap();
        let started = Instant::now();
        let attempts: Vec<_> =
            (0..CALLS).map(|_| call(&client, mode, Effect::Read).unwrap_err().attempts()).collect();
        let requests = server.requests().len();
        let time = format!("{:.1} ms", started.elapsed().as_secs_f64() * 1000.0);
        let outcome = format!("{CALLS} calls, {requests} requests: the retry budget holds");
        let mode = format!("{mode:?}").to_lowercase();
        print(&[row("503 storm", &mode, "read", &requests.to_string(), &time, &outcome)]);
        assert_eq!((attempts[0], attempts[CALLS - 1]), (3, 1), "{attempts:?}");
        assert_eq!(requests, CALLS + BUDGET, "{attempts:?}");
    }
}
