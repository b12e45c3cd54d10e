//! Whom to trust.

use crate::harness::{both, both_with, refusals};
use alicloud_runtime::transport::{Settings, TransportErrorKind};
use alicloud_sdk::ErrorKind;
use alicloud_tests::raw::{Authority, Server, Step, reply};

fn trusting(pem: &str) -> Settings {
    let mut settings = Settings::default();
    settings.root_certificates.push(pem.to_owned());
    settings
}

#[test]
fn an_authority_of_ones_own_can_be_trusted() {
    let authority = Authority::new();
    let server = Server::start_tls(&authority, |_| vec![Step::Send(reply(200, &[], b"trusted"))]);
    let bundle = format!("{}\n# and another\n{}", Authority::new().pem(), authority.pem());
    for carrier in both_with(&trusting(&bundle)) {
        for _ in 0..2 {
            assert_eq!(carrier.get(&server.endpoint()).unwrap().body(), "trusted", "{}", carrier.name());
        }
    }
    assert_eq!(server.connections(), 2, "one each, used twice");
}

#[test]
fn an_authority_that_nobody_knows_is_refused_with_advice() {
    let server = Server::start_tls(&Authority::new(), |_| vec![Step::Send(reply(200, &[], b"never"))]);
    let other = trusting(Authority::new().pem());
    for carrier in both().into_iter().chain(both_with(&other)) {
        let error = carrier.get(&server.endpoint()).unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Certificate, "{}: {error}", carrier.name());
        let text = error.to_string();
        assert!(text.contains("UnknownIssuer") && text.contains("`Config::root_certificate`"), "{text}");
    }
    assert!(server.requests().is_empty());
}

#[test]
fn a_text_without_a_certificate_is_refused_at_once() {
    let key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    for text in ["", "hunter2", key, "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n"] {
        for error in refusals(&trusting(text)) {
            assert_eq!(error.kind(), ErrorKind::Configuration, "{text:?}: {error}");
            assert!(error.message().contains("PEM"), "{text:?}: {error}");
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
        }
    }
}
