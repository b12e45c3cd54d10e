use super::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::operation::{Product, Protocol};

static PRODUCT: Product = Product::new(
    "Probe",
    "2020-01-01",
    Protocol::Https,
    &[("ap-southeast-1", "probe.example.com"), ("cn-hangzhou", "probe-cn.example.com")],
);

fn given(text: &str) -> Result<String, Error> {
    Endpoint::resolve(&PRODUCT, "nowhere", Some(text)).map(|endpoint| endpoint.to_string())
}

#[test]
fn a_region_has_its_host() {
    let endpoint = Endpoint::resolve(&PRODUCT, "cn-hangzhou", None).unwrap();
    assert_eq!(endpoint.to_string(), "https://probe-cn.example.com");
    assert_eq!(endpoint.authority, "probe-cn.example.com");
}

#[test]
fn labels_stand_in_front_of_the_host() {
    let endpoint = |given| Endpoint::resolve(&PRODUCT, "nowhere", Some(given)).unwrap();
    let labelled = |given, labels| endpoint(given).with_labels(labels).map(|endpoint| endpoint.to_string());
    assert_eq!(labelled("http://log.example.com:8080", "p.").unwrap(), "http://p.log.example.com:8080");
    assert_eq!(labelled("log.example.com", "a.b.").unwrap(), "https://a.b.log.example.com");
    assert_eq!(labelled("127.0.0.1:80", "").unwrap(), "https://127.0.0.1:80");
    for address in ["127.0.0.1", "http://127.0.0.1:8080", "[::1]", "http://[::1]:8080"] {
        assert_eq!(labelled(address, "p.").unwrap_err().kind(), ErrorKind::Endpoint, "{address}");
    }
}

#[test]
fn an_unknown_region_is_an_error_that_helps() {
    let error = Endpoint::resolve(&PRODUCT, "cn-hangzou", None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Endpoint);
    assert_eq!(
        error.to_string(),
        "Probe: no endpoint is known for region `cn-hangzou` (did you mean `cn-hangzhou`?); a region that is \
         not listed is called by its host, see `Config::endpoint` (a retry cannot help)"
    );
    let error = Endpoint::resolve(&PRODUCT, "", None).unwrap_err();
    assert!(error.message().starts_with("no endpoint is known for region ``; a region"), "{error}");
}

#[test]
fn a_given_endpoint_wins() {
    assert_eq!(given("localhost").unwrap(), "https://localhost");
    assert_eq!(given("LOCALHOST:8443").unwrap(), "https://localhost:8443");
    assert_eq!(given("http://127.0.0.1:8080").unwrap(), "http://127.0.0.1:8080");
    assert_eq!(
        given("https://tds-vpc.ap-southeast-2.aliyuncs.com/").unwrap(),
        "https://tds-vpc.ap-southeast-2.aliyuncs.com"
    );
    assert_eq!(given("HTTP://[::1]:80").unwrap(), "http://[::1]");
    assert_eq!(given("https://h:443").unwrap(), "https://h");
    assert_eq!(given("http://h:443").unwrap(), "http://h:443");
}

#[test]
fn a_malformed_endpoint_is_refused() {
    let malformed = [
        "",
        " ",
        "h ",
        "http://",
        "ftp://h",
        "h/path",
        "h?query",
        "h#fragment",
        "h:",
        "h:0",
        "h:65536",
        "h:+80",
        "h:80:80",
        "h:port",
        "h\r\nx-acs-action: Other",
        "h\tb",
        "münchen.example",
        "[::1",
        "[zz]",
        "//h",
        "h%20b",
        "a,b",
    ];
    for text in malformed {
        let error = given(text).err().unwrap_or_else(|| panic!("accepted {text:?}"));
        assert_eq!(error.kind(), ErrorKind::Endpoint);
        assert!(!error.to_string().contains(['\r', '\n', '\t']), "{error}");
    }
}

#[test]
fn a_password_in_an_endpoint_is_not_shown() {
    let error = given("https://user:hunter2@host").unwrap_err();
    assert_eq!(
        error.message(),
        "`[redacted]@host` is no endpoint: expected `host`, `host:port` or `https://host:port`"
    );
}
