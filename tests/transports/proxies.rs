//! Proxies from settings.

use crate::harness::{both_with, refusals};
use crate::tunnel::Tunnel;
use alicloud_runtime::transport::{Proxy, Settings, TransportErrorKind};
use alicloud_sdk::ErrorKind;
use alicloud_tests::raw::{Authority, Request, Server, Step, reply};

/// A proxy that is the server too: it answers itself whatever it is asked for.
pub(crate) fn proxy() -> Server {
    Server::start(|request: &Request| {
        if request.line().starts_with("CONNECT") {
            vec![Step::Send(b"HTTP/1.1 200 Connected\r\n\r\n".to_vec())]
        } else {
            vec![Step::Send(reply(200, &[], b"by proxy"))]
        }
    })
}

fn through(proxy: impl Into<Proxy>) -> Settings {
    let mut settings = Settings::default();
    settings.proxy = proxy.into();
    settings
}

#[test]
fn requests_go_through_the_proxy_that_was_set() {
    let proxy = proxy();
    let settings = through(format!("http://user:p%40ss@{}", proxy.address()));
    for carrier in both_with(&settings) {
        let before = proxy.requests().len();
        for _ in 0..2 {
            let answer = carrier.get("http://service.example/?A=1").unwrap();
            assert_eq!(answer.body(), "by proxy", "{}", carrier.name());
        }
        let asked = &proxy.requests()[before..];
        assert!(asked[0].line().contains("service.example"), "{}: {}", carrier.name(), asked[0].head);
        // `user:p@ss`
        assert_eq!(asked[0].header("proxy-authorization"), Some("Basic dXNlcjpwQHNz"), "{}", carrier.name());
    }
    assert_eq!(proxy.connections(), 2, "one each, used twice");
}

#[test]
fn excepted_hosts_and_this_machine_are_asked_directly() {
    let (proxy, server) = (proxy(), Server::start(|_| vec![Step::Send(reply(200, &[], b"directly"))]));
    let given = Proxy::new(format!("http://{}", proxy.address()));
    for carrier in both_with(&through(given.clone())) {
        assert_eq!(carrier.get(&server.endpoint()).unwrap().body(), "directly", "{}", carrier.name());
        let by_name = format!("http://localhost:{}/", server.address().port());
        assert_eq!(carrier.get(&by_name).unwrap().body(), "directly", "{}", carrier.name());
    }
    // This machine too, but by an address that is no loopback address.
    let here = format!("http://0.0.0.0:{}/", server.address().port());
    for carrier in both_with(&through(given.clone())) {
        assert_eq!(carrier.get(&here).unwrap().body(), "by proxy", "{}", carrier.name());
    }
    for carrier in both_with(&through(given.except("0.0.0.0/25"))) {
        assert_eq!(carrier.get(&here).unwrap().body(), "directly", "{}", carrier.name());
        assert_eq!(carrier.get("http://0.0.0.129/").unwrap().body(), "by proxy", "{}", carrier.name());
    }
}

#[test]
fn tls_goes_through_a_proxy_to_the_server_itself() {
    let authority = Authority::new();
    let server = Server::start_tls(&authority, |_| vec![Step::Send(reply(200, &[], b"behind TLS"))]);
    let tunnel = Tunnel::start(server.address());
    // `localhost` would be asked directly, and the certificate is for no other name: so the handshake fails, but after
    // the tunnel stood.
    let mut settings = through(format!("http://{}", tunnel.address));
    settings.root_certificates.push(authority.pem().to_owned());
    for carrier in both_with(&settings) {
        let before = tunnel.asked().len();
        let error = carrier.get("https://service.example/").unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Certificate, "{}: {error}", carrier.name());
        assert!(error.to_string().contains("not valid for name"), "{}: {error}", carrier.name());
        assert!(
            tunnel.asked()[before].starts_with("CONNECT service.example:443 HTTP/1.1\r\n"),
            "{:?}",
            tunnel.asked()
        );
    }
}

#[test]
fn socks_proxies_work_too() {
    let server = Server::start(|_| vec![Step::Send(reply(200, &[], b"by socks"))]);
    let tunnel = Tunnel::start(server.address());
    for carrier in both_with(&through(format!("socks5h://{}", tunnel.address))) {
        assert_eq!(carrier.get("http://service.example/").unwrap().body(), "by socks", "{}", carrier.name());
        assert_eq!(tunnel.asked().pop().as_deref(), Some("service.example"), "{}", carrier.name());
    }
}

#[test]
fn a_proxy_that_is_not_there_or_refuses_is_no_connection() {
    let refusing = Server::start(|_| vec![Step::Send(reply(403, &[], b"no"))]);
    let nobody = "http://user:hunter2@127.0.0.1:1";
    for carrier in both_with(&through(nobody)) {
        let error = carrier.get("https://service.example/").unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Connect, "{}: {error}", carrier.name());
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{}: {error:?}", carrier.name());
    }
    for carrier in both_with(&through(format!("http://{}", refusing.address()))) {
        let error = carrier.get("https://service.example/").unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Connect, "{}: {error}", carrier.name());
    }
}

#[test]
fn unusable_addresses_are_refused_at_once() {
    for address in ["", "ftp://user:hunter2@host", "http://user:hunter2@", "http://host:99999999"] {
        for error in refusals(&through(address)) {
            assert_eq!(error.kind(), ErrorKind::Configuration, "{address:?}: {error}");
            assert!(error.message().contains("proxy's address"), "{address:?}: {error}");
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
        }
    }
}

#[test]
fn a_password_is_shown_nowhere() {
    let settings = through("http://user:hunter2@proxy.example:1");
    assert!(!format!("{settings:?}").contains("hunter2"));
    let config = alicloud_sdk::Config::new("r", alicloud_sdk::Credentials::new("a", "b"))
        .endpoint("http://service.example")
        .proxy("http://user:hunter2@proxy.example:1");
    let client = alicloud_sdk::sas::Client::new(config.clone()).unwrap();
    assert!(!format!("{config:?} {client:?}").contains("hunter2"));
}
