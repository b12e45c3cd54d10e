use crate::fake::Fake;
use crate::outside::{NOW, answer};
use alicloud_runtime::operation::{Descriptor, Effect, Method, Product, Protocol, Security};
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{Client, Config, Credentials, Error, ErrorKind};
use serde_json::json;
use std::time::{Duration, UNIX_EPOCH};

static PRODUCT: Product =
    Product::new("Probe", "2020-01-01", Protocol::Https, &[("cn-shanghai", "probe.cn-shanghai.example")]);
static SIGNED: Descriptor = Descriptor::new("Signed", &PRODUCT, Method::Post, Effect::Read, &[]);
static OPEN: Descriptor = Descriptor::new("Open", &PRODUCT, Method::Post, Effect::Read, &[])
    .security(&[Security::AccessKey, Security::Anonymous]);
static OPERATIONS: &[&Descriptor] = &[&SIGNED, &OPEN];

fn call(config: Config, operation: &str) -> Result<(), Error> {
    let client = Client::new(&PRODUCT, config)?;
    block_on(client.call(OPERATIONS, operation, json!({}))).map(drop)
}

#[test]
fn region_and_credentials_come_from_one_profile() {
    let files = Fake::default()
        .profile(r#""mode":"AK","access_key_id":"id","access_key_secret":"s","region_id":"cn-shanghai""#);
    let transport = Scripted::new().json(200, "{}");
    call(Config::from_environment(files).unwrap().transport(transport.clone()), "Signed").unwrap();
    let request = transport.last().unwrap();
    assert_eq!(request.header("x-acs-credentials-provider"), Some("default/cli_profile/static_ak"));
    assert!(request.header("authorization").unwrap().contains("Credential=id,"));
}

#[test]
fn what_can_never_work_is_told_at_once_and_the_rest_by_the_first_call() {
    let region = || Fake::default().var("REGION_ID", "cn-shanghai");
    let error = Config::from_environment(region().var("ECS_METADATA_DISABLED", "true")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(
        error.message().starts_with("no provider of the default chain has credentials: [env]"),
        "{error}"
    );
    let error = Config::from_environment(Fake::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.message().contains("ALIBABA_CLOUD_REGION_ID"), "{error}");

    let transport = Scripted::new().json(404, "").json(404, "");
    let config = Config::from_environment(region()).unwrap().transport(transport.clone());
    let error = call(config, "Signed").unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Credentials, Some("Signed")));
    assert!(error.message().contains("[ecs_ram_role] no RAM role is attached to this instance"), "{error}");
    assert!(transport.requests().iter().all(|request| request.action().is_empty()), "the call was not made");
}

#[test]
fn an_expired_token_is_renewed_and_the_call_made_again() {
    let files = Fake::default()
        .var("REGION_ID", "cn-shanghai")
        .var("ECS_METADATA_DISABLED", "true")
        .var("CREDENTIALS_URI", "http://localhost/keys");
    let transport = Scripted::new()
        .json(200, answer(1, 3600))
        .json(403, r#"{"Code":"InvalidSecurityToken.Expired","Message":"expired"}"#)
        .json(200, answer(2, 3600))
        .json(200, "{}");
    let config = Config::from_environment(files).unwrap().transport(transport.clone());
    call(config.clock(|| UNIX_EPOCH + Duration::from_secs(NOW)), "Signed").unwrap();
    let ids: Vec<_> = transport
        .requests()
        .iter()
        .filter_map(|request| request.header("x-acs-accesskey-id").map(str::to_owned))
        .collect();
    assert_eq!(ids, ["id1", "id2"]);
}

#[test]
fn calls_that_block_find_them_in_the_same_way() {
    let files = Fake::default()
        .var("REGION_ID", "cn-shanghai")
        .var("ECS_METADATA_DISABLED", "true")
        .var("CREDENTIALS_URI", "http://localhost/keys");
    let transport = Scripted::new().json(200, answer(1, 3600)).json(200, "{}").json(200, "{}");
    let config = Config::from_environment(files).unwrap().transport(transport.clone());
    let client = Client::new(&PRODUCT, config.clock(|| UNIX_EPOCH + Duration::from_secs(NOW))).unwrap();
    for _ in 0..2 {
        client.call(OPERATIONS, "Signed", json!({})).blocking().unwrap();
        let request = transport.last().unwrap();
        assert_eq!(request.header("x-acs-credentials-provider"), Some("default/credential_uri"));
    }
    assert_eq!(transport.requests().len(), 3, "the address is asked once");
}

#[test]
fn an_anonymous_client_calls_what_is_open_and_nothing_else() {
    let transport = Scripted::new().json(200, "{}");
    call(Config::anonymous("cn-shanghai").transport(transport.clone()), "Open").unwrap();
    assert_eq!(transport.last().unwrap().header("authorization"), None);
    let error = call(Config::anonymous("cn-shanghai").transport(Scripted::new()), "Signed").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(error.message().contains("needs credentials"), "{error}");
    let same = Config::new("cn-shanghai", Credentials::anonymous()).transport(Scripted::new());
    assert!(call(same, "Signed").is_err());
}
