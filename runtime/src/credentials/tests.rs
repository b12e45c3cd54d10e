use super::{Credentials, CredentialsProvider, Environment, EnvironmentProvider, Secret};
use crate::error::ErrorKind;
use crate::io::Io;
use crate::testing::{Scripted, block_on};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

#[derive(Debug)]
struct Variables(BTreeMap<&'static str, &'static str>);

impl Environment for Variables {
    fn var(&self, name: &str) -> Option<String> {
        self.0.get(name).map(|value| (*value).to_owned())
    }

    fn read(&self, _: &Path) -> io::Result<String> {
        Err(io::ErrorKind::NotFound.into())
    }

    fn home(&self) -> Option<PathBuf> {
        None
    }
}

fn provider(variables: &[(&'static str, &'static str)]) -> EnvironmentProvider {
    EnvironmentProvider::with(Variables(variables.iter().copied().collect()))
}

#[test]
fn credentials_come_from_the_environment() {
    let credentials = provider(&[
        ("ALIBABA_CLOUD_ACCESS_KEY_ID", " LTAI5tTestAccessKeyId01\n"),
        ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret"),
        ("ALIBABA_CLOUD_SECURITY_TOKEN", ""),
    ])
    .read()
    .unwrap();
    assert_eq!(credentials.access_key_id(), "LTAI5tTestAccessKeyId01");
    assert_eq!(credentials.access_key_secret().expose(), "secret");
    assert!(credentials.security_token().is_none());
    assert_eq!(credentials.provider_name(), "env");
    let temporary = provider(&[
        ("ALIBABA_CLOUD_ACCESS_KEY_ID", "id"),
        ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret"),
        ("ALIBABA_CLOUD_SECURITY_TOKEN", "token"),
    ]);
    assert_eq!(temporary.read().unwrap().security_token().unwrap().expose(), "token");
}

#[test]
fn what_is_not_set_is_named_and_what_is_set_is_not_shown() {
    let error = provider(&[("ALIBABA_CLOUD_ACCESS_KEY_ID", "")]).read().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(
        error.message().ends_with("set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
        "{error}"
    );
    let error = provider(&[("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "hunter2")]).read().unwrap_err();
    assert!(error.message().ends_with("set ALIBABA_CLOUD_ACCESS_KEY_ID"), "{error}");
    assert!(!format!("{error} {error:?}").contains("hunter2"));
}

#[test]
fn given_credentials_are_a_provider() {
    let provider: Arc<dyn CredentialsProvider> = Arc::new(Credentials::new("id", "secret"));
    let transport = Scripted::new();
    let io = Io::new(transport.clone(), transport.clock().clone(), || UNIX_EPOCH);
    assert_eq!(block_on(provider.credentials(&io)).unwrap(), Credentials::new("id", "secret"));
}

#[test]
fn the_provider_is_named_after_the_kind_of_key() {
    let given = Credentials::new("id", "secret");
    assert_eq!(given.provider_name(), "static_ak");
    assert_eq!(given.clone().with_security_token("").provider_name(), "static_ak");
    let temporary = given.with_security_token("token");
    assert_eq!(temporary.provider_name(), "static_sts");
    assert_eq!(temporary.with_provider("own").provider_name(), "own");
    assert_eq!(Credentials::bearer("token").provider_name(), "");
    assert_eq!(Credentials::bearer("token").with_provider("own").provider_name(), "own");
}

#[test]
fn the_name_of_an_outer_provider_stands_in_front() {
    let name = |credentials: Credentials| credentials.within("default").provider_name().to_owned();
    assert_eq!(name(Credentials::new("id", "secret")), "default/static_ak");
    assert_eq!(name(Credentials::new("id", "secret").with_provider("own")), "default/own");
    assert_eq!(name(Credentials::bearer("token")), "default");
    assert_eq!(name(Credentials::anonymous()), "default");
}

#[test]
fn when_they_expire_makes_no_difference_between_credentials() {
    let given = Credentials::new("id", "secret");
    let later = given.clone().with_expiration(UNIX_EPOCH + Duration::from_secs(1));
    assert_eq!((given.expiration(), later.expiration()), (None, Some(UNIX_EPOCH + Duration::from_secs(1))));
    assert_eq!(given, later);
    assert_ne!(given, given.clone().with_security_token("token"));
    assert_ne!(given, Credentials::new("id", "other"));
    assert_ne!(given, given.clone().with_provider("own"));
    assert_ne!(Credentials::new("", ""), Credentials::anonymous());
    assert_ne!(Credentials::bearer("one"), Credentials::bearer("two"));
}

#[test]
fn nothing_prints_a_secret() {
    let credentials = Credentials::new("LTAI5tTestAccessKeyId01", "s3cret").with_security_token("t0ken");
    let shown = format!("{credentials:?} {credentials:#?}");
    assert!(!shown.contains("s3cret") && !shown.contains("t0ken") && !shown.contains("KeyId01"), "{shown}");
    assert!(shown.contains("LTAI5tTe…") && shown.contains("[redacted]"), "{shown}");
    assert!(!format!("{:?}", Credentials::bearer("t0ken")).contains("t0ken"));
    assert!(!format!("{:?}", Credentials::new("short", "s")).contains("short"));
    assert_eq!(format!("{0} {0:?}", Secret::new("s3cret")), "[redacted] [redacted]");
}
