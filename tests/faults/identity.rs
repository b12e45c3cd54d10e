//! The service does not take who calls, or when.

use crate::fault::{Fault, failure, reply};
use alicloud_runtime::io::Io;
use alicloud_runtime::{BoxFuture, CredentialsProvider};
use alicloud_sdk::ErrorKind::Service;
use alicloud_sdk::{Credentials, Error};
use alicloud_tests::raw::{self, Request, Step};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

/// What the clock of the service says, while the one of this machine says something else.
const THEIRS: &str = "Sun, 01 Nov 2026 10:00:00 GMT";

fn refusal(code: &str) -> Vec<Step> {
    let body = format!(r#"{{"Code":"{code}","Message":"no","RequestId":"0A1B2C3D"}}"#);
    vec![Step::Send(raw::reply(400, &[("date", THEIRS)], body.as_bytes()))]
}

fn once(number: usize, code: &str) -> Vec<Step> {
    if number == 0 { refusal(code) } else { vec![Step::Send(raw::json(200, "{}"))] }
}

/// A key that expires once, if there is another.
#[derive(Debug)]
struct Renewing {
    has_another: bool,
    is_refused: AtomicBool,
}

impl Renewing {
    fn new(has_another: bool) -> Self {
        Self { has_another, is_refused: AtomicBool::new(false) }
    }
}

impl CredentialsProvider for Renewing {
    fn credentials<'a>(&'a self, _: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        let is_new = self.has_another && self.is_refused.load(Ordering::SeqCst);
        let token = if is_new { "new token" } else { "old token" };
        Box::pin(async move { Ok(Credentials::new("id", "secret").with_security_token(token)) })
    }

    fn refuse(&self, _: &Credentials) {
        self.is_refused.store(true, Ordering::SeqCst);
    }
}

fn tokens(requests: &[Request]) -> Vec<&str> {
    requests.iter().filter_map(|request| request.header("x-acs-security-token")).collect()
}

pub(crate) fn faults() -> Vec<Fault> {
    vec![
        Fault::new("clock skew", |_, number| once(number, "InvalidTimeStamp.Expired"))
            .always(reply(2))
            // Days away from the date that the service told.
            .configured(|config| config.clock(|| SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)))
            .checked(|requests| {
                assert_eq!(requests[0].header("x-acs-date"), Some("2023-11-14T22:13:20Z"));
                assert_eq!(requests[1].header("x-acs-date"), Some("2026-11-01T10:00:00Z"));
            }),
        Fault::new("clock skew that stays", |_, _| refusal("InvalidTimeStamp.Expired")).always(failure(
            Service,
            2,
            "InvalidTimeStamp.Expired",
        )),
        Fault::new("expired token, and there is another", |_, number| {
            once(number, "InvalidSecurityToken.Expired")
        })
        .keys(|| Arc::new(Renewing::new(true)))
        .always(reply(2))
        .checked(|requests| assert_eq!(tokens(requests), ["old token", "new token"])),
        Fault::new("expired token, and there is no other", |_, _| refusal("InvalidSecurityToken.Expired"))
            .keys(|| Arc::new(Renewing::new(false)))
            .always(failure(Service, 1, "InvalidSecurityToken.Expired")),
        Fault::new("expired token, and so is the other", |_, _| refusal("InvalidSecurityToken.Expired"))
            .keys(|| Arc::new(Renewing::new(true)))
            .always(failure(Service, 2, "InvalidSecurityToken.Expired"))
            .checked(|requests| assert_eq!(tokens(requests), ["old token", "new token"])),
        // That the nonce was seen before says that a request with it arrived: perhaps this one.
        Fault::new("nonce refused", |_, number| once(number, "SignatureNonceUsed"))
            .comes_to(reply(2), failure(Service, 1, "SignatureNonceUsed")),
        Fault::new("signature refused", |_, _| refusal("SignatureDoesNotMatch")).always(failure(
            Service,
            1,
            "SignatureDoesNotMatch",
        )),
    ]
}
