use crate::fake::{CONFIG, Fake};
use crate::outside::{Outside, answer, keys};
use alicloud_runtime::CredentialsProvider;
use alicloud_runtime::credentials::DefaultChain;
use alicloud_runtime::testing::Scripted;
use alicloud_runtime::transport::TransportError;
use bytes::Bytes;
use http::Response;

const INI: &str = "/home/me/.alibabacloud/credentials";

/// All six of them, as they can be had.
fn everything() -> Fake {
    Fake::default()
        .var("ACCESS_KEY_ID", "id-env")
        .var("ACCESS_KEY_SECRET", "s")
        .var("ROLE_ARN", "role")
        .var("OIDC_PROVIDER_ARN", "idp")
        .var("OIDC_TOKEN_FILE", "/token")
        .file("/token", "t")
        .profile(r#""mode":"AK","access_key_id":"id-cli","access_key_secret":"s""#)
        .file(INI, "[default]\ntype=access_key\naccess_key_id=id-ini\naccess_key_secret=s")
        .var("CREDENTIALS_URI", "http://localhost/keys")
}

#[test]
fn the_order_is_the_one_of_the_official_sdks() {
    let sts = || Scripted::new().json(200, format!(r#"{{"Credentials":{}}}"#, answer(1, 3600)));
    let ecs = || {
        let text = |text: &'static str| Response::new(Bytes::from_static(text.as_bytes()));
        Scripted::new().reply(text("t")).reply(text("r")).json(200, answer(1, 3600))
    };
    let uri = || Scripted::new().json(200, answer(1, 3600));
    let all = everything();
    let name = |script: Scripted| {
        let (outside, chain) = (Outside::new(script), DefaultChain::with(all.clone()));
        let name = outside.ask(&chain).unwrap().provider_name().to_owned();
        assert_eq!(outside.transport.remaining(), 0);
        name
    };
    assert_eq!(name(Scripted::new()), "default/env");
    all.unset("ACCESS_KEY_SECRET");
    assert_eq!(name(sts()), "default/oidc_role_arn");
    all.unset("OIDC_TOKEN_FILE");
    assert_eq!(name(Scripted::new()), "default/cli_profile/static_ak");
    all.put(CONFIG, "half");
    assert_eq!(name(Scripted::new()), "default/profile/static_ak");
    all.put(INI, "half");
    assert_eq!(name(ecs()), "default/ecs_ram_role");
    let _ = all.clone().var("ECS_METADATA_DISABLED", "true");
    assert_eq!(name(uri()), "default/credential_uri");
}

#[test]
fn a_server_that_fails_gives_way_to_the_next_provider() {
    let script = Scripted::new().error(TransportError::connect("refused")).json(200, answer(1, 3600));
    let outside = Outside::new(script);
    let chain = DefaultChain::with(Fake::default().var("CREDENTIALS_URI", "http://localhost/keys"));
    assert_eq!(outside.ask(&chain).unwrap().provider_name(), "default/credential_uri");
}

#[test]
fn the_first_that_succeeds_is_kept() {
    let files = everything();
    let (outside, chain) = (Outside::new(Scripted::new()), DefaultChain::with(files.clone()));
    assert_eq!(outside.ask(&chain).unwrap().access_key_id(), "id-env");
    let _ = files.clone().var("ACCESS_KEY_ID", "id-changed");
    assert_eq!(outside.ask(&chain.clone()).unwrap().access_key_id(), "id-changed", "it is asked each time");
    files.unset("ACCESS_KEY_ID");
    assert_eq!(
        outside.refusal(&chain),
        "no credentials in the environment: set ALIBABA_CLOUD_ACCESS_KEY_ID",
        "no other takes its place"
    );
}

#[test]
fn a_failure_of_all_is_not_kept() {
    let files = Fake::default().var("ECS_METADATA_DISABLED", "true");
    let (outside, chain) = (Outside::new(Scripted::new()), DefaultChain::with(files.clone()));
    outside.refusal(&chain);
    let _ = files.profile(r#""mode":"AK","access_key_id":"late","access_key_secret":"s""#);
    assert_eq!(keys(&outside.ask(&chain).unwrap()), ("late", "s", ""));
}

#[test]
fn the_error_says_in_one_line_what_each_said() {
    let outside = Outside::new(Scripted::new().error(TransportError::connect("connection refused")));
    let chain = DefaultChain::with(Fake::default().file(CONFIG, "{\"hunter2"));
    assert_eq!(
        outside.refusal(&chain),
        "no provider of the default chain has credentials: \
         [env] no credentials in the environment: set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET \
         [oidc_role_arn] set ALIBABA_CLOUD_ROLE_ARN and ALIBABA_CLOUD_OIDC_PROVIDER_ARN and \
         ALIBABA_CLOUD_OIDC_TOKEN_FILE to take on a role by an OIDC token \
         [cli_profile] /home/me/.aliyun/config.json cannot be used: no JSON at line 1, column 9; repair the file and \
         who may read it, or make it anew with `aliyun configure` \
         [profile] /home/me/.alibabacloud/credentials and /home/me/.alibabacloud/credentials.ini do not exist \
         [ecs_ram_role] the metadata service cannot be reached: connection refused \
         [credential_uri] set ALIBABA_CLOUD_CREDENTIALS_URI to an address that answers with credentials"
    );
}

#[test]
fn what_is_switched_off_is_not_asked_and_says_so() {
    let files = everything()
        .var("CLI_PROFILE_DISABLED", "true")
        .var("ECS_METADATA_DISABLED", "true")
        .denied(INI)
        .denied("/token");
    for name in ["ACCESS_KEY_ID", "CREDENTIALS_URI"] {
        files.unset(name);
    }
    let outside = Outside::new(Scripted::new());
    let message = outside.refusal(&DefaultChain::with(files));
    assert!(
        message.contains("[cli_profile] switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED ["),
        "{message}"
    );
    assert!(
        message.contains("[ecs_ram_role] switched off by ALIBABA_CLOUD_ECS_METADATA_DISABLED ["),
        "{message}"
    );
    assert_eq!(message.matches("permission denied").count(), 2, "{message}");
    assert!(outside.requests().is_empty());
}

#[test]
fn a_refusal_reaches_the_provider_that_was_chosen() {
    let script = Scripted::new().json(200, answer(1, 3600)).json(200, answer(2, 3600));
    let outside = Outside::new(script);
    let files =
        Fake::default().var("ECS_METADATA_DISABLED", "true").var("CREDENTIALS_URI", "http://localhost/keys");
    let chain = DefaultChain::with(files);
    let first = outside.ask(&chain).unwrap();
    assert_eq!((first.access_key_id(), outside.ask(&chain).unwrap().access_key_id()), ("id1", "id1"));
    chain.refuse(&first);
    assert_eq!(outside.ask(&chain).unwrap().access_key_id(), "id2");
}

#[test]
fn a_check_asks_nobody() {
    let disabled = || Fake::default().var("ECS_METADATA_DISABLED", "true");
    let error = DefaultChain::with(disabled()).check().unwrap_err();
    assert!(error.message().contains("[env]") && error.message().contains("[credential_uri]"), "{error}");
    assert!(DefaultChain::with(disabled().var("CREDENTIALS_URI", "http://localhost/")).check().is_ok());
    assert!(DefaultChain::with(disabled().profile(r#""mode":"Anonymous""#)).check().is_ok());
    assert!(DefaultChain::with(Fake::default()).check().is_ok(), "the instance may have a role");
}
