//! The modes of a profile of the command line tool that need no server of their own.

use crate::fake::{CONFIG, Fake};
use crate::outside::{Outside, answer, keys};
use alicloud_runtime::CredentialsProvider;
use alicloud_runtime::credentials::CliProfile;
use alicloud_runtime::testing::Scripted;
use bytes::Bytes;
use http::Response;

fn nothing() -> Outside {
    Outside::new(Scripted::new())
}

fn sts(number: u32) -> String {
    format!(r#"{{"Credentials":{}}}"#, answer(number, 3600))
}

#[test]
fn keys_and_tokens_stand_in_the_file() {
    let cases = [
        (
            r#""mode":"AK","access_key_id":" id ","access_key_secret":"s""#,
            ("id", "s", ""),
            "cli_profile/static_ak",
        ),
        (
            r#""mode":"ak","access_key_id":"id","access_key_secret":"s","sts_token":"t""#,
            ("id", "s", ""),
            "cli_profile/static_ak",
        ),
        (
            r#""mode":"StsToken","access_key_id":"id","access_key_secret":"s","sts_token":"t""#,
            ("id", "s", "t"),
            "cli_profile/static_sts",
        ),
        (r#""access_key_id":"id","access_key_secret":"s""#, ("id", "s", ""), "cli_profile/static_ak"),
        (
            r#""access_key_id":"id","access_key_secret":"s","sts_token":"t""#,
            ("id", "s", "t"),
            "cli_profile/static_sts",
        ),
    ];
    for (members, expected, name) in cases {
        let credentials = nothing().ask(&CliProfile::with(Fake::default().profile(members))).unwrap();
        assert_eq!((keys(&credentials), credentials.provider_name()), (expected, name));
    }
    let bearer = CliProfile::with(Fake::default().profile(r#""mode":"BearerToken","bearer_token":"t""#));
    let credentials = nothing().ask(&bearer).unwrap();
    assert_eq!(credentials.bearer_token().unwrap().expose(), "t");
    assert_eq!(credentials.provider_name(), "cli_profile");
    let anonymous = CliProfile::with(Fake::default().profile(r#""mode":"Anonymous""#));
    assert!(nothing().ask(&anonymous).unwrap().is_anonymous());
}

#[test]
fn a_role_is_taken_on_with_the_keys_of_the_profile() {
    let members = r#""mode":"RamRoleArn","access_key_id":"id","access_key_secret":"s","sts_token":"t","ram_role_arn":"role",
        "ram_session_name":"session","expired_seconds":1800,"sts_region":"cn-hangzhou","enable_vpc":true,
        "policy":"{}","external_id":"ext""#;
    let outside = Outside::new(Scripted::new().json(200, sts(1)));
    let credentials = outside.ask(&CliProfile::with(Fake::default().profile(members))).unwrap();
    assert_eq!(credentials.provider_name(), "cli_profile/ram_role_arn/static_sts");
    assert_eq!(credentials.access_key_id(), "id1");
    let request = &outside.requests()[0];
    assert_eq!(request.uri(), "https://sts-vpc.cn-hangzhou.aliyuncs.com/");
    assert_eq!(request.header("x-acs-accesskey-id"), Some("id"));
    let sent = |name| request.parameter(name).unwrap_or_default();
    assert_eq!(
        [sent("RoleArn"), sent("RoleSessionName"), sent("Policy"), sent("ExternalId")],
        ["role", "session", "{}", "ext"]
    );
    assert_eq!(sent("DurationSeconds"), "1800");
}

#[test]
fn what_the_profile_leaves_open_comes_from_the_environment() {
    let environment = || {
        Fake::default()
            .var("STS_REGION", "cn-beijing")
            .var("ROLE_SESSION_NAME", "theirs")
            .var("ROLE_ARN", "another")
            .var("VPC_ENDPOINT_ENABLED", "true")
    };
    let key = r#""mode":"RamRoleArn","access_key_id":"id","access_key_secret":"s","expired_seconds":0"#;
    let sent = |members: &str| {
        let outside = Outside::new(Scripted::new().json(200, sts(1)));
        outside.ask(&CliProfile::with(environment().profile(members))).unwrap();
        let request = outside.requests().remove(0);
        let sent =
            ["RoleArn", "RoleSessionName", "DurationSeconds"].map(|name| request.parameter(name).unwrap());
        (request.uri(), sent.join(" "))
    };
    let (uri, parameters) = sent(key);
    assert_eq!((&*uri, &*parameters), ("https://sts-vpc.cn-beijing.aliyuncs.com/", "another theirs 3600"));
    let own =
        r#""ram_role_arn":"role","ram_session_name":"own","sts_region":"cn-hangzhou","enable_vpc":false"#;
    let (uri, parameters) = sent(&format!("{key},{own}"));
    assert_eq!((&*uri, &*parameters), ("https://sts.cn-hangzhou.aliyuncs.com/", "role own 3600"));
}

const CHAIN: &str = r#"{"current":"a","profiles":[
    {"name":"a","mode":"ChainableRamRoleArn","source_profile":"b","ram_role_arn":"role-a"},
    {"name":"b","mode":"ChainableRamRoleArn","source_profile":"c","ram_role_arn":"role-b"},
    {"name":"c","mode":"AK","access_key_id":"id","access_key_secret":"s"}]}"#;

#[test]
fn roles_can_be_chained() {
    let outside = Outside::new(Scripted::new().json(200, sts(1)).json(200, sts(2)));
    let credentials = outside.ask(&CliProfile::with(Fake::default().file(CONFIG, CHAIN))).unwrap();
    assert_eq!(credentials.access_key_id(), "id2");
    let roles: Vec<_> =
        outside.requests().iter().map(|request| request.parameter("RoleArn").unwrap()).collect();
    assert_eq!(roles, ["role-b", "role-a"]);
}

#[test]
fn a_chain_that_bites_its_tail_is_told_before_anything_is_sent() {
    let circle = CHAIN
        .replace(r#""mode":"AK""#, r#""mode":"ChainableRamRoleArn","source_profile":"a","ram_role_arn":"r""#);
    let own = CHAIN.replace(r#""source_profile":"b""#, r#""source_profile":"a""#);
    let gone = CHAIN.replace(r#""source_profile":"c""#, r#""source_profile":"d""#);
    for (text, expected) in [
        (circle, "`source_profile` leads in a circle: a -> b -> c -> a;"),
        (own, "`source_profile` leads in a circle: a -> a;"),
        (gone, ": there is no profile `d`;"),
    ] {
        let outside = nothing();
        let message = outside.refusal(&CliProfile::with(Fake::default().file(CONFIG, text)));
        assert!(message.contains(expected), "{message}");
        assert!(outside.requests().is_empty());
    }
}

fn text(text: &'static str) -> Response<Bytes> {
    Response::new(Bytes::from_static(text.as_bytes()))
}

#[test]
fn the_role_of_the_instance_is_used_alone_or_for_another_role() {
    let named = Fake::default()
        .profile(r#""mode":"EcsRamRole","ram_role_name":"r""#)
        .var("ECS_METADATA_DISABLED", "true");
    let outside = Outside::new(Scripted::new().reply(text("t")).json(200, answer(1, 3600)));
    let credentials = outside.ask(&CliProfile::with(named)).unwrap();
    assert_eq!(credentials.provider_name(), "cli_profile/ecs_ram_role");

    let members = r#""mode":"RamRoleArnWithRoleName","ram_role_name":"r","ram_role_arn":"role""#;
    let script = Scripted::new().reply(text("t")).json(200, answer(1, 3600)).json(200, sts(2));
    let outside = Outside::new(script);
    let credentials = outside.ask(&CliProfile::with(Fake::default().profile(members))).unwrap();
    assert_eq!(
        (credentials.access_key_id(), credentials.provider_name()),
        ("id2", "cli_profile/ram_role_arn/ecs_ram_role")
    );
}

#[test]
fn oidc_and_addresses_are_asked_as_the_profile_says() {
    for key in ["ram_session_name", "role_session_name"] {
        let members = format!(
            r#""mode":"OIDC","ram_role_arn":"role","oidc_provider_arn":"idp","oidc_token_file":"/token","{key}":"pod""#
        );
        let outside = Outside::new(Scripted::new().json(200, sts(1)));
        let files = Fake::default().profile(&members).file("/token", "hunter2");
        let credentials = outside.ask(&CliProfile::with(files)).unwrap();
        assert_eq!(credentials.provider_name(), "cli_profile/oidc_role_arn");
        assert_eq!(outside.requests()[0].parameter("RoleSessionName").as_deref(), Some("pod"));
    }
    let members = r#""mode":"CredentialsURI","credentials_uri":"http://localhost/keys""#;
    let outside = Outside::new(Scripted::new().json(200, answer(1, 3600)));
    let credentials = outside.ask(&CliProfile::with(Fake::default().profile(members))).unwrap();
    assert_eq!(credentials.provider_name(), "cli_profile/credential_uri");
    assert_eq!(outside.requests()[0].uri(), "http://localhost/keys");
}

#[test]
fn profiles_that_cannot_be_used_are_told_by_path_name_and_cause() {
    let cases = [
        (r#""mode":"AK","access_key_id":"hunter2""#, "profile `x` (mode AK) lacks `access_key_secret`;"),
        (r#""mode":"StsToken","access_key_id":"hunter2","access_key_secret":"hunter2""#, "lacks `sts_token`"),
        (r#""mode":"RamRoleArn""#, "lacks `access_key_id` and `access_key_secret`"),
        (r#""mode":"OIDC","ram_role_arn":"r""#, "lacks `oidc_provider_arn` and `oidc_token_file`"),
        (r#""mode":"ChainableRamRoleArn""#, "lacks `source_profile`"),
        (r#""mode":"External""#, "lacks `process_command`"),
        (
            r#""mode":"RsaKeyPair","private_key":"hunter2""#,
            "profile `x` (mode RsaKeyPair) is of a mode that is not supported; supported are AK, ",
        ),
        (r#""region_id":"cn-shanghai""#, "lacks `mode`"),
        (r#""mode":7"#, "lacks `mode`"),
    ];
    for (members, expected) in cases {
        let message = nothing().refusal(&CliProfile::with(Fake::default().profile(members)));
        assert!(
            message.starts_with(CONFIG)
                && message.contains(" cannot be used: ")
                && message.contains(expected),
            "{message}"
        );
        assert!(message.contains("`aliyun configure`"), "{message}");
    }
}

#[test]
fn files_that_cannot_be_used_are_told_by_path_and_cause() {
    let cases = [
        (Fake::default(), "/home/me/.aliyun/config.json does not exist; `aliyun configure` makes it"),
        (Fake::default().profile("").denied(CONFIG), "permission denied"),
        (Fake::default().file(CONFIG, r#"{"current":"hunter2","prof"#), "no JSON at line 1, column 26"),
        (Fake::default().file(CONFIG, ""), "no JSON at line 1, column 0"),
        (Fake::default().file(CONFIG, "{}"), "it names no current profile"),
        (Fake::default().file(CONFIG, r#"{"current":"y"}"#), "`profiles` is no list"),
        (Fake::default().profile(r#""mode":"AK""#).var("PROFILE", "y"), "there is no profile `y`"),
        (
            Fake::default().var("CLI_PROFILE_DISABLED", "TRUE"),
            "switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED",
        ),
        (Fake::default().var("TEST_HOMELESS", "1"), "there is no home directory"),
        (Fake::default().var("CONFIG_FILE", "/else.json"), "/else.json does not exist"),
    ];
    for (files, expected) in cases {
        let message = nothing().refusal(&CliProfile::with(files));
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn the_profile_is_the_one_named_by_program_variable_or_file() {
    let ak = |name: &str| {
        format!(r#"{{"name":"{name}","mode":"AK","access_key_id":"{name}","access_key_secret":"s"}}"#)
    };
    let text = format!("\u{feff}{{\"current\":\"a\",\"profiles\":[{},{},{}]}}", ak("a"), ak("b"), ak("c"));
    let files = Fake::default().file(CONFIG, text);
    let id = |provider: CliProfile| nothing().ask(&provider).unwrap().access_key_id().to_owned();
    assert_eq!(id(CliProfile::with(files.clone())), "a");
    let files = files.var("PROFILE", "b");
    assert_eq!(id(CliProfile::with(files.clone())), "b");
    assert_eq!(id(CliProfile::with(files).profile("c")), "c");
}

#[test]
fn the_file_is_read_once_and_again_when_the_service_refused_what_it_held() {
    let token = |id: &str| {
        format!(r#""mode":"StsToken","access_key_id":"{id}","access_key_secret":"s","sts_token":"t""#)
    };
    let files = Fake::default().profile(&token("old"));
    let (outside, provider) = (nothing(), CliProfile::with(files.clone()));
    let old = outside.ask(&provider).unwrap();
    files.put(CONFIG, crate::fake::config(&token("new")));
    assert_eq!(outside.ask(&provider).unwrap().access_key_id(), "old");
    assert_eq!(files.reads(), 1);
    provider.refuse(&old);
    assert_eq!(outside.ask(&provider).unwrap().access_key_id(), "new");
    provider.refuse(&old);
    outside.ask(&provider).unwrap();
    assert_eq!(files.reads(), 2, "a late refusal of the old ones changes nothing");
}
