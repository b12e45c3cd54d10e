use crate::fake::{CONFIG, Fake, config};
use crate::outside::{NOW, Outside, answer, keys};
use alicloud_runtime::credentials::CliProfile;
use alicloud_runtime::testing::Scripted;
use std::time::Duration;

fn members(url: &str, expires: u64) -> String {
    format!(
        r#""mode":"CloudSSO","cloud_sso_sign_in_url":"{url}","cloud_sso_account_id":"1234","cloud_sso_access_config":"ac-1","access_token":"hunter2","cloud_sso_access_token_expire":{expires}"#
    )
}

fn profile() -> Fake {
    Fake::default().profile(&members("https://signin.example/start/login", NOW + 1000))
}

fn reply(number: u32) -> String {
    format!(r#"{{"CloudCredential":{},"RequestId":"R"}}"#, answer(number, 3600))
}

#[test]
fn the_token_of_the_login_is_exchanged_for_credentials() {
    let outside = Outside::new(Scripted::new().json(200, reply(1)));
    let provider = CliProfile::with(profile());
    let credentials = outside.ask(&provider).unwrap();
    assert_eq!(keys(&credentials), ("id1", "hunter2-1", "hunter2-token1"));
    assert_eq!(credentials.provider_name(), "cli_profile/cloud_sso");
    assert_eq!(credentials.expiration(), Some(outside.clock.now() + Duration::from_secs(3600)));
    let request = &outside.requests()[0];
    assert_eq!(
        (request.method(), request.uri().as_str()),
        ("POST", "https://signin.example/cloud-credentials")
    );
    assert_eq!(request.header("authorization"), Some("Bearer hunter2"));
    assert!(request.headers()["authorization"].is_sensitive());
    let body: serde_json::Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(body, serde_json::json!({"AccountId": "1234", "AccessConfigurationId": "ac-1"}));
    outside.ask(&provider).unwrap();
    assert_eq!(outside.requests().len(), 1);
}

#[test]
fn a_login_that_has_expired_asks_for_another_which_is_then_found() {
    let files = profile();
    let outside = Outside::new(Scripted::new().json(200, reply(1)));
    outside.clock.advance(1000);
    let provider = CliProfile::with(files.clone());
    let message = outside.refusal(&provider);
    assert!(
        message.contains("the login has expired") && message.contains("`aliyun configure --profile x`"),
        "{message}"
    );
    assert!(outside.requests().is_empty());
    files.put(CONFIG, config(&members("https://signin.example/", NOW + 99_999)));
    assert_eq!(outside.ask(&provider).unwrap().access_key_id(), "id1");
}

#[test]
fn the_token_is_not_sent_in_the_clear() {
    for url in ["http://signin.example/x", "signin.example", "hunter2 x"] {
        let outside = Outside::new(Scripted::new());
        let message = outside.refusal(&CliProfile::with(Fake::default().profile(&members(url, NOW + 1000))));
        assert!(message.contains("`cloud_sso_sign_in_url`"), "{message}");
        assert!(outside.requests().is_empty());
    }
}

#[test]
fn what_is_missing_and_what_the_server_says_is_told() {
    let incomplete =
        Fake::default().profile(r#""mode":"CloudSSO","access_token":"hunter2","cloud_sso_account_id":"1""#);
    let message = Outside::new(Scripted::new()).refusal(&CliProfile::with(incomplete));
    let missing = "profile `x` (mode CloudSSO) lacks `cloud_sso_sign_in_url` and `cloud_sso_access_config`";
    assert!(message.contains(missing), "{message}");
    for (script, expected) in [
        (
            Scripted::new().json(401, r#"{"ErrorCode":"InvalidToken","ErrorMessage":"gone"}"#),
            "status 401: InvalidToken: gone",
        ),
        (
            Scripted::new().json(200, r#"{"AccessKeyId":"hunter2"}"#),
            "without AccessKeyId and AccessKeySecret",
        ),
    ] {
        let message = Outside::new(script).refusal(&CliProfile::with(profile()));
        assert!(message.contains(expected) && message.ends_with("logs in again"), "{message}");
    }
}
