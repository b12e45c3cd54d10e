//! The connection itself fails.

use crate::fault::{Fault, failure, nameless, reply};
use alicloud_sdk::Config;
use alicloud_sdk::ErrorKind::{Connect, Timeout, Transport};
use alicloud_tests::raw::{Authority, Step};
use std::time::Duration;

/// The head of an answer of ten bytes.
fn head() -> Step {
    Step::Send(
        b"HTTP/1.1 200 OK\r\nx-acs-request-id: 0A1B2C3D\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n"
            .to_vec(),
    )
}

fn some() -> Step {
    Step::Send(b"{\"Re".to_vec())
}

/// For answers that do not come.
fn briefly(config: Config) -> Config {
    config.read_timeout(Duration::from_millis(30))
}

pub(crate) fn faults() -> Vec<Fault> {
    let refused = Fault { respond: None, ..Fault::new("connection refused", |_, _| Vec::new()) };
    let mut unknown = Fault::new("TLS, unknown issuer", |_, _| Vec::new());
    unknown.authority = Some(Authority::new());
    vec![
        refused.always(nameless(Connect, 3, "refused")),
        unknown.always(nameless(Connect, 1, "`Config::root_certificate`")),
        // What was read may have been carried out: only what reads is repeated.
        Fault::new("reset before the answer", |_, _| vec![Step::Reset])
            .comes_to(nameless(Transport, 3, "broke off"), nameless(Transport, 1, "broke off")),
        Fault::new("closed before the answer", |_, _| vec![Step::Close])
            .comes_to(nameless(Transport, 3, "broke off"), nameless(Transport, 1, "broke off")),
        Fault::new("reset within the headers", |_, _| {
            vec![Step::Send(b"HTTP/1.1 200 OK\r\nx-a".to_vec()), Step::Reset]
        })
        .comes_to(nameless(Transport, 3, "broke off"), nameless(Transport, 1, "broke off")),
        Fault::new("reset before the body", |_, _| vec![head(), Step::Reset])
            .comes_to(failure(Transport, 3, "broke off"), failure(Transport, 1, "broke off")),
        Fault::new("reset within the body", |_, _| vec![head(), some(), Step::Reset])
            .comes_to(failure(Transport, 3, "broke off"), failure(Transport, 1, "broke off")),
        Fault::new("truncated body", |_, _| vec![head(), some(), Step::Close])
            .comes_to(failure(Transport, 3, "broke off"), failure(Transport, 1, "broke off")),
        Fault::new("no headers in time", |_, _| vec![Step::UntilClosed])
            .comes_to(nameless(Timeout, 3, "in time"), nameless(Timeout, 1, "in time"))
            .configured(briefly),
        Fault::new("headers stop", |_, _| {
            vec![Step::Send(b"HTTP/1.1 200 OK\r\nx-a".to_vec()), Step::UntilClosed]
        })
        .comes_to(nameless(Timeout, 3, "in time"), nameless(Timeout, 1, "in time"))
        .configured(briefly),
        Fault::new("body stops", |_, _| vec![head(), some(), Step::UntilClosed])
            .comes_to(failure(Timeout, 3, "in time"), failure(Timeout, 1, "in time"))
            .configured(briefly),
        Fault::new("reset, then an answer", |_, number| match number {
            0 => vec![Step::Reset],
            _ => vec![Step::Send(alicloud_tests::raw::json(200, "{}"))],
        })
        .comes_to(reply(2), nameless(Transport, 1, "broke off")),
        Fault::new("no HTTP at all", |_, _| {
            vec![Step::Send(b"SSH-2.0-OpenSSH_9.6\r\n".to_vec()), Step::Close]
        })
        .comes_to(nameless(Transport, 3, "broke off"), nameless(Transport, 1, "broke off")),
        Fault::new("a header without an end", |_, _| {
            vec![
                Step::Send(b"HTTP/1.1 200 OK\r\nx-more: ".to_vec()),
                Step::Repeat(vec![b'y'; 64 << 10], 1000),
            ]
        })
        .comes_to(nameless(Transport, 3, "broke off"), nameless(Transport, 1, "broke off")),
    ]
}
