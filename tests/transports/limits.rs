//! Timeouts, refused connections, and what errors say.

use crate::harness::{both, both_with, get};
use alicloud_runtime::transport::{ReqwestTransport, Settings, Timeouts, Transport, TransportErrorKind};
use alicloud_sdk::{CallOptions, Config, Credentials, sas};
use alicloud_tests::raw::{Server, Step, json};
use socket2::{Domain, Socket, Type};
use std::net::{SocketAddr, TcpListener, TcpStream};
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
    let (full, _waiting) = full();
    let mut settings = Settings::default();
    settings.timeouts.connect = Some(LIMIT);
    for carrier in both_with(&settings) {
        let started = Instant::now();
        let error = carrier.exchange(get(&format!("http://{full}/")), settings.timeouts).unwrap_err();
        let elapsed = started.elapsed();
        // ureq rounds down.
        assert!((LIMIT / 2..GUARD).contains(&elapsed), "{}: {elapsed:?}", carrier.name());
        assert_eq!(error.kind(), TransportErrorKind::Connect, "{}: {error}", carrier.name());
        assert!(error.to_string().contains("connect timeout"), "{}: {error}", carrier.name());
    }
}

/// A port whose queue is full, since nobody takes connections from it: the system answers no further one. It stays like
/// this as long as the rest is kept.
fn full() -> (SocketAddr, (Socket, Vec<TcpStream>)) {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket.bind(&SocketAddr::from(([127, 0, 0, 1], 0)).into()).unwrap();
    socket.listen(1).unwrap();
    let address = socket.local_addr().unwrap().as_socket().unwrap();
    let connect = || TcpStream::connect_timeout(&address, LIMIT);
    let waiting: Vec<_> = (0..64).map_while(|_| connect().ok()).collect();
    assert!(waiting.len() < 64, "the queue has no end");
    (address, (socket, waiting))
}

/// Without a limit of its own, a clock would overflow.
#[test]
fn limits_that_no_clock_can_hold_are_none() {
    let server = Server::start(|_| vec![Step::Send(json(200, "{}"))]);
    for endless in [Duration::MAX, Duration::from_secs(u64::MAX / 2), Duration::from_secs(1 << 62)] {
        let all = [
            timeouts(|all| all.connect = Some(endless)),
            timeouts(|all| all.read = Some(endless)),
            timeouts(|all| all.total = Some(endless)),
        ];
        for timeouts in all {
            let mut settings = Settings::default();
            (settings.timeouts, settings.idle) = (timeouts, endless);
            for carrier in both_with(&settings) {
                let answer = carrier.exchange(get(&server.endpoint()), timeouts);
                assert_eq!(answer.unwrap().body(), "{}", "{}: {timeouts:?}", carrier.name());
            }
        }
        let config = Config::new("cn-shanghai", Credentials::new("LTAI5tTestAccessKeyId01", "secret"))
            .endpoint(server.endpoint())
            .connect_timeout(endless)
            .read_timeout(endless)
            .total_timeout(endless);
        let client = sas::Client::new(config).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        for options in [CallOptions::new(), CallOptions::new().timeout(endless)] {
            let call = || client.get_auth_summary().customize(options.clone()).send();
            runtime.block_on(call()).unwrap();
            call().blocking().unwrap();
        }
    }
}

#[test]
fn without_a_tokio_runtime_it_is_an_error_and_no_panic() {
    let transport = ReqwestTransport::new(Timeouts::default()).unwrap();
    let call = transport.send(get("http://127.0.0.1:1/"), Timeouts::default());
    let error = alicloud_runtime::testing::block_on(call).unwrap_err();
    assert!(error.to_string().contains("tokio runtime"), "{error}");
}
