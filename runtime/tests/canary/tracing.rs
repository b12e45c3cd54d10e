//! What calls over real connections tell `tracing` and `log`, the HTTP libraries included.

use crate::calls::{credentials, options};
use crate::canary::fill::marked;
use crate::canary::{MARKER, assert_clean, assert_error_clean, capture, loopback};
use crate::variety::{Login, Store, Upload, VAULT, Watch};
use alicloud_runtime::operation::Operation;
use alicloud_runtime::{Client, Config, Error};
use std::time::Duration;

fn answers() -> Vec<String> {
    let secret = format!("Set-Cookie: session={MARKER}\r\nContent-Type: application/json\r\n");
    let answer = |status: &str, body: &str| loopback::answer(status, &secret, body);
    vec![
        answer("200 OK", &format!("{{\"SessionToken\":\"{MARKER}\",\"Message\":\"{MARKER}\"}}")),
        answer("200 OK", &format!("{{\"SessionToken\":\"{MARKER}")),
        answer(
            "400 Bad Request",
            &format!("{{\"Code\":\"Invalid\",\"Message\":\"m\",\"Echo\":\"{MARKER}\"}}"),
        ),
        answer("302 Found\r\nLocation: http://127.0.0.1:9/?Password=x", ""),
        format!("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n{secret}\r\n{MARKER}"),
        format!("{MARKER} no HTTP at all\r\n\r\n"),
    ]
}

fn client(address: &str) -> Client {
    let config = Config::new("example", credentials())
        .endpoint(format!("http://{address}"))
        .no_proxy()
        .read_timeout(Duration::from_millis(50))
        .total_timeout(Duration::from_millis(90));
    Client::new(&VAULT, config).unwrap()
}

/// Every operation's request, its outcome printed as an error is.
fn check(run: impl Fn(&Client, &dyn Fn(Option<Error>))) {
    capture::listen();
    let mut addresses: Vec<String> =
        answers().into_iter().map(|answer| loopback::serve(answer).to_string()).collect();
    // Nothing listens there.
    addresses.push("127.0.0.1:9".to_owned());
    for (number, address) in addresses.iter().enumerate() {
        run(&client(address), &|error| {
            if let Some(error) = error {
                assert_error_clean(&format!("the error of answer {number}"), &error);
            }
        });
    }
    let text = capture::text();
    assert!(text.contains("alicloud.call") && text.contains("Login"), "the spans are captured: {text}");
    for line in text.lines() {
        assert_clean("a trace", line);
    }
}

#[cfg(feature = "reqwest")]
#[test]
fn awaited_calls_trace_no_secret() {
    async fn send<R: Operation>(client: &Client) -> Option<Error> {
        client.send_with(&marked::<R>(), options()).await.err()
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    check(|client, report| {
        runtime.block_on(async {
            report(send::<Login>(client).await);
            report(send::<Store>(client).await);
            report(send::<Watch>(client).await);
            // The bucket stands before the host, which is an address here: refused before it is sent.
            report(send::<Upload>(client).await);
        });
    });
    assert!(capture::text().contains("hyper"), "the HTTP library is captured, too");
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_calls_trace_no_secret() {
    fn send<R: Operation>(client: &Client) -> Option<Error> {
        client.send_with(&marked::<R>(), options()).blocking().err()
    }
    check(|client, report| {
        report(send::<Login>(client));
        report(send::<Store>(client));
        report(send::<Watch>(client));
    });
    assert!(capture::text().contains("ureq"), "the HTTP library is captured, too");
}
