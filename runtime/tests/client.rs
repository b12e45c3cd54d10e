//! Calls through the client with a scripted transport: what is sent, and what is refused before.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use alicloud_runtime::credentials::Environment;
use alicloud_runtime::operation::{Descriptor, Effect, Kind, Method, Parameter};
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::transport::Timeouts;
use alicloud_runtime::{Client, Config, Credentials, Error, ErrorKind, Pending, Response};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use support::operations::{
    Find, GetModuleTrialAuthInfo, OPERATIONS, OTHER, PRODUCT, Reply, client, credentials, pinned,
    pinned_with, trial,
};

#[test]
fn a_call_is_signed_like_those_of_other_runtimes() {
    let transport = Scripted::new().json(200, r#"{"RequestId":"R-1"}"#);
    let reply = block_on(client(pinned(&transport)).send(&trial())).unwrap();
    assert_eq!((reply.request_id(), reply.status()), ("R-1", 200));
    let request = transport.last().unwrap();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "https://tds.cn-shanghai.aliyuncs.com/?Lang=en&ModuleCode=vulFix");
    assert_eq!(
        request.header("authorization"),
        Some(
            "ACS3-HMAC-SHA256 Credential=LTAI5tTestAccessKeyId01,SignedHeaders=host;x-acs-action;x-acs-content-sha256;\
             x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version,\
             Signature=437731986c773735c63dc2f687d119264e99f135b65b0c3978fd68850599f1a8"
        )
    );
    assert_eq!(request.header("host"), Some("tds.cn-shanghai.aliyuncs.com"));
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("content-type"), None);
    assert!(request.body().is_empty());
    assert!(request.header("user-agent").unwrap().starts_with("AlibabaCloud ("));
    transport.assert_called(&["GetModuleTrialAuthInfo"]);
}

#[test]
fn temporary_credentials_send_and_sign_two_headers_more() {
    static GET_CHECK_SALE: Descriptor = Descriptor::new(
        "GetCheckSale",
        &PRODUCT,
        Method::Post,
        Effect::Read,
        &[Parameter::query("RegionId", Kind::String)],
    );
    static TABLE: &[&Descriptor] = &[&GET_CHECK_SALE];
    let transport = Scripted::new().json(200, "{}");
    let client =
        client(pinned_with(credentials().with_security_token("CAISfakeSecurityToken+/=="), &transport));
    block_on(client.call(TABLE, "GetCheckSale", json!({"RegionId": "cn-hangzhou"}))).unwrap();
    let request = transport.last().unwrap();
    assert_eq!(request.header("x-acs-credentials-provider"), Some("static_sts"));
    assert_eq!(request.header("x-acs-accesskey-id"), Some("LTAI5tTestAccessKeyId01"));
    assert_eq!(request.header("x-acs-security-token"), Some("CAISfakeSecurityToken+/=="));
    assert!(
        request
            .header("authorization")
            .unwrap()
            .ends_with("=4a819861f75ecdecedfa73ae2ab651b699eabc024a12f102d7c210b07fdf57e9")
    );
    let shown = format!("{:?} {request:?}", request.headers());
    assert!(!shown.contains("CAISfake") && !shown.contains("4a819861"), "{shown}");
}

#[test]
fn forms_and_special_characters_are_signed_as_sent() {
    static PROBE: Descriptor = Descriptor::new(
        "Probe",
        &PRODUCT,
        Method::Post,
        Effect::Read,
        &[Parameter::query("V", Kind::String), Parameter::query("Reserved", Kind::String)],
    );
    static FORM: Descriptor = Descriptor::new(
        "ModifyImageRegistry",
        &PRODUCT,
        Method::Post,
        Effect::Write,
        &[
            Parameter::query("DomainName", Kind::String),
            Parameter::query("Port", Kind::Integer),
            Parameter::form("Id", Kind::Long),
            Parameter::form("Password", Kind::String),
            Parameter::form("UserName", Kind::String),
        ],
    );
    static EMPTY_FORM: Descriptor = Descriptor::new(
        "GetCanTrySas",
        &PRODUCT,
        Method::Post,
        Effect::Read,
        &[Parameter::form("From", Kind::String)],
    );
    let special = "a b+c*~/中文%&=";
    let calls = [
        (
            &PROBE,
            json!({"V": special, "Reserved": "!'()*-._~:/?#[]@!$&'()*+,;=%\"<>\\^`{|} \t\n"}),
            "f740a8d9130bdfa45f43cd11580b696238f66195e3e42a781ed26989c11955b7",
        ),
        (
            &FORM,
            json!({"DomainName": "reg.example.com", "Port": 443, "Id": 9, "Password": special, "UserName": "bob"}),
            "958958a28259f103ce4d47668da274abba16148d61cde33240ba7a5a3c653d8c",
        ),
        (&EMPTY_FORM, json!({}), "084636f1c78d028a83e9e379028e78c805382fc3a6f21833f32efcc0b2a201b1"),
    ];
    for (operation, parameters, signature) in calls {
        let transport = Scripted::new().json(200, "{}");
        let table: &'static [&'static Descriptor] = Box::leak(Box::new([operation]));
        block_on(client(pinned(&transport)).call(table, operation.name(), parameters.clone())).unwrap();
        let request = transport.last().unwrap();
        let expected = format!("Signature={signature}");
        assert!(request.header("authorization").unwrap().ends_with(&expected), "{}", operation.name());
        for (name, value) in parameters.as_object().unwrap() {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            assert_eq!(request.parameter(name), Some(text));
        }
    }
}

#[test]
fn typed_and_dynamic_calls_send_the_same() {
    let transport =
        Scripted::new().json(200, r#"{"RequestId":"R-1"}"#).json(200, r#"{"RequestId":"R-2","X":[1]}"#);
    let client = client(pinned(&transport));
    block_on(client.send(&trial())).unwrap();
    let parameters = json!({"ModuleCode": "vulFix", "Lang": "en"});
    let reply = block_on(client.call(OPERATIONS, "GetModuleTrialAuthInfo", parameters)).unwrap();
    assert_eq!((reply.request_id(), &reply["X"][0]), ("R-2", &json!(1)));
    let requests = transport.requests();
    assert_eq!(requests[0].uri(), requests[1].uri());
    assert_eq!(requests[0].headers(), requests[1].headers());
}

#[test]
fn a_dynamic_call_is_checked_before_it_is_sent() {
    let transport = Scripted::new();
    let client = client(pinned(&transport));
    let error = |name: &str, json: Value| block_on(client.call(OPERATIONS, name, json)).unwrap_err();
    let unknown = error("GetModuleTrialAuthInf", json!({}));
    assert_eq!(unknown.kind(), ErrorKind::Request);
    assert_eq!(
        unknown.message(),
        "Sas has no operation `GetModuleTrialAuthInf` here (did you mean `GetModuleTrialAuthInfo`?)"
    );
    let wrong = error("GetModuleTrialAuthInfo", json!({"Lan": "en", "ModuleCode": 1}));
    assert_eq!(
        wrong.to_string(),
        "Sas GetModuleTrialAuthInfo: unknown parameter `Lan` (did you mean `Lang`?); \
         parameter `ModuleCode` must be a string, not this number (a retry cannot help)"
    );
    assert!(transport.requests().is_empty());
}

#[test]
fn a_missing_parameter_is_an_error_before_any_request() {
    let transport = Scripted::new();
    let error = block_on(client(pinned(&transport)).send(&Find::default())).unwrap_err();
    assert_eq!(error.to_string(), "Sas Find: set required parameter `Name` (a retry cannot help)");
    assert!(transport.requests().is_empty());
}

#[test]
fn an_operation_of_another_product_is_refused() {
    let transport = Scripted::new();
    let other = Client::new(&OTHER, pinned(&transport).endpoint("localhost")).unwrap();
    let error = block_on(other.send(&trial())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(error.message().contains("belongs to Sas 2018-12-03"), "{error}");
}

#[test]
fn an_unknown_region_is_an_error_of_the_client() {
    let error = Client::new(&PRODUCT, Config::new("cn-shangai", credentials()).transport(Scripted::new()))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Endpoint);
    assert!(error.message().contains("did you mean `cn-shanghai`?"), "{error}");
}

#[test]
fn unusable_credentials_are_an_error_that_hides_them() {
    let cases = [
        Credentials::new("", "secret"),
        Credentials::new("id", ""),
        Credentials::new("id\r\nx-acs-action: Other", "s3cret"),
        Credentials::new("id,SignedHeaders=", "s3cret"),
        credentials().with_security_token("s3cret\r\n"),
        credentials().with_provider("a\nb"),
    ];
    for credentials in cases {
        let transport = Scripted::new();
        let client = client(pinned_with(credentials, &transport));
        let error = block_on(client.send(&trial())).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials, "{error}");
        assert!(!format!("{error} {error:?} {client:?}").contains("s3cret"), "{error:?}");
        assert!(transport.requests().is_empty());
    }
}

#[test]
fn a_nonce_that_is_no_header_is_an_error() {
    let transport = Scripted::new();
    let error = block_on(client(pinned(&transport).nonce(|| Ok("a\nb".into()))).send(&trial())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.message().contains("x-acs-signature-nonce"), "{error}");
}

#[test]
fn every_call_has_its_own_nonce_and_the_time_of_the_clock() {
    let transport = Scripted::new().json(200, "{}").json(200, "{}");
    let client = client(Config::new("cn-shanghai", credentials()).transport(transport.clone()));
    for _ in 0..2 {
        block_on(client.send(&trial())).unwrap();
    }
    let requests = transport.requests();
    let nonce = |index: usize| requests[index].header("x-acs-signature-nonce").unwrap().to_owned();
    assert_ne!(nonce(0), nonce(1));
    let year = requests[0].header("x-acs-date").unwrap();
    assert!(year.len() == 20 && year.starts_with("20"), "{year}");
    assert!(SystemTime::now() > UNIX_EPOCH);
}

#[test]
fn timeouts_are_on_by_default_and_zero_turns_them_off() {
    let sent = |config: fn(Config) -> Config| {
        let transport = Scripted::new().json(200, "{}");
        block_on(client(config(pinned(&transport))).send(&trial())).unwrap();
        transport.last().unwrap().timeouts()
    };
    let seconds = |seconds| Some(Duration::from_secs(seconds));
    assert_eq!(sent(|config| config), Timeouts::default());
    let default = Timeouts::default();
    assert_eq!((default.connect, default.read, default.total), (seconds(5), seconds(10), seconds(30)));
    let own = sent(|config| {
        config
            .connect_timeout(Duration::from_secs(1))
            .read_timeout(Duration::from_secs(2))
            .total_timeout(Duration::ZERO)
    });
    assert_eq!((own.connect, own.read, own.total), (seconds(1), seconds(2), None));
}

#[test]
fn an_endpoint_is_taken_as_given() {
    let transport = Scripted::new().json(200, "{}");
    let config =
        Config::new("anywhere", credentials()).endpoint("http://127.0.0.1:8080").transport(transport.clone());
    let client = client(config);
    assert_eq!((client.endpoint().as_str(), client.region()), ("http://127.0.0.1:8080", "anywhere"));
    block_on(client.send(&GetModuleTrialAuthInfo::default())).unwrap();
    let request = transport.last().unwrap();
    assert_eq!(
        (request.uri().as_str(), request.header("host")),
        ("http://127.0.0.1:8080/", Some("127.0.0.1:8080"))
    );
}

#[test]
fn nothing_prints_a_secret() {
    let transport = Scripted::new().json(200, "{}");
    let config = pinned_with(credentials().with_security_token("t0ken"), &transport);
    let shown = format!("{config:?} {:?} {transport:?}", client(config.clone()));
    assert!(!shown.contains("TestAccessKeySecret") && !shown.contains("t0ken"), "{shown}");
}

#[cfg(not(feature = "reqwest"))]
#[test]
fn without_a_transport_the_features_are_named() {
    let error = Client::new(&PRODUCT, Config::new("cn-shanghai", credentials())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(
        error.message().contains("`reqwest`") && error.message().contains("Config::transport"),
        "{error}"
    );
}

#[cfg(all(feature = "reqwest", not(feature = "rustls")))]
#[test]
fn without_tls_an_https_endpoint_is_refused() {
    let error = Client::new(&PRODUCT, Config::new("cn-shanghai", credentials())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.message().contains("`rustls`"), "{error}");
}

#[test]
fn clients_and_their_futures_can_be_sent() {
    fn can_be_sent<T: Send + 'static>(_: &T) {}
    fn can_be_shared<T: Clone + Send + Sync + 'static>(_: &T) {}
    let transport = Scripted::new().json(200, "{}");
    let client = client(pinned(&transport));
    can_be_shared(&client);
    let pending: Pending<Reply> = client.send(&trial());
    can_be_sent(&pending);
    can_be_sent(&client.call(OPERATIONS, "Find", json!({})));
    can_be_shared(&Response::into_inner(block_on(pending).unwrap()).clone());
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}

/// Variables that begin with `ALIBABA_CLOUD_`, and no files.
#[derive(Debug)]
struct Variables(&'static [(&'static str, &'static str)]);

impl Environment for Variables {
    fn var(&self, name: &str) -> Option<String> {
        let name = name.strip_prefix("ALIBABA_CLOUD_")?;
        self.0.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    }

    fn read(&self, _: &Path) -> std::io::Result<String> {
        Err(std::io::ErrorKind::NotFound.into())
    }

    fn home(&self) -> Option<PathBuf> {
        None
    }
}

#[test]
fn a_configuration_comes_from_the_environment() {
    let full = &[
        ("REGION_ID", "ap-southeast-1"),
        ("ACCESS_KEY_ID", "id"),
        ("ACCESS_KEY_SECRET", "secret"),
        ("USER_AGENT", "my-tool/1.2"),
    ];
    let transport = Scripted::new().json(200, "{}");
    let client = client(Config::from_environment(Variables(full)).unwrap().transport(transport.clone()));
    assert_eq!(client.endpoint(), "https://tds.ap-southeast-1.aliyuncs.com");
    block_on(client.send(&trial())).unwrap();
    let request = transport.last().unwrap();
    assert_eq!(request.header("x-acs-credentials-provider"), Some("default/env"));
    assert!(request.header("user-agent").is_some_and(|agent| agent.ends_with(" my-tool/1.2")));

    let kind = |variables| Config::from_environment(Variables(variables)).unwrap_err().kind();
    assert_eq!(kind(&[("ACCESS_KEY_ID", "id"), ("ACCESS_KEY_SECRET", "secret")]), ErrorKind::Configuration);
    let half = &[("REGION_ID", "cn-shanghai"), ("ACCESS_KEY_ID", "id"), ("ECS_METADATA_DISABLED", "true")];
    assert_eq!(kind(half), ErrorKind::Credentials);
}
