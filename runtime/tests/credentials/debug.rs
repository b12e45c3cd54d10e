use crate::fake::{CONFIG, Fake};
use crate::outside::{NOW, Outside, answer};
use alicloud_runtime::credentials::{
    Anonymous, CliProfile, DefaultChain, EcsProvider, Environment, EnvironmentProvider, IniProfile,
    OidcProvider, RamRoleProvider, Refreshing, UriProvider,
};
use alicloud_runtime::testing::Scripted;
use alicloud_runtime::{BoxFuture, Config, Credentials, CredentialsProvider};
use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// In every place that may hold a secret.
const MARKER: &str = "hunter2";

fn check(shown: &impl Debug) {
    for text in [format!("{shown:?}"), format!("{shown:#?}")] {
        assert!(!text.contains(MARKER), "{text}");
        assert!(!text.is_empty());
    }
}

/// Before and after it has something to hide.
fn check_in_use(script: Scripted, provider: impl CredentialsProvider + Clone + 'static) {
    check(&provider);
    let outside = Outside::new(script);
    let credentials = outside.ask(&provider).unwrap();
    assert!(credentials.access_key_secret().expose().contains(MARKER));
    check(&credentials);
    check(&provider);
    check(&Config::new("cn-shanghai", provider));
}

fn keys() -> Scripted {
    Scripted::new().json(200, answer(1, 3600))
}

fn sts() -> Scripted {
    Scripted::new().json(200, format!(r#"{{"Credentials":{}}}"#, answer(1, 3600)))
}

/// The fake itself would show its files.
#[derive(Clone)]
struct Quiet(Fake);

impl Debug for Quiet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Quiet")
    }
}

impl Environment for Quiet {
    fn var(&self, name: &str) -> Option<String> {
        Environment::var(&self.0, name)
    }

    fn read(&self, path: &Path) -> std::io::Result<String> {
        self.0.read(path)
    }

    fn home(&self) -> Option<PathBuf> {
        self.0.home()
    }

    fn run<'a>(&'a self, command: &'a str, limit: Duration) -> BoxFuture<'a, std::io::Result<String>> {
        self.0.run(command, limit)
    }
}

#[test]
fn no_provider_shows_a_secret() {
    let key = || Credentials::new("id", MARKER).with_security_token(MARKER);
    check(&Anonymous);
    check_in_use(Scripted::new(), key());
    check(&Credentials::bearer(MARKER));
    check_in_use(Scripted::new(), Refreshing::new(key()));
    check_in_use(sts(), RamRoleProvider::new(key(), "role").external_id(MARKER).policy(MARKER));
    check_in_use(
        sts(),
        RamRoleProvider::new(key(), "role")
            .sts_endpoint("https://me:hunter2@sts.example")
            .sts_endpoint("sts.example"),
    );
    check(&RamRoleProvider::new(key(), "role").sts_endpoint("https://me:hunter2@sts.example"));
    check(&EcsProvider::new().endpoint("http://me:hunter2@localhost"));
    check_in_use(keys(), UriProvider::new("http://localhost/hunter2?x=hunter2"));
    let token = Quiet(Fake::default().file("/token", MARKER));
    check_in_use(sts(), OidcProvider::new("role", "idp", "/token").environment(token));
    let variables = Fake::default().var("ACCESS_KEY_ID", "id").var("ACCESS_KEY_SECRET", MARKER);
    check_in_use(Scripted::new(), EnvironmentProvider::with(Quiet(variables.clone())));
    check_in_use(Scripted::new(), DefaultChain::with(Quiet(variables)));
    let ini = "[default]\ntype=access_key\naccess_key_id=id\naccess_key_secret=hunter2";
    let ini = Fake::default().file("/home/me/.alibabacloud/credentials", ini);
    check_in_use(Scripted::new(), IniProfile::with(Quiet(ini)));
}

#[test]
fn no_profile_shows_a_secret() {
    let sso = format!(
        r#""mode":"CloudSSO","cloud_sso_sign_in_url":"https://signin.example","cloud_sso_account_id":"1","cloud_sso_access_config":"c","access_token":"hunter2","cloud_sso_access_token_expire":{}"#,
        NOW + 9999
    );
    let oauth = r#""mode":"OAuth","oauth_refresh_token":"hunter2""#;
    let tokens = r#"{"access_token":"hunter2","refresh_token":"hunter2"}"#;
    let sso_reply = format!(r#"{{"CloudCredential":{}}}"#, answer(1, 3600));
    let cases = [
        (r#""mode":"AK","access_key_id":"id","access_key_secret":"hunter2""#, Scripted::new()),
        (
            r#""mode":"StsToken","access_key_id":"id","access_key_secret":"hunter2","sts_token":"hunter2""#,
            Scripted::new(),
        ),
        (
            r#""mode":"RamRoleArn","access_key_id":"id","access_key_secret":"hunter2","ram_role_arn":"r","external_id":"hunter2""#,
            sts(),
        ),
        (r#""mode":"CredentialsURI","credentials_uri":"http://localhost/hunter2""#, keys()),
        (r#""mode":"External","process_command":"tool hunter2""#, Scripted::new()),
        (oauth, Scripted::new().json(200, tokens).json(200, answer(1, 3600))),
        (&sso, Scripted::new().json(200, sso_reply)),
    ];
    for (members, script) in cases {
        let files = Fake::default().file(CONFIG, crate::fake::config(members));
        let output = r#"{"access_key_id":"id","access_key_secret":"hunter2"}"#;
        check_in_use(script, CliProfile::with(Quiet(files.command("tool hunter2", output))));
    }
}
