//! What is sent and what comes back.

use crate::harness::{both, get, post};
use alicloud_runtime::transport::Timeouts;
use alicloud_tests::raw::{Server, Step, gzip, reply};
use http::Method;

fn serving(bytes: Vec<u8>) -> Server {
    Server::start(move |_| vec![Step::Send(bytes.clone())])
}

#[test]
fn requests_and_answers_pass_unchanged() {
    let server = serving(reply(302, &[("location", "/x"), ("x-acs-request-id", "R")], b"{}"));
    for carrier in both() {
        let name = carrier.name();
        let mut request = post(&format!("{}/?A=a%20b%2Bc%2A~%2F%E4%B8%AD&B=%27", server.endpoint()), "a=1+2");
        request.headers_mut().insert("host", "signed.example".parse().unwrap());
        request.headers_mut().insert("x-acs-action", "Probe".parse().unwrap());
        let answer = carrier.exchange(request, Timeouts::default()).unwrap();
        assert_eq!(answer.status(), 302, "{name}: redirects are not followed");
        assert_eq!(answer.headers()["x-acs-request-id"], "R", "{name}");
        assert_eq!(answer.body(), "{}", "{name}");
        let received = server.requests().pop().unwrap();
        assert_eq!(received.line(), "POST /?A=a%20b%2Bc%2A~%2F%E4%B8%AD&B=%27 HTTP/1.1", "{name}");
        assert_eq!(received.header("host"), Some("signed.example"), "{name}");
        assert_eq!(received.head.to_lowercase().matches("\r\nhost:").count(), 1, "{name}: {}", received.head);
        assert_eq!(received.header("content-length"), Some("5"), "{name}");
        assert_eq!(received.header("x-acs-action"), Some("Probe"), "{name}");
        assert_eq!(received.body, b"a=1+2", "{name}");
    }
    assert_eq!(server.requests().len(), 2, "one request each");
}

#[test]
fn every_method_travels_with_and_without_a_body() {
    let server = serving(reply(200, &[], b"ok"));
    for carrier in both() {
        for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            for body in ["", "a=1"] {
                let mut request = post(&server.endpoint(), body);
                *request.method_mut() = method.clone();
                let answer = carrier.exchange(request, Timeouts::default()).unwrap();
                assert_eq!(answer.body(), "ok", "{}: {method} {body:?}", carrier.name());
                let received = server.requests().pop().unwrap();
                assert_eq!(received.line(), format!("{method} / HTTP/1.1"), "{}", carrier.name());
                assert_eq!(received.body, body.as_bytes(), "{}: {method}", carrier.name());
                if method == Method::POST && body.is_empty() {
                    // Servers may refuse a POST that does not say how long it is.
                    assert_eq!(received.header("content-length"), Some("0"), "{}", carrier.name());
                }
            }
        }
    }
}

#[test]
fn a_status_is_no_error() {
    for status in [204, 400, 404, 429, 500, 503] {
        let bytes =
            if status == 204 { b"HTTP/1.1 204 Raw\r\n\r\n".to_vec() } else { reply(status, &[], b"x") };
        let server = serving(bytes);
        for carrier in both() {
            assert_eq!(carrier.get(&server.endpoint()).unwrap().status(), status, "{}", carrier.name());
        }
    }
}

#[test]
fn packed_answers_are_unpacked() {
    let text = "packed ".repeat(10_000);
    let server = serving(reply(
        200,
        &[("content-encoding", "gzip"), ("x-acs-request-id", "R")],
        &gzip(text.as_bytes()),
    ));
    for carrier in both() {
        let answer = carrier.get(&server.endpoint()).unwrap();
        assert_eq!(answer.body(), text.as_bytes(), "{}", carrier.name());
        assert_eq!(answer.headers()["x-acs-request-id"], "R");
        let asked = server.requests().pop().unwrap();
        assert_eq!(asked.header("accept-encoding"), Some("gzip"), "{}", carrier.name());
    }
}

#[test]
fn a_packed_answer_that_is_broken_is_an_error() {
    let mut packed = gzip("packed ".repeat(10_000).as_bytes());
    for byte in &mut packed[20..40] {
        *byte ^= 0xff;
    }
    let server = serving(reply(200, &[("content-encoding", "gzip")], &packed));
    for carrier in both() {
        carrier.get(&server.endpoint()).unwrap_err();
    }
}

#[test]
fn an_answer_in_chunks_is_put_together() {
    let bytes = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n1;x=y\r\nd\r\n0\r\nx-trailer: t\r\n\r\n";
    let server = Server::start(|_| bytes.chunks(7).map(|piece| Step::Send(piece.to_vec())).collect());
    for carrier in both() {
        for _ in 0..2 {
            assert_eq!(
                carrier.exchange(get(&server.endpoint()), Timeouts::default()).unwrap().body(),
                "abcd"
            );
        }
    }
    assert_eq!(server.connections(), 2, "one each, used twice");
}

#[test]
fn an_answer_that_ends_early_is_an_error() {
    let server = Server::start(|_| {
        vec![Step::Send(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc".to_vec()), Step::Close]
    });
    for carrier in both() {
        carrier.get(&server.endpoint()).unwrap_err();
    }
}
