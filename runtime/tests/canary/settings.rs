//! Credentials, providers and configurations.

use crate::canary::environment::{MODES, Marked};
use crate::canary::{MARKER, assert_debug_clean, assert_error_clean};
use crate::variety::VAULT;
use alicloud_runtime::credentials::{
    CliProfile, CredentialsProvider, DefaultChain, EcsProvider, EnvironmentProvider, IniProfile,
    OidcProvider, RamRoleProvider, Secret, UriProvider,
};
use alicloud_runtime::io::Io;
use alicloud_runtime::testing::{Paused, Scripted, block_on};
use alicloud_runtime::{CallOptions, Client, Config, Credentials};
use std::time::SystemTime;

fn credentials() -> Vec<Credentials> {
    let key = || Credentials::new(format!("LTAI5tKeyId{MARKER}"), MARKER);
    vec![
        key(),
        key().with_security_token(MARKER),
        Credentials::bearer(MARKER),
        Credentials::new(MARKER, MARKER),
    ]
}

#[test]
fn credentials_are_not_printed() {
    for credentials in credentials() {
        let config = || Config::new("example", credentials.clone()).endpoint("endpoint.example");
        assert_debug_clean("Credentials", &credentials);
        assert_debug_clean("Config", &config());
        assert_debug_clean("Client", &Client::new(&VAULT, config().transport(Scripted::new())).unwrap());
    }
    let secret = Secret::new(MARKER);
    assert_debug_clean("Secret", &secret);
    crate::canary::assert_clean("Secret", &format!("{secret} {secret:#}"));
}

/// What a server of credentials may answer, and what a provider may say then.
const ANSWERS: [(u16, &str); 6] = [
    (
        200,
        r#"{"Credentials":{"AccessKeyId":"M","AccessKeySecret":"M","SecurityToken":"M","Expiration":"2036-01-01T00:00:00Z"},
              "Code":"Success","AccessKeyId":"M","AccessKeySecret":"M","SecurityToken":"M","Expiration":"2036-01-01T00:00:00Z"}"#,
    ),
    (200, r#"{"AccessKeyId":"M","AccessKeySecret":["M"],"Credentials":{"AccessKeySecret":{"M":"M"}}}"#),
    (200, "M"),
    (200, r#"{"AccessKeySecret":"M"#),
    (403, r#"{"AccessKeySecret":"M"}"#),
    (500, r#"{"AccessKeySecret":"M"#),
];

#[test]
fn providers_print_no_secret_whatever_they_are_answered() {
    let uri = format!("http://user:{MARKER}@localhost/path?token={MARKER}");
    let providers = || -> Vec<Box<dyn CredentialsProvider>> {
        let source = || Credentials::new(format!("LTAI5tKeyId{MARKER}"), MARKER).with_security_token(MARKER);
        let role = RamRoleProvider::new(source(), "acs:ram::1:role/r").policy(MARKER).external_id(MARKER);
        let mut all: Vec<Box<dyn CredentialsProvider>> = vec![
            Box::new(source()),
            Box::new(EnvironmentProvider::with(Marked)),
            Box::new(role),
            Box::new(OidcProvider::from_environment(Marked).unwrap()),
            Box::new(UriProvider::new(&uri)),
            Box::new(EcsProvider::new().endpoint(format!("http://user:{MARKER}@localhost"))),
            Box::new(IniProfile::with(Marked)),
            Box::new(IniProfile::with(Marked).profile("broken")),
            Box::new(DefaultChain::with(Marked)),
        ];
        for mode in MODES {
            all.push(Box::new(CliProfile::with(Marked).profile(mode)));
        }
        all
    };
    let mut outcomes = [0, 0];
    for (status, answer) in ANSWERS {
        for provider in providers() {
            let answer = answer.replace('M', MARKER);
            let script = (0..6).fold(Scripted::new(), |script, _| script.json(status, answer.clone()));
            let io = Io::new(script.clone(), Paused::new(), SystemTime::now);
            assert_debug_clean("a new provider", &provider);
            let outcome = block_on(provider.credentials(&io));
            outcomes[usize::from(outcome.is_err())] += 1;
            assert_debug_clean("a used provider", &provider);
            assert_debug_clean("Io", &io);
            assert_debug_clean("Scripted", &script);
            assert_debug_clean("requests of a provider", &script.requests());
            match outcome {
                Ok(credentials) => assert_debug_clean("received credentials", &credentials),
                Err(error) => assert_error_clean(&format!("an error of {provider:?}"), &error),
            }
        }
    }
    // Both were met.
    assert!(outcomes[0] > 10 && outcomes[1] > 10, "{outcomes:?}");
}

#[test]
fn addresses_are_printed_without_passwords() {
    let endpoint = format!("https://user:{MARKER}@endpoint.example");
    let proxy = format!("http://user:{MARKER}@proxy.example:3128");
    let config = || Config::new("example", Credentials::new("id", "secret"));
    let all = [
        config().endpoint(&endpoint),
        config().endpoint("endpoint.example").proxy(proxy.as_str()),
        config().endpoint("endpoint.example").proxy(format!("http://{MARKER}@proxy example").as_str()),
        config().endpoint("endpoint.example").root_certificate(MARKER),
    ];
    for config in all {
        assert_debug_clean("Config", &config);
        match Client::new(&VAULT, config) {
            Ok(client) => assert_debug_clean("Client", &client),
            Err(error) => assert_error_clean("an error of Client::new", &error),
        }
    }
    let options = CallOptions::new().header("x-own", MARKER).query("Own", MARKER).endpoint(&endpoint);
    assert_debug_clean("CallOptions", &options);
}
