//! Connections are reused, but not dead ones, and a request is never sent twice.

use crate::harness::{Carrier, both, both_with, get, post};
use alicloud_runtime::transport::{Settings, Timeouts, TransportErrorKind};
use alicloud_sdk::{Config, Credentials, sas};
use alicloud_tests::operations::ModifyImageRegistry;
use alicloud_tests::raw::{Server, Step, json, reply};
use std::time::Duration;

const OK: &[(&str, &str)] = &[];

/// How long a connection is kept in the test of that.
const A_MOMENT: Duration = Duration::from_millis(20);

#[test]
fn a_connection_is_used_again() {
    let server = Server::start(|_| vec![Step::Send(reply(200, OK, b"ok"))]);
    for carrier in both() {
        let before = server.connections();
        for _ in 0..3 {
            carrier.get(&server.endpoint()).unwrap();
        }
        assert_eq!(server.connections() - before, 1, "{}", carrier.name());
    }
}

#[test]
fn a_connection_that_was_idle_for_too_long_is_not_used_again() {
    let server = Server::start(|_| vec![Step::Send(reply(200, OK, b"ok"))]);
    let mut settings = Settings::default();
    settings.idle = A_MOMENT;
    for carrier in both_with(&settings) {
        let before = server.connections();
        for _ in 0..3 {
            carrier.get(&server.endpoint()).unwrap();
            std::thread::sleep(2 * A_MOMENT);
        }
        assert_eq!(server.connections() - before, 3, "{}", carrier.name());
    }
    assert_eq!(Settings::default().idle, Duration::from_secs(5), "less than the gateways' ten seconds");
}

/// The server closes every connection after its answer, without saying so: what gateways do with idle ones. The next
/// request, a write too, takes another connection, and none is sent twice.
#[test]
fn an_idle_connection_that_the_server_closed_is_replaced() {
    for ending in [Step::Close, Step::Reset] {
        let server = Server::start(move |_| vec![Step::Send(reply(200, OK, b"ok")), ending.clone()]);
        for carrier in both() {
            for number in 0..5 {
                let request = post(&format!("{}/?Id={number}", server.endpoint()), "write");
                let answer = carrier.exchange(request, Timeouts::default());
                assert_eq!(answer.unwrap().body(), "ok", "{}: {number}", carrier.name());
                // Nothing of the client runs meanwhile: it learns of the end when it wants to write.
                server.wait_for_ends();
            }
            let ids: Vec<_> =
                server.requests().iter().map(|request| request.parameter("Id").unwrap().to_owned()).collect();
            assert_eq!(ids[ids.len() - 5..], ["0", "1", "2", "3", "4"], "{}", carrier.name());
        }
        assert_eq!(server.requests().len(), 10);
    }
}

/// The same with a client, whose policy does not repeat a write that may have been carried out: that none fails is the
/// transport's doing.
#[test]
fn writes_do_not_meet_a_connection_that_the_server_closed() {
    let server = Server::start(|_| {
        vec![Step::Send(json(200, r#"{"RequestId":"R"}"#)), Step::Wait(Duration::from_millis(5)), Step::Close]
    });
    let config = Config::new("cn-shanghai", Credentials::new("LTAI5tTestAccessKeyId01", "secret"));
    let client = sas::Client::new(config.endpoint(server.endpoint()).no_proxy()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let write = |number| ModifyImageRegistry { id: Some(number), ..ModifyImageRegistry::default() };
    for number in 0..30 {
        let reply = runtime.block_on(client.send(&write(number)));
        assert_eq!(reply.unwrap().attempts(), 1, "{number}");
        server.wait_for_ends();
    }
    for number in 30..40 {
        let reply = client.send(&write(number)).blocking();
        assert_eq!(reply.unwrap().attempts(), 1, "{number}");
        server.wait_for_ends();
    }
    let bodies: Vec<_> = server.requests().into_iter().map(|request| request.body).collect();
    let expected: Vec<_> = (0..40).map(|number| format!("Id={number}").into_bytes()).collect();
    assert_eq!(bodies, expected, "each once");
}

/// A server that read the request may have carried it out: the transport must not send it again.
#[test]
fn a_connection_that_dies_under_a_request_is_an_error() {
    for ending in [Step::Close, Step::Reset] {
        let server = Server::start(move |request| match request.parameter("Id") {
            Some("1") => vec![ending.clone()],
            _ => vec![Step::Send(reply(200, OK, b"ok"))],
        });
        for carrier in both() {
            let before = server.requests().len();
            let ask = |id: u8| {
                carrier.exchange(post(&format!("{}/?Id={id}", server.endpoint()), "x"), Timeouts::default())
            };
            ask(0).unwrap();
            let error = ask(1).unwrap_err();
            assert_eq!(error.kind(), TransportErrorKind::Other, "{}: {error}", carrier.name());
            ask(2).unwrap();
            assert_eq!(server.requests().len() - before, 3, "{}", carrier.name());
        }
    }
}

/// The rest of an answer is not taken for the next one.
#[test]
fn an_answer_that_is_longer_than_it_says_spoils_its_connection_only() {
    let server = Server::start(|_| {
        vec![Step::Send(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 500 No\r\n\r\n".to_vec())]
    });
    for carrier in both() {
        for _ in 0..3 {
            let answer = carrier.get(&server.endpoint()).unwrap();
            assert_eq!(
                (answer.status().as_u16(), &answer.body()[..]),
                (200, &b"ok"[..]),
                "{}",
                carrier.name()
            );
        }
    }
}

/// Giving up at any moment leaves nothing behind that the next call would stumble over.
#[test]
fn a_call_that_is_given_up_does_not_spoil_the_next() {
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc".to_vec();
    let server = Server::start(move |request| match request.parameter("Slow") {
        Some("head") => vec![Step::UntilClosed],
        Some(_) => vec![Step::Send(head.clone()), Step::UntilClosed],
        None => vec![Step::Send(reply(200, OK, b"ok"))],
    });
    let [carrier, _] = both();
    let Carrier::Async(transport, runtime) = &carrier else { panic!("not async") };
    for slow in ["head", "body"] {
        for wait in [0, 1, 5, 20] {
            runtime.block_on(async {
                use alicloud_runtime::transport::Transport;
                let request = get(&format!("{}/?Slow={slow}", server.endpoint()));
                let call = async {
                    transport.send(request, Timeouts::default()).await?.into_body().collect(99).await
                };
                let limit = Duration::from_millis(wait);
                tokio::time::timeout(limit, call).await.unwrap_err();
            });
            assert_eq!(carrier.get(&server.endpoint()).unwrap().body(), "ok", "{slow} {wait}");
        }
    }
}
