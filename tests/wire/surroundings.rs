//! What is the same for all calls: endpoint, clock, nonce, user agent, timeouts, the key.

use crate::harness::{bytes, config, credentials, key, sent_with};
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_sdk::{Config, Credentials, ErrorKind, sas};
use alicloud_tests::verifier::Verifier;
use std::time::Duration;

#[test]
fn the_region_chooses_the_endpoint() {
    for (region, host) in [
        ("cn-hangzhou", "tds.cn-shanghai.aliyuncs.com"),
        ("cn-hongkong", "tds.cn-shanghai.aliyuncs.com"),
        ("ap-southeast-1", "tds.ap-southeast-1.aliyuncs.com"),
        ("eu-central-1", "tds.ap-southeast-1.aliyuncs.com"),
    ] {
        let request = sent_with(region, credentials(), |sas| sas.get_auth_summary().send());
        assert_eq!(request.header("host"), Some(host), "{region}");
        assert_eq!(request.uri(), format!("https://{host}/"));
    }
}

#[test]
fn an_unknown_region_is_an_error_before_any_request() {
    for region in ["cn-nowhere-1", "cn-shanghay", "", "CN-SHANGHAI"] {
        let transport = Scripted::new().json(200, "{}");
        let error = sas::Client::new(config(region, credentials(), &transport)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Endpoint, "{region}");
        assert!(error.message().contains(region), "{error}");
        let given = config(region, credentials(), &transport).endpoint("tds.example.com");
        let client = sas::Client::new(given).unwrap();
        block_on(client.get_auth_summary().send()).unwrap();
        assert_eq!(transport.last().unwrap().uri(), "https://tds.example.com/");
    }
}

#[test]
fn a_given_endpoint_is_the_signed_host() {
    for (given, host, address) in [
        ("localhost:8080", "localhost:8080", "https://localhost:8080/"),
        ("http://LOCALHOST:80/", "localhost", "http://localhost/"),
        ("https://tds.example.com:443", "tds.example.com", "https://tds.example.com/"),
        ("http://[::1]:8080", "[::1]:8080", "http://[::1]:8080/"),
    ] {
        let transport = Scripted::new().json(200, "{}");
        let client = sas::Client::new(config("x", credentials(), &transport).endpoint(given)).unwrap();
        block_on(client.get_auth_summary().send()).unwrap();
        let request = transport.last().unwrap();
        assert_eq!((request.header("host"), request.uri().as_str()), (Some(host), address));
        crate::harness::verify(&request, key());
    }
}

#[test]
fn every_request_has_a_nonce_and_a_signature_of_its_own() {
    let transport = Scripted::new().json(200, "{}").json(200, "{}").json(500, "{}").json(200, "{}");
    let config = Config::new("cn-shanghai", credentials()).transport(transport.clone());
    let client = sas::Client::new(config).unwrap();
    block_on(client.get_auth_summary().send()).unwrap();
    block_on(client.clone().get_auth_summary().send()).unwrap();
    let reply = block_on(client.call("GetAuthSummary", serde_json::json!({}))).unwrap();
    assert_eq!(reply.attempts(), 2);
    // It refuses a nonce that it has seen, and a header of the protocol that is not signed.
    let mut verifier = Verifier::new([key()]);
    for request in transport.requests() {
        verifier.verify(&bytes(&request)).unwrap();
        let nonce = request.header("x-acs-signature-nonce").unwrap();
        assert!(nonce.len() >= 32 && nonce.bytes().all(|byte| byte.is_ascii_graphic()), "{nonce}");
    }
    transport.assert_called(&["GetAuthSummary"; 4]);
    let requests = transport.requests();
    let told = requests.iter().map(|request| request.header("x-acs-retry-attempts"));
    assert_eq!(told.collect::<Vec<_>>(), [None, None, None, Some("1")]);
}

#[test]
fn a_broken_nonce_sends_nothing() {
    let transport = Scripted::new().json(200, "{}");
    let broken = config("cn-shanghai", credentials(), &transport).nonce(|| Ok("a\nb".to_owned()));
    let error = block_on(sas::Client::new(broken).unwrap().get_auth_summary().send()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(transport.requests().is_empty());
}

#[test]
fn the_user_agent_is_sent_and_not_signed() {
    let transport = Scripted::new().json(200, "{}");
    let named = config("cn-shanghai", credentials(), &transport).user_agent("my-tool/1.2");
    block_on(sas::Client::new(named).unwrap().get_auth_summary().send()).unwrap();
    let request = transport.last().unwrap();
    let agent = request.header("user-agent").unwrap();
    assert!(agent.starts_with("AlibabaCloud (") && agent.ends_with(" my-tool/1.2"), "{agent}");
    crate::harness::assert_recorded(&request, "sas_get_auth_summary", key());
}

#[test]
fn timeouts_are_on_by_default_and_reach_the_transport() {
    let request = sent_with("cn-shanghai", credentials(), |sas| sas.get_auth_summary().send());
    let timeouts = request.timeouts();
    assert!(timeouts.connect.is_some() && timeouts.read.is_some() && timeouts.total.is_some());
    let transport = Scripted::new().json(200, "{}");
    let second = Duration::from_secs(1);
    let config = config("cn-shanghai", credentials(), &transport)
        .connect_timeout(second)
        .read_timeout(2 * second)
        .total_timeout(3 * second);
    block_on(sas::Client::new(config).unwrap().get_auth_summary().send()).unwrap();
    let timeouts = transport.last().unwrap().timeouts();
    let set = (timeouts.connect, timeouts.read, timeouts.total);
    assert_eq!(set, (Some(second), Some(2 * second), Some(3 * second)));
}

#[test]
fn unusable_keys_send_nothing() {
    for credentials in [
        Credentials::new("", "secret"),
        Credentials::new("id", ""),
        Credentials::new("id,SignedHeaders=host", "secret"),
        Credentials::new("id\r\nx: y", "secret"),
        Credentials::new("id", "secret").with_security_token("to\nken"),
    ] {
        let transport = Scripted::new().json(200, "{}");
        let client = sas::Client::new(config("cn-shanghai", credentials, &transport)).unwrap();
        let error = block_on(client.get_auth_summary().send()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
        assert_eq!((error.product(), error.operation()), (Some("Sas"), Some("GetAuthSummary")));
        assert!(transport.requests().is_empty());
    }
}
