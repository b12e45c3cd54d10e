use super::{nonce, profile, region, user_agent::user_agent};
use crate::credentials::Environment;
use crate::error::ErrorKind;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, Default)]
struct Fake {
    variables: BTreeMap<&'static str, &'static str>,
    files: BTreeMap<PathBuf, &'static str>,
    has_no_home: bool,
}

impl Fake {
    fn var(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.insert(name, value);
        self
    }

    fn file(mut self, path: &str, text: &'static str) -> Self {
        self.files.insert(PathBuf::from(path), text);
        self
    }

    fn profiles(self) -> Self {
        self.file(
            "/home/me/.aliyun/config.json",
            r#"{"current": "one", "profiles": [
                {"name": "one", "mode": "AK", "region_id": "cn-hangzhou", "access_key_secret": "s3cret"},
                {"name": "two", "region_id": " ap-southeast-1 "},
                {"name": "none", "region_id": ""}
            ]}"#,
        )
    }
}

impl Environment for Fake {
    fn var(&self, name: &str) -> Option<String> {
        self.variables.get(name).map(|value| (*value).to_owned())
    }

    fn read(&self, path: &Path) -> io::Result<String> {
        match self.files.get(path) {
            Some(&"denied") => Err(io::ErrorKind::PermissionDenied.into()),
            Some(text) => Ok((*text).to_owned()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn home(&self) -> Option<PathBuf> {
        (!self.has_no_home).then(|| PathBuf::from("/home/me"))
    }
}

#[test]
fn the_variable_comes_first() {
    let fake = Fake::default().profiles().var("ALIBABA_CLOUD_REGION_ID", "cn-beijing");
    assert_eq!(region::find(&fake).unwrap(), "cn-beijing");
}

#[test]
fn then_the_profile() {
    assert_eq!(region::find(&Fake::default().profiles()).unwrap(), "cn-hangzhou");
    let named =
        Fake::default().profiles().var("ALIBABA_CLOUD_REGION_ID", " ").var("ALIBABA_CLOUD_PROFILE", "two");
    assert_eq!(region::find(&named).unwrap(), "ap-southeast-1");
    let elsewhere = Fake::default()
        .var("ALIBABA_CLOUD_CONFIG_FILE", "/etc/aliyun.json")
        .file("/etc/aliyun.json", r#"{"current":"x","profiles":[{"name":"x","region_id":"me-east-1"}]}"#);
    assert_eq!(region::find(&elsewhere).unwrap(), "me-east-1");
}

#[test]
fn without_a_region_both_ways_are_named() {
    let without = [
        Fake::default(),
        Fake { has_no_home: true, ..Fake::default() },
        Fake::default().profiles().var("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "True"),
        Fake::default().profiles().var("ALIBABA_CLOUD_PROFILE", "none"),
        Fake::default().file("/home/me/.aliyun/config.json", "{}"),
    ];
    for fake in without {
        let error = region::find(&fake).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.message().contains("ALIBABA_CLOUD_REGION_ID"), "{error}");
        assert!(error.message().contains("~/.aliyun/config.json"), "{error}");
    }
}

#[test]
fn an_unusable_profile_is_an_error_with_path_and_cause() {
    let file = |text| Fake::default().file("/home/me/.aliyun/config.json", text);
    let cases = [
        (file(r#"{"current": "s3cret" "x"}"#), "no JSON at line 1, column 22"),
        (file(r#"{"current": "x"}"#), "`profiles` is no list"),
        (file("denied"), "permission denied"),
        (Fake::default().profiles().var("ALIBABA_CLOUD_PROFILE", "three"), "there is no profile `three`"),
    ];
    for (fake, cause) in cases {
        let error = profile::region(&fake).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.message().contains("/home/me/.aliyun/config.json"), "{error}");
        assert!(error.message().contains(cause), "{error}");
        assert!(!error.message().contains("s3cret"), "{error}");
    }
}

#[test]
fn nonces_differ() {
    let (one, two) = (nonce::random().unwrap(), nonce::random().unwrap());
    assert_eq!((one.len(), two.len()), (32, 32));
    assert!(one.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_ne!(one, two);
}

#[test]
fn the_user_agent_has_the_form_of_other_runtimes() {
    let plain = user_agent(None).unwrap();
    let plain = plain.to_str().unwrap();
    assert!(
        plain.starts_with("AlibabaCloud (")
            && plain.contains(") Rust/")
            && plain.contains(" TeaDSL/2 alicloud/"),
        "{plain}"
    );
    assert_eq!(user_agent(Some("tool/1")).unwrap().to_str().unwrap(), format!("{plain} tool/1"));
    assert_eq!(user_agent(Some(" ")).unwrap().to_str().unwrap(), plain);
    assert_eq!(user_agent(Some("a\r\nb: c")).unwrap_err().kind(), ErrorKind::Configuration);
}
