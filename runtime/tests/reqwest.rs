//! The built-in transport against a listener of the standard library.
#![cfg(feature = "reqwest")]
#![allow(clippy::unwrap_used)]

use alicloud_runtime::testing::block_on;
use alicloud_runtime::transport::{
    ReqwestTransport, Timeouts, Transport, TransportError, TransportErrorKind,
};
use bytes::Bytes;
use http::{Request, Response};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::Duration;

/// Answers one connection with `answer` and returns what it received. An empty answer is silence.
fn listen(answer: &'static str) -> (SocketAddr, thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let (mut received, mut buffer) = (Vec::new(), [0; 1024]);
        while !received.ends_with(b"\r\n\r\n") && !received.ends_with(b"a=1+2") {
            match stream.read(&mut buffer) {
                Ok(0) | Err(_) => break,
                Ok(length) => received.extend(buffer.iter().take(length)),
            }
        }
        if answer.is_empty() {
            // Until the other side gives up.
            let _ = stream.read(&mut buffer);
        }
        stream.write_all(answer.as_bytes()).unwrap();
        String::from_utf8(received).unwrap()
    });
    (address, server)
}

fn request(address: SocketAddr, body: &'static str) -> Request<Bytes> {
    Request::builder()
        .method("POST")
        .uri(format!("http://{address}/?A=a%20b%2Bc%2A~%2F%E4%B8%AD&B=%27"))
        .header("host", "signed.example")
        .header("x-acs-action", "Probe")
        .body(Bytes::from_static(body.as_bytes()))
        .unwrap()
}

fn timeouts(milliseconds: u64) -> Timeouts {
    let mut timeouts = Timeouts::default();
    timeouts.read = Some(Duration::from_millis(milliseconds));
    timeouts
}

fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// The answer with its whole body.
async fn collected(
    transport: &ReqwestTransport,
    request: Request<Bytes>,
    timeouts: Timeouts,
) -> Result<Response<Bytes>, TransportError> {
    let (parts, body) = transport.send(request, timeouts).await?.into_parts();
    Ok(Response::from_parts(parts, body.collect(1 << 20).await?))
}

#[test]
fn requests_and_answers_pass_unchanged() {
    let (address, server) =
        listen("HTTP/1.1 302 Found\r\nlocation: /x\r\nx-acs-request-id: R\r\ncontent-length: 2\r\n\r\n{}");
    let transport = ReqwestTransport::new(Timeouts::default()).unwrap();
    let answer = run(collected(&transport, request(address, "a=1+2"), Timeouts::default())).unwrap();
    assert_eq!(answer.status(), 302, "redirects are not followed");
    assert_eq!(answer.headers().get("x-acs-request-id").unwrap(), "R");
    assert_eq!(answer.body(), "{}");
    let received = server.join().unwrap();
    assert!(received.starts_with("POST /?A=a%20b%2Bc%2A~%2F%E4%B8%AD&B=%27 HTTP/1.1\r\n"), "{received}");
    assert!(received.contains("\r\nhost: signed.example\r\n"), "{received}");
    assert_eq!(received.to_lowercase().matches("\r\nhost:").count(), 1, "{received}");
    assert!(received.contains("\r\ncontent-length: 5\r\n"), "{received}");
}

#[test]
fn an_empty_post_says_that_it_is_empty() {
    let (address, server) = listen("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    let transport = ReqwestTransport::new(Timeouts::default()).unwrap();
    assert!(run(collected(&transport, request(address, ""), Timeouts::default())).unwrap().body().is_empty());
    let received = server.join().unwrap();
    assert!(received.contains("\r\ncontent-length: 0\r\n"), "{received}");
}

#[test]
fn silence_is_a_timeout() {
    for (read, total) in [(100, 30_000), (30_000, 100)] {
        let (address, server) = listen("");
        let mut timeouts = timeouts(read);
        timeouts.total = Some(Duration::from_millis(total));
        let transport = ReqwestTransport::new(timeouts).unwrap();
        let error = run(collected(&transport, request(address, ""), timeouts)).unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Timeout, "{error}");
        server.join().unwrap();
    }
}

#[test]
fn a_closed_port_is_no_connection_and_the_address_is_not_shown() {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let transport = ReqwestTransport::from(reqwest::Client::builder().no_proxy().build().unwrap());
    let error = run(transport.send(request(address, ""), Timeouts::default())).unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Connect, "{error}");
    assert!(!format!("{error} {error:?}").contains("%2Bc"), "{error:?}");
}

#[test]
fn without_a_tokio_runtime_it_is_an_error_and_no_panic() {
    let transport = ReqwestTransport::new(Timeouts::default()).unwrap();
    let address = SocketAddr::from(([127, 0, 0, 1], 1));
    let error = block_on(transport.send(request(address, ""), Timeouts::default())).unwrap_err();
    assert!(error.to_string().contains("tokio runtime"), "{error}");
}
