use crate::outside::{NOW, Outside, answer, keys};
use alicloud_runtime::credentials::{Anonymous, RamRoleProvider};
use alicloud_runtime::io::Io;
use alicloud_runtime::testing::Scripted;
use alicloud_runtime::transport::TransportError;
use alicloud_runtime::{BoxFuture, Credentials, CredentialsProvider, Error, ErrorKind};
use bytes::Bytes;
use http::Response;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

const ROLE: &str = "acs:ram::1234:role/auditor";

fn reply(number: u32) -> String {
    format!(r#"{{"RequestId":"R-1","Credentials":{}}}"#, answer(number, 3600))
}

fn role() -> RamRoleProvider {
    RamRoleProvider::new(Credentials::new("LTAI5tSource", "hunter2"), ROLE)
}

#[test]
fn the_role_is_asked_for_by_a_signed_form() {
    let outside = Outside::new(Scripted::new().json(200, reply(1)));
    let provider = role()
        .session_name("nightly")
        .duration(Duration::from_secs(900))
        .policy("{\"a\": 1}")
        .external_id("ext");
    let credentials = outside.ask(&provider).unwrap();
    assert_eq!(keys(&credentials), ("id1", "hunter2-1", "hunter2-token1"));
    assert_eq!(credentials.provider_name(), "ram_role_arn/static_ak");
    assert_eq!(credentials.expiration(), Some(outside.clock.now() + Duration::from_secs(3600)));
    let request = &outside.requests()[0];
    assert_eq!((request.method(), request.uri().as_str()), ("POST", "https://sts.aliyuncs.com/"));
    assert_eq!((request.action(), request.header("x-acs-version")), ("AssumeRole", Some("2015-04-01")));
    assert_eq!(request.header("x-acs-date"), Some("2026-01-02T03:04:05Z"));
    assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
    let authorization = request.header("authorization").unwrap();
    assert!(
        authorization.starts_with("ACS3-HMAC-SHA256 Credential=LTAI5tSource,SignedHeaders="),
        "{authorization}"
    );
    let expected = [
        ("DurationSeconds", "900"),
        ("ExternalId", "ext"),
        ("Policy", "{\"a\": 1}"),
        ("RoleArn", ROLE),
        ("RoleSessionName", "nightly"),
    ];
    assert_eq!(request.parameters(), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    outside.ask(&provider).unwrap();
    assert_eq!(outside.requests().len(), 1, "they are kept");
}

#[test]
fn session_and_duration_have_defaults() {
    let outside = Outside::new(Scripted::new().json(200, reply(1)));
    outside.ask(&role()).unwrap();
    let request = &outside.requests()[0];
    assert_eq!(request.parameter("RoleSessionName"), Some(format!("credentials-rust-{NOW}000")));
    assert_eq!(request.parameter("DurationSeconds").as_deref(), Some("3600"));
    assert_eq!((request.parameter("Policy"), request.parameter("ExternalId")), (None, None));
    let short = role().duration(Duration::from_secs(899));
    let message = Outside::new(Scripted::new()).refusal(&short);
    assert!(message.contains("899s") && message.contains("900s"), "{message}");
}

#[test]
fn the_host_follows_region_network_and_endpoint() {
    let cases = [
        (role().sts_region("cn-hangzhou"), "https://sts.cn-hangzhou.aliyuncs.com/"),
        (role().sts_region("cn-hangzhou").sts_vpc(true), "https://sts-vpc.cn-hangzhou.aliyuncs.com/"),
        (role().sts_vpc(true), "https://sts.aliyuncs.com/"),
        (role().sts_region("cn-hangzhou").sts_endpoint("http://127.0.0.1:9"), "http://127.0.0.1:9/"),
    ];
    for (provider, uri) in cases {
        let outside = Outside::new(Scripted::new().json(200, reply(1)));
        outside.ask(&provider).unwrap();
        assert_eq!(outside.requests()[0].uri(), uri);
    }
    for region in ["", "cn.evil.example/", "cn-hangzhou#"] {
        let outside = Outside::new(Scripted::new());
        let message = outside.refusal(&role().sts_region(region));
        assert!(message.contains("is no region for STS"), "{message}");
        assert!(outside.requests().is_empty());
    }
}

#[test]
fn a_role_can_be_taken_on_from_another_role() {
    let outside = Outside::new(Scripted::new().json(200, reply(1)).json(200, reply(2)));
    let chained = RamRoleProvider::new(role(), "acs:ram::1234:role/second");
    assert_eq!(outside.ask(&chained).unwrap().access_key_id(), "id2");
    let requests = outside.requests();
    assert_eq!(requests[0].parameter("RoleArn").as_deref(), Some(ROLE));
    assert_eq!(requests[1].parameter("RoleArn").as_deref(), Some("acs:ram::1234:role/second"));
    assert_eq!(requests[1].header("x-acs-accesskey-id"), Some("id1"));
    assert_eq!(requests[1].header("x-acs-security-token"), Some("hunter2-token1"));
}

#[test]
fn what_the_service_says_is_told_with_its_request_id() {
    let body = r#"{"Code":"NoPermission","Message":"not for you","RequestId":"R-9"}"#;
    let outside = Outside::new(Scripted::new().json(403, body));
    let message = outside.refusal(&role());
    assert_eq!(message, "Sts AssumeRole failed: NoPermission: not for you (status 403, request id R-9)");
    let error = Outside::new(Scripted::new().json(403, body)).ask(&role()).unwrap_err();
    let source = std::error::Error::source(&error).unwrap().downcast_ref::<Error>().unwrap();
    assert!(source.is("NoPermission"));
    assert_eq!(error.code(), None, "the code is not one of the operation that was called");

    let outside = Outside::new(Scripted::new().json(200, r#"{"Credentials":{"AccessKeyId":"hunter2"}}"#));
    let message = outside.refusal(&role());
    assert_eq!(message, "Sts AssumeRole gave an answer without AccessKeySecret");
    let outside = Outside::new(Scripted::new().json(200, "<html>"));
    assert!(outside.refusal(&role()).starts_with("Sts AssumeRole failed: "));
}

#[test]
fn what_can_pass_is_tried_again_with_another_nonce() {
    let script =
        Scripted::new().error(TransportError::timeout("nothing came")).json(503, "{}").json(200, reply(1));
    let outside = Outside::new(script);
    assert!(outside.ask(&role()).is_ok());
    let mut nonces: Vec<String> = outside
        .requests()
        .iter()
        .map(|request| request.header("x-acs-signature-nonce").unwrap().to_owned())
        .collect();
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), 3);
}

#[test]
fn a_clock_that_is_wrong_is_corrected_once() {
    let refusal = Response::builder()
        .status(400)
        .header("date", "Fri, 02 Jan 2026 05:04:05 GMT")
        .body(Bytes::from_static(br#"{"Code":"InvalidTimeStamp.Expired","Message":"late"}"#))
        .unwrap();
    let reply = Response::builder()
        .header("date", "Fri, 02 Jan 2026 05:04:05 GMT")
        .body(Bytes::from(reply(1).replace("04:04:05", "06:04:05")))
        .unwrap();
    let outside = Outside::new(Scripted::new().reply(refusal).reply(reply));
    let credentials = outside.ask(&role()).unwrap();
    assert_eq!(outside.requests()[1].header("x-acs-date"), Some("2026-01-02T05:04:05Z"));
    assert_eq!(
        credentials.expiration(),
        Some(outside.clock.now() + Duration::from_secs(3600)),
        "by our clock"
    );
}

/// Gives out a new key each time that the last one was refused.
#[derive(Debug, Default)]
struct Renewed(AtomicU32);

impl CredentialsProvider for Renewed {
    fn credentials<'a>(&'a self, _: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
        let number = self.0.load(Ordering::SeqCst);
        Box::pin(async move {
            Ok(Credentials::new(format!("key{number}"), "hunter2").with_security_token("hunter2"))
        })
    }

    fn refuse(&self, _: &Credentials) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn a_source_whose_credentials_expired_is_asked_for_others() {
    let expired = r#"{"Code":"InvalidSecurityToken.Expired","Message":"expired"}"#;
    let outside = Outside::new(Scripted::new().json(403, expired).json(200, reply(1)));
    assert!(outside.ask(&RamRoleProvider::new(Renewed::default(), ROLE)).is_ok());
    assert_eq!(outside.requests()[1].header("x-acs-accesskey-id"), Some("key1"));
}

#[test]
fn a_source_without_usable_credentials_is_named() {
    #[derive(Debug)]
    struct Nothing;

    impl CredentialsProvider for Nothing {
        fn credentials<'a>(&'a self, _: &'a Io) -> BoxFuture<'a, Result<Credentials, Error>> {
            let error = Error::builder(ErrorKind::Credentials).message("the vault is closed").build();
            Box::pin(std::future::ready(Err(error)))
        }
    }

    let outside = Outside::new(Scripted::new());
    let message = outside.refusal(&RamRoleProvider::new(Nothing, ROLE));
    assert_eq!(message, "Sts AssumeRole failed: the vault is closed");
    for source in [Credentials::bearer("hunter2"), Credentials::anonymous()] {
        let message = outside.refusal(&RamRoleProvider::new(source, ROLE));
        assert!(message.starts_with("Sts AssumeRole failed: the operation "), "{message}");
    }
    assert!(outside.refusal(&RamRoleProvider::new(Anonymous, ROLE)).contains("needs credentials"));
    assert!(outside.requests().is_empty());
}
