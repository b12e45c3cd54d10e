use crate::fake::Fake;
use crate::outside::{Outside, answer, keys};
use alicloud_runtime::credentials::EcsProvider;
use alicloud_runtime::testing::Scripted;
use alicloud_runtime::transport::TransportError;
use bytes::Bytes;
use http::Response;
use std::time::Duration;

const HOST: &str = "http://100.100.100.200";

fn text(status: u16, text: &'static str) -> Response<Bytes> {
    Response::builder().status(status).body(Bytes::from_static(text.as_bytes())).unwrap()
}

fn asked(outside: &Outside) -> Vec<(String, String)> {
    outside
        .requests()
        .iter()
        .map(|request| (request.method().to_owned(), request.uri().replace(HOST, "")))
        .collect()
}

#[test]
fn a_token_comes_first_then_the_role_then_its_keys() {
    let script = Scripted::new()
        .reply(text(200, "t0ken\n"))
        .reply(text(200, " auditor \n"))
        .json(200, answer(1, 3600));
    let outside = Outside::new(script);
    let provider = EcsProvider::new();
    let credentials = outside.ask(&provider).unwrap();
    assert_eq!(keys(&credentials), ("id1", "hunter2-1", "hunter2-token1"));
    assert_eq!(credentials.provider_name(), "ecs_ram_role");
    assert_eq!(credentials.expiration(), Some(outside.clock.now() + Duration::from_secs(3600)));
    let roles = "/latest/meta-data/ram/security-credentials/";
    let expected = [
        ("PUT".to_owned(), "/latest/api/token".to_owned()),
        ("GET".to_owned(), roles.to_owned()),
        ("GET".to_owned(), format!("{roles}auditor")),
    ];
    assert_eq!(asked(&outside), expected);
    let requests = outside.requests();
    assert_eq!(requests[0].header("x-aliyun-ecs-metadata-token-ttl-seconds"), Some("21600"));
    for request in &requests[1..] {
        assert_eq!(request.header("x-aliyun-ecs-metadata-token"), Some("t0ken"));
        assert!(request.headers()["x-aliyun-ecs-metadata-token"].is_sensitive());
    }
    for request in &requests {
        let (limit, timeouts) = (Some(Duration::from_secs(1)), request.timeouts());
        assert_eq!((timeouts.connect, timeouts.read, timeouts.total), (limit, limit, limit));
    }
    outside.ask(&provider).unwrap();
    assert_eq!(outside.requests().len(), 3, "they are kept");
}

#[test]
fn without_a_token_it_is_asked_as_in_version_1_unless_that_is_switched_off() {
    let failures = [
        Scripted::new().reply(text(404, "")),
        Scripted::new().reply(text(200, " ")),
        Scripted::new().error(TransportError::timeout("nothing came")),
    ];
    for script in failures {
        let outside = Outside::new(script.reply(text(200, "auditor")).json(200, answer(1, 3600)));
        assert_eq!(outside.ask(&EcsProvider::new()).unwrap().access_key_id(), "id1");
        assert!(
            outside.requests()[1..]
                .iter()
                .all(|request| request.header("x-aliyun-ecs-metadata-token").is_none())
        );
    }
    let outside = Outside::new(Scripted::new().reply(text(403, "")));
    let message = outside.refusal(&EcsProvider::new().without_token(false));
    assert!(message.contains("status 403") && message.contains("ALIBABA_CLOUD_IMDSV1_DISABLED"), "{message}");
    assert_eq!(outside.requests().len(), 1);
}

#[test]
fn where_nobody_listens_no_second_question_is_asked() {
    let outside = Outside::new(Scripted::new().error(TransportError::connect("connection refused")));
    let message = outside.refusal(&EcsProvider::new());
    assert_eq!(message, "the metadata service cannot be reached: connection refused");
    assert_eq!(outside.requests().len(), 1);
}

#[test]
fn a_role_that_is_named_is_not_asked_for() {
    let script = Scripted::new().reply(text(200, "t")).json(200, answer(1, 3600));
    let outside = Outside::new(script);
    outside.ask(&EcsProvider::new().role_name("auditor").endpoint("http://127.0.0.1:1/")).unwrap();
    let uris: Vec<String> = outside.requests().iter().map(|request| request.uri()).collect();
    let folder = "http://127.0.0.1:1/latest";
    let role = format!("{folder}/meta-data/ram/security-credentials/auditor");
    assert_eq!(uris, [format!("{folder}/api/token"), role]);
}

#[test]
fn the_environment_says_role_and_version_and_can_switch_it_off() {
    let provider = EcsProvider::from_environment(Fake::default().var("ECS_METADATA", "reader")).unwrap();
    let outside = Outside::new(Scripted::new().reply(text(200, "t")).json(200, answer(1, 3600)));
    outside.ask(&provider).unwrap();
    assert!(outside.requests()[1].uri().ends_with("/reader"));

    let provider = EcsProvider::from_environment(Fake::default().var("IMDSV1_DISABLED", "TRUE")).unwrap();
    let outside = Outside::new(Scripted::new().reply(text(404, "")));
    assert!(outside.refusal(&provider).starts_with("no token:"));

    let error =
        EcsProvider::from_environment(Fake::default().var("ECS_METADATA_DISABLED", "True")).unwrap_err();
    assert_eq!(error.message(), "switched off by ALIBABA_CLOUD_ECS_METADATA_DISABLED");
    assert!(EcsProvider::from_environment(Fake::default().var("ECS_METADATA_DISABLED", "1")).is_ok());
}

#[test]
fn answers_that_are_no_credentials_say_why_in_one_line_without_their_text() {
    let token = || Scripted::new().reply(text(200, "t"));
    let role = || token().reply(text(200, "auditor"));
    let cases = [
        (token().reply(text(404, "hunter2")), "no RAM role is attached"),
        (token().reply(text(200, " \n")), "no RAM role is attached"),
        (token().reply(text(200, "<html>hunter2/../x")), "the name of the role is none"),
        (token().reply(text(200, "../../x")), "the name of the role is none"),
        (token().reply(text(500, "hunter2")).reply(text(503, "hunter2")), "answered with status 503"),
        (role().reply(text(404, "")), "does not have the role"),
        (role().reply(text(200, "{\"AccessKeyId\":\"hunter2")), "no JSON at line 1, column 23"),
        (role().json(200, r#"{"Code":"Failed","Message":"later"}"#), "Failed: later, for role `auditor`"),
        (role().json(200, r#"{"Code":"Success","AccessKeyId":"hunter2"}"#), "without AccessKeySecret"),
        (
            role().error(TransportError::other("reset")),
            "the exchange with the metadata service broke off: reset",
        ),
    ];
    for (script, expected) in cases {
        let message = Outside::new(script).refusal(&EcsProvider::new());
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn an_answer_without_end_is_cut_off() {
    let script = Scripted::new().reply(text(200, "t")).reply(text(200, "auditor"));
    let endless = std::iter::repeat_n("x".repeat(1000), 70);
    let outside = Outside::new(script.chunks(200, "application/json", endless));
    let message = outside.refusal(&EcsProvider::new());
    assert!(message.contains("longer than 65536 bytes"), "{message}");
}

#[test]
fn a_clock_that_is_wrong_does_not_make_keys_look_expired() {
    // Our clock is two hours ahead of the service's, whose keys live for an hour.
    let reply = Response::builder()
        .header("date", "Fri, 02 Jan 2026 01:04:05 GMT")
        .body(Bytes::from(answer(1, 0).replace("03:04:05", "02:04:05")))
        .unwrap();
    let outside = Outside::new(Scripted::new().reply(text(200, "t")).reply(text(200, "r")).reply(reply));
    let provider = EcsProvider::new();
    let credentials = outside.ask(&provider).unwrap();
    assert_eq!(credentials.expiration(), Some(outside.clock.now() + Duration::from_secs(3600)));
    outside.clock.advance(2600);
    assert!(outside.ask(&provider).is_ok());
    assert_eq!(outside.requests().len(), 3, "they are still fresh");
}
