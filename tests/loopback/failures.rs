//! Exchanges without an answer.

use crate::harness::{NOWHERE, client, config, equal, patiently, server};
use alicloud_sdk::{Config, ErrorKind, sas};
use alicloud_tests::loopback::Answer;
use std::error::Error as _;
use std::time::{Duration, Instant};

const SHORT: Duration = Duration::from_millis(40);
const SECOND: Duration = Duration::from_secs(1);

/// The server never finishes its answer, so only a timeout can end the call.
async fn assert_times_out(answer: Answer, status: Option<u16>, set: impl Fn(Config, Duration) -> Config) {
    let set = &set;
    patiently(|limit| {
        let server = server([answer.clone()]);
        async move {
            let client = sas::Client::new(set(config(&server), limit)).unwrap();
            let started = Instant::now();
            let error = client.get_check_sale().send().await.unwrap_err();
            assert!((limit..2 * SECOND).contains(&started.elapsed()));
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 1), "{error}");
            assert!(error.is_timeout() && error.is_retryable());
            assert_eq!((error.product(), error.operation()), (Some("Sas"), Some("GetCheckSale")));
            assert!(error.message().contains(&server.endpoint()), "{error}");
            equal((error.status(), server.log().len()), (status, 1))
        }
    })
    .await;
}

#[tokio::test]
async fn a_slow_answer_meets_the_read_timeout() {
    assert_times_out(Answer::never(), None, |config, limit| config.read_timeout(limit)).await;
    let stalling = Answer::json(502, "{}").stalling();
    assert_times_out(stalling, Some(502), |config, limit| config.read_timeout(limit)).await;
}

#[tokio::test]
async fn a_slow_answer_meets_the_total_timeout() {
    assert_times_out(Answer::never(), None, |config, limit| config.total_timeout(limit)).await;
    let stalling = Answer::json(200, "{}").stalling();
    assert_times_out(stalling, Some(200), |config, limit| config.total_timeout(limit)).await;
}

#[tokio::test]
async fn a_slow_answer_is_an_answer() {
    let server = server([Answer::json(200, "{}").after(SHORT), Answer::json(200, "{}").after(SHORT)]);
    client(&server).get_check_sale().send().await.unwrap();
    let no_limits = config(&server).read_timeout(Duration::ZERO).total_timeout(Duration::ZERO);
    sas::Client::new(no_limits).unwrap().get_check_sale().send().await.unwrap();
}

#[tokio::test]
async fn a_connection_closed_without_an_answer() {
    let server = server([Answer::hang_up(), Answer::json(200, r#"{"RequestId":"R"}"#)]);
    let client = client(&server);
    let error = client.get_check_sale().send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, None), "{error}");
    assert!(error.is_retryable() && error.source().is_some());
    assert_eq!(server.log().len(), 1, "the transport does not repeat on its own");
    assert_eq!(client.get_check_sale().send().await.unwrap().request_id(), "R", "the client goes on");
}

#[tokio::test]
async fn a_connection_closed_within_the_answer() {
    let server =
        server([Answer::json(200, r#"{"RequestId":"R"}"#).header("x-acs-request-id", "R-head").cut()]);
    let error = client(&server).get_check_sale().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
    assert_eq!((error.status(), error.request_id()), (Some(200), Some("R-head")), "what did arrive is told");
    server.only_request();
}

/// A request that is repeated by the HTTP stack would carry the same nonce twice.
#[tokio::test]
async fn a_connection_in_use_closed_without_an_answer() {
    let server = server([Answer::json(200, "{}"), Answer::hang_up(), Answer::json(200, "{}")]);
    let client = client(&server);
    client.get_check_sale().send().await.unwrap();
    let error = client.get_check_sale().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
    assert_eq!((server.log().len(), server.remaining()), (2, 1));
    client.get_check_sale().send().await.unwrap();
}

#[tokio::test]
async fn an_idle_connection_that_the_server_closed() {
    let server = server([Answer::json(200, "{}").closing(), Answer::json(200, "{}")]);
    let client = client(&server);
    client.get_check_sale().send().await.unwrap();
    tokio::time::sleep(Duration::from_millis(30)).await;
    client.get_check_sale().send().await.unwrap();
    assert_eq!((server.log().len(), server.remaining()), (2, 0));
}

#[tokio::test]
async fn nobody_listens() {
    let nowhere = config(&server([])).endpoint(NOWHERE);
    let client = sas::Client::new(nowhere).unwrap();
    let error = client.get_check_sale().region_id("p4rameter").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect, "{error}");
    assert!(error.to_string().contains(NOWHERE), "it names the place: {error}");
    assert!(!format!("{error} {error:?}").contains("p4rameter"), "but not the parameters: {error:?}");
    assert!(error.is_retryable());
}

#[test]
fn without_an_async_runtime_there_is_an_error_and_no_panic() {
    let server = server([]);
    let call = client(&server).get_check_sale().send();
    let error = alicloud_runtime::testing::block_on(call).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.message().contains("tokio"), "{error}");
}
