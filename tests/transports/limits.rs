//! Timeouts, refused connections, and what errors say.

use crate::harness::{both, both_with, get};
use alicloud_runtime::transport::{ReqwestTransport, Settings, Timeouts, Transport, TransportErrorKind};
use alicloud_tests::raw::{Server, Step};
use std::net::{SocketAddr, TcpListener};
use std::time::{Duration, Instant};

const LIMIT: Duration = Duration::from_millis(50);
/// Far beyond the limit, and far below the usual ones.
const GUARD: Duration = Duration::from_secs(2);

fn timeouts(set: impl FnOnce(&mut Timeouts)) -> Timeouts {
    let mut timeouts = Timeouts::default();
    set(&mut timeouts);
    timeouts
}

#[test]
fn silence_ends_with_a_timeout() {
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc".to_vec();
    for steps in [vec![Step::UntilClosed], vec![Step::Send(head), Step::UntilClosed]] {
        let server = Server::start(move |_| steps.clone());
        for timeouts in [timeouts(|all| all.read = Some(LIMIT)), timeouts(|all| all.total = Some(LIMIT))] {
            let mut settings = Settings::default();
            settings.timeouts = timeouts;
            for carrier in both_with(&settings) {
                let started = Instant::now();
                let error = carrier.exchange(get(&server.endpoint()), timeouts).unwrap_err();
                assert_eq!(error.kind(), TransportErrorKind::Timeout, "{}: {error}", carrier.name());
                assert!((LIMIT..GUARD).contains(&started.elapsed()), "{}", carrier.name());
            }
        }
    }
}

/// A body that keeps coming does not end by the read limit, but by the total one.
#[test]
fn a_trickle_meets_the_total_timeout_only() {
    let server = Server::start(|_| {
        let mut steps = vec![Step::Send(b"HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\n".to_vec())];
        for _ in 0..8 {
            steps.extend([Step::Wait(LIMIT / 5), Step::Send(b"x".to_vec())]);
        }
        steps
    });
    let mut settings = Settings::default();
    settings.timeouts.read = Some(LIMIT);
    for carrier in both_with(&settings) {
        let answer = carrier.exchange(get(&server.endpoint()), settings.timeouts).unwrap();
        assert_eq!(answer.body(), "xxxxxxxx", "{}", carrier.name());
        let total = timeouts(|all| (all.read, all.total) = (Some(LIMIT), Some(LIMIT)));
        let error = carrier.exchange(get(&server.endpoint()), total).unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Timeout, "{}: {error}", carrier.name());
    }
}

#[test]
fn a_closed_port_is_no_connection_and_the_address_is_not_shown() {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for carrier in both() {
        let error = carrier.get(&format!("http://{address}/?Password=hunter2")).unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Connect, "{}: {error}", carrier.name());
        assert!(error.to_string().contains("refused"), "{}: {error}", carrier.name());
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{}: {error:?}", carrier.name());
    }
}

/// Nobody has had the request, so it can be repeated whatever it does.
#[test]
fn a_connection_that_does_not_stand_in_time_is_no_connection() {
    // Packets to this network go nowhere: it is there for documents.
    let nowhere = SocketAddr::from(([192, 0, 2, 1], 80));
    let mut settings = Settings::default();
    settings.timeouts.connect = Some(LIMIT);
    settings.proxy = alicloud_runtime::transport::Proxy::none();
    for carrier in both_with(&settings) {
        let started = Instant::now();
        let error = carrier.exchange(get(&format!("http://{nowhere}/")), settings.timeouts).unwrap_err();
        assert!(started.elapsed() < GUARD, "{}", carrier.name());
        // Where the network itself says that there is no way, there was no connection either, but ureq cannot tell.
        let is_no_way = error.to_string().contains("unreachable");
        assert!(error.kind() == TransportErrorKind::Connect || is_no_way, "{}: {error}", carrier.name());
    }
}

#[test]
fn without_a_tokio_runtime_it_is_an_error_and_no_panic() {
    let transport = ReqwestTransport::new(Timeouts::default()).unwrap();
    let call = transport.send(get("http://127.0.0.1:1/"), Timeouts::default());
    let error = alicloud_runtime::testing::block_on(call).unwrap_err();
    assert!(error.to_string().contains("tokio runtime"), "{error}");
}
