use crate::fake::Fake;
use crate::outside::{Outside, answer, keys};
use alicloud_runtime::credentials::OidcProvider;
use alicloud_runtime::testing::Scripted;

const FILE: &str = "/var/run/token";

fn reply(number: u32) -> String {
    format!(r#"{{"RequestId":"R-1","Credentials":{}}}"#, answer(number, 3600))
}

fn environment() -> Fake {
    Fake::default()
        .var("ROLE_ARN", "acs:ram::1234:role/pod")
        .var("OIDC_PROVIDER_ARN", "acs:ram::1234:oidc-provider/ack")
        .var("OIDC_TOKEN_FILE", FILE)
        .file(FILE, "hunter2.first\n")
}

#[test]
fn the_request_carries_the_token_and_no_signature() {
    let outside = Outside::new(Scripted::new().json(200, reply(1)));
    let provider = OidcProvider::from_environment(environment()).unwrap().session_name("pod");
    let credentials = outside.ask(&provider).unwrap();
    assert_eq!(keys(&credentials), ("id1", "hunter2-1", "hunter2-token1"));
    assert_eq!(credentials.provider_name(), "oidc_role_arn");
    let request = &outside.requests()[0];
    assert_eq!(request.action(), "AssumeRoleWithOIDC");
    assert_eq!((request.method(), request.uri().as_str()), ("POST", "https://sts.aliyuncs.com/?Format=json"));
    assert_eq!(request.header("authorization"), None);
    for (name, value) in [
        ("RoleArn", "acs:ram::1234:role/pod"),
        ("OIDCProviderArn", "acs:ram::1234:oidc-provider/ack"),
        ("OIDCToken", "hunter2.first"),
        ("RoleSessionName", "pod"),
        ("DurationSeconds", "3600"),
    ] {
        assert_eq!(request.parameter(name).as_deref(), Some(value));
    }
    assert!(!request.query().contains("hunter2"), "the token is in the body alone");
}

#[test]
fn the_token_is_read_each_time() {
    let outside = Outside::new(Scripted::new().json(200, reply(1)).json(200, reply(2)));
    let files = environment();
    let provider = OidcProvider::from_environment(files.clone()).unwrap();
    outside.ask(&provider).unwrap();
    files.put(FILE, "hunter2.second");
    outside.clock.advance(3600);
    outside.ask(&provider).unwrap();
    let tokens: Vec<_> =
        outside.requests().iter().map(|request| request.parameter("OIDCToken").unwrap()).collect();
    assert_eq!(tokens, ["hunter2.first", "hunter2.second"]);
}

#[test]
fn the_environment_says_session_region_and_network() {
    let given = environment().var("ROLE_SESSION_NAME", "given").var("STS_REGION", "cn-beijing");
    let outside = Outside::new(Scripted::new().json(200, reply(1)));
    outside.ask(&OidcProvider::from_environment(given.var("VPC_ENDPOINT_ENABLED", "true")).unwrap()).unwrap();
    let request = &outside.requests()[0];
    assert_eq!(request.uri(), "https://sts-vpc.cn-beijing.aliyuncs.com/?Format=json");
    assert_eq!(request.parameter("RoleSessionName").as_deref(), Some("given"));
}

#[test]
fn variables_that_are_not_set_are_named() {
    let partly = Fake::default().var("ROLE_ARN", "hunter2");
    let error = OidcProvider::from_environment(partly).unwrap_err();
    let names = "set ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE to";
    assert!(error.message().starts_with(names), "{error}");
    assert!(!error.to_string().contains("hunter2"));
}

#[test]
fn a_token_file_that_cannot_be_used_is_named_by_its_path() {
    let gone = environment().var("OIDC_TOKEN_FILE", "/gone");
    for (files, cause) in [
        (environment().denied(FILE), "permission denied"),
        (environment().file(FILE, " \n"), "it is empty"),
        (gone, "entity not found"),
    ] {
        let outside = Outside::new(Scripted::new());
        let message = outside.refusal(&OidcProvider::from_environment(files).unwrap());
        assert!(message.contains(cause) && message.contains(" cannot be used: "), "{message}");
        assert!(message.contains("check the path"), "{message}");
        assert!(outside.requests().is_empty());
    }
}
