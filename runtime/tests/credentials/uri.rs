use crate::fake::Fake;
use crate::outside::{Outside, answer, keys};
use alicloud_runtime::credentials::UriProvider;
use alicloud_runtime::testing::Scripted;
use alicloud_runtime::transport::TransportError;
use std::time::Duration;

const URI: &str = "http://localhost:7000/keys?password=hunter2";

#[test]
fn the_address_is_asked_as_it_stands() {
    let outside = Outside::new(Scripted::new().json(200, answer(1, 3600)));
    let credentials = outside.ask(&UriProvider::new(URI)).unwrap();
    assert_eq!(keys(&credentials), ("id1", "hunter2-1", "hunter2-token1"));
    assert_eq!(credentials.provider_name(), "credential_uri");
    assert_eq!(credentials.expiration(), Some(outside.clock.now() + Duration::from_secs(3600)));
    let request = &outside.requests()[0];
    assert_eq!((request.method(), request.uri().as_str()), ("GET", URI));
    let (timeouts, seconds) = (request.timeouts(), |seconds| Some(Duration::from_secs(seconds)));
    assert_eq!((timeouts.connect, timeouts.read), (seconds(5), seconds(10)));
}

#[test]
fn neither_code_nor_token_nor_expiration_need_be_there() {
    let body = r#"{"AccessKeyId":"id","AccessKeySecret":"hunter2"}"#;
    let outside = Outside::new(Scripted::new().json(200, body));
    let credentials = outside.ask(&UriProvider::new(URI)).unwrap();
    assert_eq!((keys(&credentials), credentials.expiration()), (("id", "hunter2", ""), None));
}

#[test]
fn what_can_pass_is_tried_once_more() {
    let scripts = [
        Scripted::new().error(TransportError::connect("refused")),
        Scripted::new().error(TransportError::timeout("nothing came")),
        Scripted::new().json(503, "hunter2"),
        Scripted::new().json(429, "{}"),
    ];
    for script in scripts {
        let outside = Outside::new(script.json(200, answer(1, 3600)));
        assert!(outside.ask(&UriProvider::new(URI)).is_ok());
        assert_eq!(outside.transport.clock().waits(), [Duration::from_millis(200)]);
    }
    let outside = Outside::new(Scripted::new().json(500, "{}").json(500, "{}").json(200, answer(1, 3600)));
    assert_eq!(outside.refusal(&UriProvider::new(URI)), "the credentials URI answered with status 500");
    assert_eq!(outside.transport.remaining(), 1);
}

#[test]
fn what_is_no_answer_is_told_without_its_text() {
    let cases = [
        (Scripted::new().json(302, "{}"), "status 302"),
        (
            Scripted::new().json(403, r#"{"Code":"NoPermission","Message":"ask","Secret":"hunter2"}"#),
            "NoPermission: ask",
        ),
        (Scripted::new().json(200, "hunter2"), "no JSON at line 1, column 1"),
        (Scripted::new().json(200, r#"{"Code":"Denied","AccessKeyId":"hunter2"}"#), "status 200: Denied"),
        (Scripted::new().json(200, "[]"), "without AccessKeyId and AccessKeySecret"),
        (
            Scripted::new().json(200, answer(1, 0).replace("2026-01-02T", "hunter2")),
            "Expiration is no date of the form",
        ),
    ];
    for (script, expected) in cases {
        let message = Outside::new(script).refusal(&UriProvider::new(URI));
        assert!(message.starts_with("the credentials URI ") && message.contains(expected), "{message}");
    }
}

#[test]
fn an_address_that_is_none_is_not_shown() {
    for uri in ["hunter2", "ftp://x/hunter2", "http://a b/hunter2", ""] {
        let outside = Outside::new(Scripted::new());
        let message = outside.refusal(&UriProvider::new(uri));
        assert!(message.starts_with("the credentials URI cannot be asked: "), "{message}");
        assert!(outside.requests().is_empty());
    }
}

#[test]
fn the_environment_says_the_address() {
    let provider = UriProvider::from_environment(Fake::default().var("CREDENTIALS_URI", URI)).unwrap();
    let outside = Outside::new(Scripted::new().json(200, answer(1, 3600)));
    outside.ask(&provider).unwrap();
    assert_eq!(outside.requests()[0].uri(), URI);
    let error = UriProvider::from_environment(Fake::default().var("CREDENTIALS_URI", " ")).unwrap_err();
    assert!(error.message().contains("ALIBABA_CLOUD_CREDENTIALS_URI"), "{error}");
}
