//! Requests that were refused for being outdated: a wrong clock, and credentials that have expired.

use crate::harness::{Change, answer, client, config};
use crate::support::operations::{credentials, trial};
use alicloud_runtime::io::Io;
use alicloud_runtime::retry::Backoff;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{BoxFuture, Config, Credentials, CredentialsProvider, Error, ErrorKind};
use std::sync::{Arc, Mutex};

const EXPIRED: &str =
    r#"{"Code":"InvalidTimeStamp.Expired","Message":"Specified time stamp or date value is expired."}"#;
const TOKEN: &str = r#"{"Code":"InvalidSecurityToken.Expired","RequestId":"R"}"#;

/// The service's clock says this; the client's, `config`, three hours and five seconds less.
const THEIRS: (&str, &str) = ("date", "Fri, 02 Jan 2026 06:04:10 GMT");

fn dates(transport: &Scripted) -> Vec<String> {
    transport.requests().iter().map(|request| request.header("x-acs-date").unwrap().to_owned()).collect()
}

#[test]
fn a_wrong_clock_is_corrected_once_and_stays_corrected() {
    let transport = Scripted::new().reply(answer(400, &[THEIRS], EXPIRED)).json(200, "{}").json(200, "{}");
    let client = client(config(&transport));
    // A write too: it was refused before anything was done.
    assert_eq!(block_on(client.send(&Change::default())).unwrap().attempts(), 2);
    assert_eq!(block_on(client.clone().send(&trial())).unwrap().attempts(), 1);
    assert_eq!(dates(&transport), ["2026-01-02T03:04:05Z", "2026-01-02T06:04:10Z", "2026-01-02T06:04:10Z"]);
    assert!(transport.clock().waits().is_empty(), "there is nothing to wait for");
}

#[test]
fn a_clock_can_be_fast_too() {
    let behind = ("date", "Fri, 02 Jan 2026 01:04:05 GMT");
    let transport = Scripted::new().reply(answer(400, &[behind], EXPIRED)).json(200, "{}");
    block_on(client(config(&transport)).send(&trial())).unwrap();
    assert_eq!(dates(&transport), ["2026-01-02T03:04:05Z", "2026-01-02T01:04:05Z"]);
}

#[test]
fn a_service_that_goes_on_refusing_is_believed() {
    let refusal = || answer(400, &[THEIRS], EXPIRED);
    let transport = Scripted::new().reply(refusal()).reply(refusal()).json(200, "{}");
    let error = block_on(client(config(&transport)).send(&trial())).unwrap_err();
    assert!(error.is("InvalidTimeStamp.Expired") && error.attempts() == 2, "{error}");
    assert_eq!(transport.remaining(), 1);
}

#[test]
fn without_the_service_s_date_there_is_nothing_to_correct() {
    for headers in [&[][..], &[("date", "now")]] {
        let transport = Scripted::new().reply(answer(400, headers, EXPIRED)).json(200, "{}");
        assert_eq!(block_on(client(config(&transport)).send(&trial())).unwrap_err().attempts(), 1);
    }
}

#[test]
fn one_attempt_is_one_attempt_and_the_next_call_has_the_right_time() {
    let transport = Scripted::new().reply(answer(400, &[THEIRS], EXPIRED)).json(200, "{}");
    let client = client(config(&transport).retry(Backoff::never()));
    assert_eq!(block_on(client.send(&trial())).unwrap_err().attempts(), 1);
    block_on(client.send(&trial())).unwrap();
    assert_eq!(dates(&transport), ["2026-01-02T03:04:05Z", "2026-01-02T06:04:10Z"]);
}

/// Gives out one key after the other, the next one when one was refused.
#[derive(Clone, Debug)]
struct Keys {
    keys: Arc<Mutex<Vec<Option<&'static str>>>>,
    refused: Arc<Mutex<Vec<String>>>,
}

impl Keys {
    fn new(keys: &[Option<&'static str>]) -> Self {
        let keys = keys.iter().rev().copied().collect();
        Self { keys: Arc::new(Mutex::new(keys)), refused: Arc::default() }
    }

    fn refused(&self) -> Vec<String> {
        self.refused.lock().unwrap().clone()
    }
}

impl CredentialsProvider for Keys {
    fn credentials<'a>(&'a self, _: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        let key = *self.keys.lock().unwrap().last().unwrap();
        Box::pin(async move {
            let gone = || Error::builder(ErrorKind::Credentials).message("no key is left").build();
            Ok(Credentials::new(key.ok_or_else(gone)?, "secret").with_security_token("token"))
        })
    }

    fn refuse(&self, credentials: &Credentials) {
        self.refused.lock().unwrap().push(credentials.access_key_id().to_owned());
        let mut keys = self.keys.lock().unwrap();
        if keys.len() > 1 {
            keys.pop();
        }
    }
}

fn call(transport: &Scripted, keys: &Keys) -> Result<u32, Error> {
    let config = Config::new("cn-shanghai", keys.clone()).transport(transport.clone());
    block_on(client(config).send(&Change::default())).map(|reply| reply.attempts())
}

#[test]
fn an_expired_token_is_refused_and_the_next_one_used() {
    let keys = Keys::new(&[Some("first"), Some("second")]);
    let transport = Scripted::new().json(403, TOKEN).json(200, "{}");
    assert_eq!(call(&transport, &keys).unwrap(), 2);
    assert_eq!(keys.refused(), ["first"]);
    let used: Vec<_> = transport
        .requests()
        .iter()
        .map(|request| request.header("x-acs-accesskey-id").unwrap().to_owned())
        .collect();
    assert_eq!(used, ["first", "second"]);
}

#[test]
fn that_happens_once_in_a_call() {
    let keys = Keys::new(&[Some("first"), Some("second"), Some("third")]);
    let transport = Scripted::new().json(403, TOKEN).json(403, TOKEN).json(200, "{}");
    let error = call(&transport, &keys).unwrap_err();
    assert!(error.is("InvalidSecurityToken.Expired") && error.attempts() == 2, "{error}");
    assert_eq!(keys.refused(), ["first", "second"], "the next call gets the third");
}

#[test]
fn where_there_is_no_other_key_the_service_s_error_stays() {
    for keys in [Keys::new(&[Some("only")]), Keys::new(&[Some("only"), None])] {
        let transport = Scripted::new().json(403, TOKEN).json(200, "{}");
        let error = call(&transport, &keys).unwrap_err();
        assert_eq!((error.request_id(), error.attempts()), (Some("R"), 1), "{error}");
        assert_eq!(keys.refused(), ["only"]);
    }
    let transport = Scripted::new().json(403, TOKEN).json(200, "{}");
    let fixed = Config::new("cn-shanghai", credentials()).transport(transport.clone());
    assert_eq!(block_on(client(fixed).send(&trial())).unwrap_err().attempts(), 1);
}

#[test]
fn a_wrong_clock_and_an_expired_token_in_one_call() {
    let keys = Keys::new(&[Some("first"), Some("second")]);
    let transport = Scripted::new().reply(answer(400, &[THEIRS], EXPIRED)).json(403, TOKEN).json(200, "{}");
    assert_eq!(call(&transport, &keys).unwrap(), 3);
}
