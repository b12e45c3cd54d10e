//! What is secret is printed nowhere.

use crate::harness::{ID, NOWHERE, SECRET, TOKEN, config, server, with_key};
use alicloud_sdk::{Config, Credentials, Error, sas};
use alicloud_tests::loopback::Answer;
use std::error::Error as _;
use std::fmt::Debug;

const WRONG: &str = "WrongSecret0123456789";

#[track_caller]
fn assert_no_secret(shown: &str) {
    // The id is no secret, and still nobody needs the whole of it.
    for secret in [SECRET, TOKEN, WRONG, ID, "Signature=", "Credential="] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}

#[track_caller]
fn assert_debug_has_no_secret(value: &impl Debug) {
    assert_no_secret(&format!("{value:?} {value:#?}"));
}

#[track_caller]
fn assert_error_has_no_secret(error: &Error) {
    assert_debug_has_no_secret(error);
    assert_no_secret(&format!("{error} {error:#}"));
    let mut source = error.source();
    while let Some(cause) = source {
        assert_no_secret(&format!("{cause} {cause:?}"));
        source = cause.source();
    }
}

fn temporary() -> Credentials {
    Credentials::new(ID, SECRET).with_security_token(TOKEN)
}

#[tokio::test]
async fn not_in_what_a_client_is_made_of() {
    let server = server([Answer::json(200, r#"{"RequestId":"R"}"#)]);
    let config = with_key(&server, temporary());
    assert_debug_has_no_secret(&temporary());
    assert_debug_has_no_secret(&config);
    let client = sas::Client::new(config).unwrap();
    assert_debug_has_no_secret(&client);
    assert_debug_has_no_secret(&client.get_check_sale());
    let client = sas::Client::new(self::config(&server)).unwrap();
    let reply = client.get_check_sale().send().await.unwrap();
    assert_debug_has_no_secret(&reply);
}

#[tokio::test]
async fn not_in_errors() {
    let server = server([Answer::hang_up(), Answer::json(200, "[]"), Answer::json(500, "{}")]);
    let client = sas::Client::new(config(&server)).unwrap();
    for _ in 0..3 {
        assert_error_has_no_secret(&client.get_check_sale().send().await.unwrap_err());
    }
    let wrong = sas::Client::new(with_key(&server, Credentials::new(ID, WRONG))).unwrap();
    assert_error_has_no_secret(&wrong.get_check_sale().send().await.unwrap_err());
    let wrong = sas::Client::new(with_key(&server, temporary())).unwrap();
    assert_error_has_no_secret(&wrong.get_check_sale().send().await.unwrap_err());
    let nowhere = sas::Client::new(config(&server).endpoint(NOWHERE)).unwrap();
    assert_error_has_no_secret(&nowhere.get_check_sale().send().await.unwrap_err());
    let unusable = temporary().with_security_token(format!("{TOKEN}\n"));
    let unusable = sas::Client::new(Config::new("x", unusable).endpoint(NOWHERE)).unwrap();
    assert_error_has_no_secret(&unusable.get_check_sale().send().await.unwrap_err());
}

#[test]
fn not_in_a_configuration_that_is_malformed() {
    for endpoint in [format!("https://user:{WRONG}@example.com"), format!("user:{WRONG}@example.com:443")] {
        let config = Config::new("cn-shanghai", temporary()).endpoint(endpoint);
        assert_debug_has_no_secret(&config);
        assert_error_has_no_secret(&sas::Client::new(config).unwrap_err());
    }
    let config = Config::new("cn-shanghaj", temporary());
    assert_error_has_no_secret(&sas::Client::new(config).unwrap_err());
}
