//! Policies of a client and of a call.

use crate::harness::{Change, client, config, text};
use crate::support::operations::trial;
use alicloud_runtime::CallOptions;
use alicloud_runtime::operation::Effect;
use alicloud_runtime::retry::{Backoff, Decision, FailedAttempt, RetryPolicy};
use alicloud_runtime::testing::{Scripted, block_on};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Repeats everything, after a second, and notes what it was asked.
#[derive(Clone, Debug, Default)]
struct Stubborn {
    asked: Arc<Mutex<Vec<String>>>,
}

impl RetryPolicy for Stubborn {
    fn decide(&self, failed: &FailedAttempt<'_>) -> Decision {
        assert!((0.0..1.0).contains(&failed.chance) && !failed.is_outdated);
        let FailedAttempt { operation, attempts, is_safe, hint, .. } = failed;
        let line = format!("{} {attempts} {is_safe} {hint:?} {:?}", operation.name(), failed.error.status());
        self.asked.lock().unwrap().push(line);
        Decision::RetryAfter(Duration::from_secs(1))
    }
}

fn failing() -> Scripted {
    Scripted::new().json(404, "{}").json(500, "{}").json(200, "{}")
}

#[test]
fn one_attempt_where_that_is_asked_for() {
    let transport = failing();
    let error = block_on(client(config(&transport).retry(Backoff::never())).send(&trial())).unwrap_err();
    assert_eq!((error.status(), error.attempts(), transport.remaining()), (Some(404), 1, 2));
    let transport = Scripted::new().json(503, "{}").json(200, "{}");
    let call = client(config(&transport)).send_with(&trial(), CallOptions::new().retry(Backoff::never()));
    assert_eq!(block_on(call).unwrap_err().attempts(), 1);
    let call = client(config(&transport).retry(Backoff::never())).send_with(&trial(), CallOptions::new());
    assert_eq!(block_on(call).unwrap().attempts(), 1);
}

#[test]
fn a_policy_of_ones_own_decides_with_all_that_is_known() {
    let policy = Stubborn::default();
    let transport = failing();
    let change = Change { client_token: text("t"), ..Change::default() };
    let client = client(config(&transport).retry(policy.clone()));
    assert_eq!(block_on(client.send(&change)).unwrap().attempts(), 3);
    let asked = policy.asked.lock().unwrap().clone();
    assert_eq!(asked, ["Change 1 true None Some(404)", "Change 2 true None Some(500)"]);
    assert_eq!(transport.clock().waits(), [Duration::from_secs(1); 2]);
}

#[test]
fn a_policy_is_told_what_is_not_safe_and_may_do_it() {
    let policy = Stubborn::default();
    let transport = Scripted::new().json(500, "{}").json(200, "{}");
    let call =
        client(config(&transport)).send_with(&Change::default(), CallOptions::new().retry(policy.clone()));
    assert_eq!(block_on(call).unwrap().attempts(), 2);
    assert_eq!(*policy.asked.lock().unwrap(), ["Change 1 false None Some(500)"]);
}

#[test]
fn the_budget_and_the_total_timeout_hold_for_every_policy() {
    let transport = (0..200).fold(Scripted::new(), |script, _| script.json(500, "{}"));
    let client = client(config(&transport).retry(Stubborn::default()));
    let error = block_on(client.send(&trial())).unwrap_err();
    assert_eq!(error.attempts(), 30, "a second each, and 30 seconds in all");
    let unlimited = CallOptions::new().timeout(Duration::ZERO);
    let error = block_on(client.send_with(&trial(), unlimited)).unwrap_err();
    assert_eq!(error.attempts(), 72, "100 repetitions, of which 29 were used");
}

#[test]
fn a_policy_can_go_by_the_operation() {
    #[derive(Debug)]
    struct OnlyReads;
    impl RetryPolicy for OnlyReads {
        fn decide(&self, failed: &FailedAttempt<'_>) -> Decision {
            match failed.operation.effect() {
                Effect::Read => Backoff::default().decide(failed),
                Effect::Write => Decision::Stop,
            }
        }
    }
    let attempts = |is_read: bool| {
        let transport = Scripted::new().json(503, "{}").json(200, "{}");
        let client = client(config(&transport).retry(OnlyReads));
        match is_read {
            true => block_on(client.send(&trial())).map(|reply| reply.attempts()),
            false => block_on(client.send(&Change::default())).map(|reply| reply.attempts()),
        }
        .map_err(|error| error.attempts())
    };
    assert_eq!((attempts(true), attempts(false)), (Ok(2), Err(1)));
}
