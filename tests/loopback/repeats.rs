//! Calls of several attempts, each of which the server verifies.

use crate::harness::{ID, SECRET, config, equal, patiently, server, with_key};
use alicloud_runtime::retry::Backoff;
use alicloud_sdk::{Config, Credentials, ErrorKind, sas};
use alicloud_tests::loopback::{Answer, Server};
use alicloud_tests::operations::Probe;
use std::time::{Duration, SystemTime};

/// The policy of a client that says nothing, with waits that fit into a test.
fn repeating(server: &Server) -> Config {
    with_key(server, Credentials::new(ID, SECRET)).retry(Backoff::default().base(Duration::from_millis(1)))
}

fn good() -> Answer {
    Answer::json(200, r#"{"RequestId":"R"}"#)
}

/// How many times each request says that it was repeated. The server has verified them all, and no nonce came twice.
fn retries(server: &Server) -> Vec<String> {
    let log = server.log();
    let verified = log.iter().map(|verdict| verdict.as_ref().unwrap());
    verified
        .map(|call| call.raw.optional("x-acs-retry-attempts").unwrap().unwrap_or("0").to_owned())
        .collect()
}

#[tokio::test]
async fn a_read_is_repeated_until_it_succeeds() {
    let page = Answer::new(502, "text/html", "<html>");
    let server = server([page, Answer::json(200, "{").header("x-a", "b").cut(), good()]);
    let client = sas::Client::new(repeating(&server)).unwrap();
    let reply = client.get_check_sale().send().await.unwrap();
    assert_eq!((reply.attempts(), reply.request_id()), (3, "R"));
    assert_eq!(retries(&server), ["0", "1", "2"]);
}

#[tokio::test]
async fn a_read_is_repeated_after_a_timeout() {
    patiently(|limit| async move {
        let server = server([Answer::never(), good(), good()]);
        let client = sas::Client::new(repeating(&server).read_timeout(limit)).unwrap();
        let reply = client.get_check_sale().send().await.map_err(|error| error.to_string())?;
        equal((reply.attempts(), retries(&server).join(" ")), (2, "0 1".to_owned()))
    })
    .await;
}

#[tokio::test]
async fn a_write_is_repeated_only_where_it_was_refused() {
    let server = server([Answer::empty(503), Answer::json(429, "{}"), good(), Answer::empty(502), good()]);
    let client = sas::Client::new(repeating(&server)).unwrap();
    let write = Probe::default();
    assert_eq!(client.send(&write).await.unwrap().attempts(), 3);
    let error = client.send(&write).await.err().unwrap();
    assert_eq!((error.status(), error.attempts(), server.remaining()), (Some(502), 1, 1), "{error}");
}

#[tokio::test]
async fn the_wait_that_the_service_asks_for() {
    let server = server([Answer::empty(503).header("x-acs-retry-after", "30"), good()]);
    let client = sas::Client::new(repeating(&server)).unwrap();
    let started = std::time::Instant::now();
    client.get_check_sale().send().await.unwrap();
    assert!(started.elapsed() >= Duration::from_millis(30));
    assert_eq!(server.log()[1].as_ref().unwrap().raw.required("x-acs-retry-delay"), Ok("30"));
}

/// The server's answers carry no date of their own; a gateway's do.
#[tokio::test]
async fn a_wrong_clock_is_not_believed_without_a_date() {
    let server = server([good()]);
    let slow = repeating(&server).clock(|| SystemTime::now() - Duration::from_secs(16 * 60));
    let error = sas::Client::new(slow).unwrap().get_check_sale().send().await.unwrap_err();
    assert!(error.is("InvalidTimeStamp.Expired") && error.attempts() == 1, "{error}");
}

#[tokio::test]
async fn nobody_listens_however_often_one_asks() {
    let nowhere = config(&server([])).endpoint(crate::harness::NOWHERE);
    let nowhere = nowhere.retry(Backoff::default().base(Duration::from_millis(1)));
    let error = sas::Client::new(nowhere).unwrap().get_check_sale().send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3), "{error}");
}
