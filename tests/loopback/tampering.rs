//! What the server refuses: requests that were changed on the way, that are stale, or that come a second time.

use crate::harness::{config, server};
use alicloud_runtime::BoxFuture;
use alicloud_runtime::transport::{Body, ReqwestTransport, Timeouts, Transport, TransportError};
use alicloud_sdk::{Config, Error, ErrorKind, sas};
use alicloud_tests::loopback::{Answer, Server};
use alicloud_tests::operations::ModifyImageRegistry;
use alicloud_tests::verifier::Rejection;
use bytes::Bytes;
use http::{HeaderValue, Request, Response};
use std::time::{Duration, SystemTime};

/// Changes a request after it was signed.
type Change = fn(&mut Request<Bytes>);

#[derive(Debug)]
struct Tampering {
    inner: ReqwestTransport,
    change: Change,
}

impl Transport for Tampering {
    fn send(
        &self,
        mut request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        (self.change)(&mut request);
        self.inner.send(request, timeouts)
    }
}

fn tampering(server: &Server, change: Change) -> Config {
    let inner = ReqwestTransport::new(Timeouts::default()).unwrap();
    config(server).transport(Tampering { inner, change })
}

/// A call with a parameter in the query and one in the body, over this transport.
async fn call(config: Config) -> Result<(), Error> {
    let modify = ModifyImageRegistry {
        domain_name: Some("reg.example.com".to_owned()),
        user_name: Some("bob".to_owned()),
        ..ModifyImageRegistry::default()
    };
    sas::Client::new(config).unwrap().send(&modify).await.map(|_| ())
}

/// The call is refused, for this reason.
async fn assert_refused(change: Change, rejection: Rejection) {
    let server = server([Answer::json(200, "{}")]);
    let error = call(tampering(&server, change)).await.unwrap_err();
    let (status, code) = rejection.answer();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(status)), "{error}");
    assert!(error.is(code), "{error}");
    assert_eq!(error.request_id(), Some("R-refused"));
    assert_eq!(server.log(), [Err(rejection)]);
    assert_eq!(server.remaining(), 1);
}

/// Replaces text in the address.
fn readdress(request: &mut Request<Bytes>, from: &str, to: &str) {
    let address = request.uri().to_string();
    assert_eq!(address.matches(from).count(), 1, "{address}");
    *request.uri_mut() = address.replace(from, to).parse().unwrap();
}

fn set(request: &mut Request<Bytes>, name: &'static str, value: &'static str) {
    assert!(request.headers_mut().insert(name, HeaderValue::from_static(value)).is_some(), "{name}");
}

#[tokio::test]
async fn an_unchanged_request_passes() {
    let server = server([Answer::json(200, "{}")]);
    call(tampering(&server, |_| {})).await.unwrap();
    let request = server.only_request();
    assert_eq!(request.parameter("DomainName"), Some("reg.example.com"));
    assert_eq!(request.form, [("UserName".to_owned(), "bob".to_owned())]);
    assert_eq!(request.raw.required("content-type"), Ok("application/x-www-form-urlencoded"));
}

#[tokio::test]
async fn a_changed_byte_of_the_query() {
    assert_refused(|request| readdress(request, "reg.", "rog."), Rejection::Signature).await;
    assert_refused(|request| readdress(request, "DomainName", "Domainname"), Rejection::Signature).await;
    assert_refused(|request| readdress(request, "?", "?A=1&"), Rejection::Signature).await;
    assert_refused(|request| readdress(request, "/?", "/x?"), Rejection::Signature).await;
}

#[tokio::test]
async fn a_changed_byte_of_a_header() {
    let version = |request: &mut Request<Bytes>| set(request, "x-acs-version", "2018-12-04");
    assert_refused(version, Rejection::Signature).await;
    let action = |request: &mut Request<Bytes>| set(request, "x-acs-action", "ModifyImageRegistrz");
    assert_refused(action, Rejection::Signature).await;
    let host = |request: &mut Request<Bytes>| set(request, "host", "127.0.0.2");
    assert_refused(host, Rejection::Signature).await;
    let provider = |request: &mut Request<Bytes>| set(request, "x-acs-credentials-provider", "static_al");
    assert_refused(provider, Rejection::Signature).await;
    let nonce = |request: &mut Request<Bytes>| set(request, "x-acs-signature-nonce", "0");
    assert_refused(nonce, Rejection::Signature).await;
    let added = |request: &mut Request<Bytes>| {
        request.headers_mut().insert("x-acs-security-token", HeaderValue::from_static("token"));
    };
    assert_refused(added, Rejection::UnsignedHeader("x-acs-security-token".to_owned())).await;
    let removed = |request: &mut Request<Bytes>| drop(request.headers_mut().remove("x-acs-date"));
    assert_refused(removed, Rejection::MissingHeader("x-acs-date".to_owned())).await;
}

#[tokio::test]
async fn a_changed_byte_of_the_body() {
    assert_refused(|request| *request.body_mut() = Bytes::from("UserName=bub"), Rejection::BodyHash).await;
    assert_refused(|request| *request.body_mut() = Bytes::new(), Rejection::BodyHash).await;
}

#[tokio::test]
async fn headers_that_are_not_signed_may_change() {
    let server = server([Answer::json(200, "{}")]);
    let proxied = |request: &mut Request<Bytes>| {
        set(request, "user-agent", "proxy");
        set(request, "accept", "*/*");
        request.headers_mut().insert("via", HeaderValue::from_static("1.1 proxy"));
    };
    call(tampering(&server, proxied)).await.unwrap();
}

#[tokio::test]
async fn a_clock_that_is_wrong() {
    const MINUTE: Duration = Duration::from_secs(60);
    let server = server([Answer::json(200, "{}"), Answer::json(200, "{}")]);
    for clock in [|| SystemTime::now() - 16 * MINUTE, || SystemTime::now() + 16 * MINUTE] {
        let error = call(config(&server).clock(clock)).await.unwrap_err();
        assert!(error.is("InvalidTimeStamp.Expired"), "{error}");
        assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(400)));
    }
    call(config(&server).clock(|| SystemTime::now() - 14 * MINUTE)).await.unwrap();
    call(config(&server).clock(|| SystemTime::now() + 14 * MINUTE)).await.unwrap();
}

#[tokio::test]
async fn a_nonce_that_repeats() {
    let server = server([Answer::json(200, "{}"), Answer::json(200, "{}")]);
    let pinned = || config(&server).nonce(|| Ok("00112233445566778899aabbccddeeff".to_owned()));
    call(pinned()).await.unwrap();
    let error = call(pinned()).await.unwrap_err();
    assert!(error.is("SignatureNonceUsed"), "{error}");
    assert_eq!((error.kind(), error.status()), (ErrorKind::Service, Some(400)));
    assert_eq!(server.log().last(), Some(&Err(Rejection::Nonce)));
    call(config(&server)).await.unwrap();
}
