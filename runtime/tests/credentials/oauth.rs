use crate::fake::{CONFIG, Fake};
use crate::outside::{NOW, Outside, answer, keys};
use alicloud_runtime::credentials::CliProfile;
use alicloud_runtime::io::Io;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::transport::{Body, Timeouts, Transport, TransportError};
use alicloud_runtime::{BoxFuture, CredentialsProvider};
use bytes::Bytes;
use http::{Request, Response};
use serde_json::Value;
use std::task::{Context, Waker};
use std::time::{Duration, UNIX_EPOCH};

fn profile(site: &str, expires: u64) -> Fake {
    Fake::default().file(
        CONFIG,
        format!(
            r#"{{"current":"x","meta_path":"kept","profiles":[
                {{"name":"other","mode":"AK","access_key_id":"o"}},
                {{"name":"x","mode":"OAuth","oauth_site_type":"{site}","region_id":"cn-beijing",
                  "oauth_access_token":"hunter2-access","oauth_access_token_expire":{expires},
                  "oauth_refresh_token":"hunter2-refresh +"}}]}}"#
        ),
    )
}

const NEW: &str = r#"{"access_token":"hunter2-new","refresh_token":"hunter2-next","expires_in":3600}"#;

fn written(files: &Fake) -> Value {
    serde_json::from_str(&files.text(CONFIG)).unwrap()
}

#[test]
fn a_token_that_lives_is_exchanged_for_credentials_and_the_file_is_left_alone() {
    let files = profile("CN", NOW + 1201);
    let before = files.text(CONFIG);
    let outside = Outside::new(Scripted::new().json(200, answer(1, 3600)));
    let credentials = outside.ask(&CliProfile::with(files.clone())).unwrap();
    assert_eq!(keys(&credentials), ("id1", "hunter2-1", "hunter2-token1"));
    assert_eq!(credentials.provider_name(), "cli_profile/oauth");
    let request = &outside.requests()[0];
    assert_eq!((request.method(), request.uri().as_str()), ("POST", "https://oauth.aliyun.com/v1/exchange"));
    assert_eq!(request.header("authorization"), Some("Bearer hunter2-access"));
    assert_eq!(files.text(CONFIG), before);
}

#[test]
fn a_token_that_ends_soon_is_renewed_first_and_the_new_ones_are_written_back() {
    let files = profile("INTL", NOW + 1200);
    let outside = Outside::new(Scripted::new().json(200, NEW).json(200, answer(1, 3600)));
    outside.ask(&CliProfile::with(files.clone())).unwrap();
    let requests = outside.requests();
    assert_eq!(requests[0].uri(), "https://oauth.alibabacloud.com/v1/token");
    for (name, value) in [
        ("grant_type", "refresh_token"),
        ("refresh_token", "hunter2-refresh +"),
        ("client_id", "4103531455503354461"),
        ("Timestamp", "2026-01-02T03:04:05Z"),
    ] {
        assert_eq!(requests[0].parameter(name).as_deref(), Some(value));
    }
    assert_eq!(requests[1].header("authorization"), Some("Bearer hunter2-new"));
    let config = written(&files);
    let profile = &config["profiles"][1];
    assert_eq!(profile["oauth_access_token"], "hunter2-new");
    assert_eq!(profile["oauth_refresh_token"], "hunter2-next");
    assert_eq!(profile["oauth_access_token_expire"], NOW + 3600);
    assert_eq!(profile["access_key_secret"], Value::Null, "credentials are not written");
    assert_eq!((&config["meta_path"], &profile["region_id"]), (&"kept".into(), &"cn-beijing".into()));
    assert_eq!(config["profiles"][0]["access_key_id"], "o");
}

#[test]
fn an_exchange_outlives_the_call_that_it_was_begun_for() {
    let files = profile("CN", 0);
    let script = Scripted::new().json(200, NEW).delay(Duration::from_secs(2)).json(200, answer(1, 3600));
    let outside = Outside::new(script);
    let provider = CliProfile::with(files.clone());
    let mut call = provider.credentials(&outside.io);
    assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    assert_eq!(outside.requests().len(), 1, "the refresh token was sent, and is void");
    drop(call);
    assert_eq!(outside.transport.clock().run_spawned(), 1);
    assert_eq!(written(&files)["profiles"][1]["oauth_refresh_token"], "hunter2-next");
    assert_eq!(outside.ask(&provider).unwrap().access_key_id(), "id1");
    assert_eq!(outside.requests().len(), 2, "the call has the outcome of the task");
}

#[test]
fn tokens_that_another_program_renewed_are_used() {
    let files = profile("CN", NOW + 5000);
    let outside = Outside::new(Scripted::new().json(200, answer(1, 3600)).json(200, answer(2, 7200)));
    let provider = CliProfile::with(files.clone());
    outside.ask(&provider).unwrap();
    files.put(
        CONFIG,
        files
            .text(CONFIG)
            .replace("hunter2-access", "hunter2-theirs")
            .replace(&format!("{}", NOW + 5000), &format!("{}", NOW + 9000)),
    );
    outside.clock.advance(3600);
    assert_eq!(outside.ask(&provider).unwrap().access_key_id(), "id2");
    assert_eq!(outside.requests()[1].header("authorization"), Some("Bearer hunter2-theirs"));
}

/// Another program renews the tokens while a request is under way.
#[derive(Debug)]
struct Meanwhile(Scripted, Fake);

impl Transport for Meanwhile {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        self.1
            .put(CONFIG, profile("CN", NOW + 5000).text(CONFIG).replace("hunter2-access", "hunter2-theirs"));
        self.0.send(request, timeouts)
    }
}

#[test]
fn of_two_programs_that_renew_at_once_the_later_takes_the_tokens_of_the_other() {
    let (files, script) = (profile("CN", 0), Scripted::new().json(400, r#"{"error":"invalid_grant"}"#));
    let script = script.json(200, answer(1, 3600));
    let paused = script.clock().clone();
    let io =
        Io::new(Meanwhile(script.clone(), files.clone()), paused, || UNIX_EPOCH + Duration::from_secs(NOW));
    assert!(block_on(CliProfile::with(files).credentials(&io)).is_ok());
    assert_eq!(script.requests()[1].header("authorization"), Some("Bearer hunter2-theirs"));
}

#[test]
fn a_file_that_cannot_be_written_does_not_lose_the_tokens() {
    let files = profile("CN", 0).read_only();
    let outside = Outside::new(
        Scripted::new().json(200, NEW).json(200, answer(1, 3600)).json(200, NEW).json(200, answer(2, 9000)),
    );
    let provider = CliProfile::with(files);
    assert_eq!(outside.ask(&provider).unwrap().access_key_id(), "id1");
    outside.clock.advance(3600);
    assert_eq!(outside.ask(&provider).unwrap().access_key_id(), "id2");
    assert_eq!(outside.requests()[2].parameter("refresh_token").as_deref(), Some("hunter2-next"));
}

#[test]
fn a_refresh_token_is_sent_again_only_where_it_was_not_received() {
    let outside = Outside::new(Scripted::new().error(TransportError::timeout("nothing came")).json(200, NEW));
    let message = outside.refusal(&CliProfile::with(profile("CN", 0)));
    assert!(message.contains("did not answer in time") && message.contains("--mode OAuth`"), "{message}");
    assert_eq!(outside.requests().len(), 1);
    let script =
        Scripted::new().error(TransportError::connect("refused")).json(200, NEW).json(200, answer(1, 3600));
    assert!(Outside::new(script).ask(&CliProfile::with(profile("CN", 0))).is_ok());
}

#[test]
fn what_is_wrong_is_told_and_what_to_do() {
    let grant =
        Scripted::new().json(400, r#"{"error":"invalid_grant","error_description":"used","x":"hunter2"}"#);
    let cases = [
        (grant, profile("CN", 0), "answered with status 400: invalid_grant: used; `aliyun configure"),
        (
            Scripted::new().json(200, r#"{"access_token":"hunter2"}"#),
            profile("CN", 0),
            "without access_token and refresh_token",
        ),
        (
            Scripted::new().json(200, "{}"),
            profile("CN", NOW + 5000),
            "without AccessKeyId and AccessKeySecret",
        ),
        (Scripted::new(), profile("hunter2", 0), "has an `oauth_site_type` other than CN and INTL"),
        (Scripted::new(), Fake::default().profile(r#""mode":"OAuth""#), "lacks `oauth_refresh_token`"),
    ];
    for (script, files, expected) in cases {
        let message = Outside::new(script).refusal(&CliProfile::with(files));
        assert!(message.contains("profile `x` (mode OAuth)") && message.contains(expected), "{message}");
    }
}
