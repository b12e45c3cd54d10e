use super::{Proxy, Routes};
use crate::credentials::Environment;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug)]
struct Variables(&'static [(&'static str, &'static str)]);

impl Environment for Variables {
    fn var(&self, name: &str) -> Option<String> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    }

    fn read(&self, _: &Path) -> io::Result<String> {
        Err(io::ErrorKind::NotFound.into())
    }

    fn home(&self) -> Option<PathBuf> {
        None
    }
}

/// The proxy that leads to an address, without its password.
fn route(proxy: &Proxy, variables: &'static [(&'static str, &'static str)], to: &str) -> String {
    match Routes::new(proxy, &Variables(variables)) {
        Ok(routes) => {
            let (scheme, host) = to.split_once("://").unwrap_or_default();
            routes.proxy(scheme, host).map_or_else(|| "direct".to_owned(), |proxy| format!("{proxy:?}"))
        }
        Err(error) => format!("{:?}: {}", error.kind(), error.message()),
    }
}

#[test]
fn variables_name_the_proxy_of_each_scheme() {
    let environment = Proxy::from_environment();
    let both: &[_] =
        &[("HTTPS_PROXY", "http://secure:1"), ("http_proxy", "plain:2"), ("ALL_PROXY", "socks5://all")];
    assert_eq!(route(&environment, both, "https://a.example"), "http://secure:1");
    assert_eq!(route(&environment, both, "http://a.example"), "http://plain:2");
    assert_eq!(
        route(&environment, &[("ALL_PROXY", "socks5://all:3")], "https://a.example"),
        "socks5://all:3"
    );
    assert_eq!(route(&environment, &[("HTTP_PROXY", "http://plain")], "https://a.example"), "direct");
    assert_eq!(
        route(&environment, &[("HTTPS_PROXY", " "), ("https_proxy", "b:1")], "https://a"),
        "http://b:1"
    );
    assert_eq!(route(&Proxy::none(), both, "https://a.example"), "direct");
    assert_eq!(route(&"c:9".into(), both, "https://a.example"), "http://c:9");
}

#[test]
fn a_header_of_a_web_servers_request_is_no_proxy() {
    let variables: &[_] = &[("REQUEST_METHOD", "GET"), ("HTTP_PROXY", "http://evil")];
    assert_eq!(route(&Proxy::from_environment(), variables, "http://a.example"), "direct");
}

#[test]
fn excepted_hosts_are_asked_directly() {
    let variables: &[_] = &[
        ("ALL_PROXY", "http://p"),
        ("NO_PROXY", "one.example, .two.example,*.three.example,10.1.0.0/16,fd00::/8,7.7.7.7"),
    ];
    for (host, is_direct) in [
        ("one.example", true),
        ("a.one.example", true),
        ("ONE.example.", true),
        ("someone.example", false),
        ("two.example", true),
        ("b.three.example", true),
        ("four.example", false),
        ("10.1.255.1", true),
        ("10.2.0.1", false),
        ("7.7.7.7", true),
        ("7.7.7.8", false),
        ("[fd12::1]", true),
        ("[fe80::1]", false),
        // Never through a proxy.
        ("localhost", true),
        ("127.0.0.5", true),
        ("[::1]", true),
        ("100.100.100.200", true),
        ("100.100.100.201", false),
    ] {
        let found = route(&Proxy::from_environment(), variables, &format!("http://{host}"));
        assert_eq!(found == "direct", is_direct, "{host}: {found}");
    }
    assert_eq!(route(&Proxy::new("http://p").except("*"), &[], "https://a.example"), "direct");
    assert_eq!(route(&Proxy::new("http://p").except("0.0.0.0/0"), &[], "https://8.8.8.8"), "direct");
}

#[test]
fn an_unusable_address_is_told_without_its_password() {
    for address in
        ["ftp://user:hunter2@host", "http://user:hunter2@", "http://user:hunter2 @host", "http://:1"]
    {
        let given = Proxy::new(address);
        let said = route(&given, &[], "https://a.example");
        assert!(said.starts_with("Configuration: the proxy's address cannot be used: it "), "{said}");
        assert!(!format!("{said} {given:?}").contains("hunter2"), "{said} {given:?}");
    }
    let said =
        route(&Proxy::from_environment(), &[("https_proxy", "ftp://u:hunter2@h")], "https://a.example");
    assert!(said.contains("`https_proxy`") && !said.contains("hunter2"), "{said}");
    let routes = Routes::new(&Proxy::new("http://u:hunter2@h:1"), &Variables(&[]));
    assert!(!format!("{routes:?}").contains("hunter2"), "{routes:?}");
}
