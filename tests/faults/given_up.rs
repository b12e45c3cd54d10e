//! Calls that nobody waits for to the end.

use crate::call::{Effect, Mode, call, config};
use alicloud_sdk::{Credentials, sas};
use alicloud_tests::operations::Probe;
use alicloud_tests::raw::{Server, Step, json};
use std::time::Duration;

/// A call that is dropped before, within or after its answer's head leaves a client that goes on, and is not made again.
#[test]
fn a_call_that_is_dropped_leaves_a_client_that_goes_on() {
    let server = Server::start(|request| match request.parameter("V") {
        Some("silence") => vec![Step::UntilClosed],
        Some("head") => {
            vec![Step::Send(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec()), Step::UntilClosed]
        }
        _ => vec![Step::Send(json(200, r#"{"RequestId":"R"}"#))],
    });
    let client = sas::Client::new(config(&server.endpoint(), Credentials::new("id", "secret"))).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for v in ["silence", "head"] {
        for wait in [0, 2, 20] {
            let before = server.requests().len();
            runtime.block_on(async {
                let pending = client.send(&Probe { v: Some(v.to_owned()), reserved: None });
                let limit = Duration::from_millis(wait);
                assert!(tokio::time::timeout(limit, pending).await.is_err(), "{v}: ended within {limit:?}");
                client.get_auth_summary().send().await.unwrap();
            });
            call(&client, Mode::Blocking, Effect::Read).unwrap();
            let dropped = server.requests().len() - before - 2;
            assert!(dropped <= 1, "{v} {wait}: the dropped call was made {dropped} times");
        }
    }
}

/// A call does nothing before it is awaited.
#[test]
fn a_call_that_is_never_awaited_is_never_made() {
    let server = Server::start(|_| vec![Step::Send(json(200, "{}"))]);
    let client = sas::Client::new(config(&server.endpoint(), Credentials::new("id", "secret"))).unwrap();
    drop(client.get_auth_summary().send());
    assert_eq!(server.connections(), 0);
}
