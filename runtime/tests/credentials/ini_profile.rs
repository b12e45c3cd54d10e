use crate::fake::Fake;
use crate::outside::{Outside, answer, keys};
use alicloud_runtime::credentials::IniProfile;
use alicloud_runtime::testing::Scripted;
use bytes::Bytes;
use http::Response;

const PLAIN: &str = "/home/me/.alibabacloud/credentials";
const INI: &str = "/home/me/.alibabacloud/credentials.ini";
const KEY: &str =
    "[default]\nenable = true\ntype = access_key\naccess_key_id = id # mine\naccess_key_secret = s\n";

fn nothing() -> Outside {
    Outside::new(Scripted::new())
}

fn sts() -> Outside {
    Outside::new(Scripted::new().json(200, format!(r#"{{"Credentials":{}}}"#, answer(1, 3600))))
}

#[test]
fn both_names_of_the_file_are_looked_at() {
    let other = KEY.replace("= id", "= other").replace("[default]", "[second]");
    for files in [
        Fake::default().file(PLAIN, KEY),
        Fake::default().file(INI, KEY),
        Fake::default().file(PLAIN, &*other).file(INI, KEY),
    ] {
        let credentials = nothing().ask(&IniProfile::with(files)).unwrap();
        assert_eq!(keys(&credentials), ("id", "s", ""));
        assert_eq!(credentials.provider_name(), "profile/static_ak");
    }
    // A folder of that name, or a file of somebody else, does not hide the other.
    let hidden = Fake::default().file(INI, KEY).denied(PLAIN);
    assert_eq!(nothing().ask(&IniProfile::with(hidden)).unwrap().access_key_id(), "id");
    let half = Fake::default().file(INI, KEY).file(PLAIN, "half");
    assert_eq!(nothing().ask(&IniProfile::with(half)).unwrap().access_key_id(), "id");
    let incomplete = Fake::default().file(INI, KEY).file(PLAIN, "[default]\ntype = access_key");
    assert!(nothing().refusal(&IniProfile::with(incomplete)).contains("lacks `access_key_id`"));
    let elsewhere = Fake::default()
        .file(PLAIN, KEY)
        .file("/else", other)
        .var("CREDENTIALS_FILE", "/else")
        .var("PROFILE", "second");
    assert_eq!(nothing().ask(&IniProfile::with(elsewhere.clone())).unwrap().access_key_id(), "other");
    assert!(
        nothing()
            .refusal(&IniProfile::with(elsewhere).profile("third"))
            .contains("there is no profile `third`")
    );
}

#[test]
fn roles_are_taken_on() {
    let text = "[default]\ntype=ram_role_arn\naccess_key_id=id\naccess_key_secret=s\nrole_arn=role\nrole_session_name=n\npolicy={\"a\":1}\n";
    let outside = sts();
    let credentials = outside.ask(&IniProfile::with(Fake::default().file(PLAIN, text))).unwrap();
    assert_eq!(credentials.provider_name(), "profile/ram_role_arn/static_ak");
    let request = &outside.requests()[0];
    let sent = |name| request.parameter(name).unwrap_or_default();
    assert_eq!([sent("RoleArn"), sent("RoleSessionName"), sent("Policy")], ["role", "n", "{\"a\":1}"]);
    assert!(request.header("authorization").unwrap().contains("Credential=id,"));

    let text =
        "[default]\ntype=oidc_role_arn\nrole_arn=role\noidc_provider_arn=idp\noidc_token_file_path=/token\n";
    let files = Fake::default().file(INI, text).file("/token", "hunter2").var("ROLE_SESSION_NAME", "theirs");
    let outside = sts();
    let credentials = outside.ask(&IniProfile::with(files)).unwrap();
    assert_eq!(credentials.provider_name(), "profile/oidc_role_arn");
    assert_eq!(outside.requests()[0].parameter("RoleSessionName").as_deref(), Some("theirs"));
}

#[test]
fn the_role_of_the_instance_is_used() {
    let text = "[default]\ntype=ecs_ram_role\nrole_name=r\n";
    let token = Response::new(Bytes::from_static(b"t"));
    let outside = Outside::new(Scripted::new().reply(token).json(200, answer(1, 3600)));
    let credentials = outside.ask(&IniProfile::with(Fake::default().file(PLAIN, text))).unwrap();
    assert_eq!(credentials.provider_name(), "profile/ecs_ram_role");
    assert!(outside.requests()[1].uri().ends_with("/r"));
}

#[test]
fn what_cannot_be_used_is_told_by_path_and_cause() {
    let both = "/home/me/.alibabacloud/credentials and /home/me/.alibabacloud/credentials.ini do not exist";
    let cases = [
        (Fake::default(), both),
        (Fake::default().var("CREDENTIALS_FILE", "/gone"), "/gone does not exist"),
        (Fake::default().var("TEST_HOMELESS", "1"), "there is no home directory"),
        (Fake::default().file(PLAIN, KEY).denied(PLAIN), "permission denied"),
        (
            Fake::default().file(PLAIN, "[default]\ntype = access_key\nhunter2"),
            "credentials cannot be used: line 3 has no equals sign",
        ),
        (Fake::default().file(PLAIN, "[other]"), "there is no profile `default`"),
        (Fake::default().file(PLAIN, "[default]\naccess_key_id=hunter2"), "profile `default` lacks `type`"),
        (
            Fake::default().file(PLAIN, "[default]\ntype=access_key\naccess_key_id=hunter2"),
            "(type access_key) lacks `access_key_secret`",
        ),
        (Fake::default().file(PLAIN, "[default]\ntype=ram_role_arn"), "(type ram_role_arn) lacks `role_arn`"),
        (
            Fake::default().file(PLAIN, "[default]\ntype=rsa_key_pair"),
            "is of type `rsa_key_pair`, which is not supported; supported are access_key, ",
        ),
        (
            Fake::default().file(PLAIN, "[default]\nenable=False\ntype=access_key"),
            "is switched off by `enable`",
        ),
    ];
    for (files, expected) in cases {
        let message = nothing().refusal(&IniProfile::with(files));
        assert!(message.contains(expected), "{message}");
    }
}
