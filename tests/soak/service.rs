use crate::ledger::Ledger;
use alicloud_tests::raw::{Request, Server, Step, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// The clients' read limit.
pub(crate) const READ_LIMIT: Duration = Duration::from_millis(40);

/// A server that fails one request in five, each time in another way.
pub(crate) fn start(ledger: Arc<Ledger>) -> Server {
    let count = AtomicU64::new(0);
    Server::start_forgetful(move |request| {
        let number = count.fetch_add(1, Ordering::Relaxed);
        let failure = number.is_multiple_of(5).then_some(number / 5 % 7);
        respond(request, &ledger, failure)
    })
}

fn respond(request: &Request, ledger: &Ledger, failure: Option<u64>) -> Vec<Step> {
    let id = request.parameter("V").unwrap_or_default();
    let carry_out = || {
        if request.header("x-acs-action") == Some("Probe") {
            ledger.carry_out(id);
        }
    };
    let answer = || vec![Step::Send(json(200, &format!(r#"{{"RequestId":"{id}"}}"#)))];
    let error =
        |status, code| vec![Step::Send(json(status, &format!(r#"{{"Code":"{code}","RequestId":"{id}"}}"#)))];
    match failure {
        None => {
            carry_out();
            answer()
        }
        // Nothing is carried out.
        Some(0) => error(503, "ServiceUnavailable"),
        Some(1) => error(500, "InternalError"),
        Some(2) => vec![Step::Reset],
        Some(3) => vec![Step::Close],
        // It is, and the client is not told so.
        Some(4) => {
            carry_out();
            vec![Step::Reset]
        }
        Some(5) => {
            carry_out();
            error(500, "InternalError")
        }
        Some(_) => {
            carry_out();
            let mut steps = vec![Step::Wait(READ_LIMIT * 2)];
            steps.extend(answer());
            steps
        }
    }
}
