use alicloud_runtime::retry::Backoff;
use alicloud_sdk::{Config, Credentials, sas};
use alicloud_tests::loopback::{Answer, Server};
use alicloud_tests::verifier::{Key, Verifier};
use std::time::Duration;

pub(crate) const ID: &str = "LTAI5tLoopbackKeyId001";
pub(crate) const SECRET: &str = "LoopbackSecret0123456789abcdef";
pub(crate) const TOKEN: &str = "LoopbackToken+/==";

/// An endpoint that refuses connections: nobody listens on the first port.
pub(crate) const NOWHERE: &str = "http://127.0.0.1:1";

/// A server that knows the key, with these answers.
pub(crate) fn server(script: impl IntoIterator<Item = Answer>) -> Server {
    Server::start(Verifier::new([Key::new(ID, SECRET)]), script)
}

/// A configuration that calls the server with the right key, once: what one exchange comes to. The module `repeats` is
/// about calls of several.
pub(crate) fn config(server: &Server) -> Config {
    with_key(server, Credentials::new(ID, SECRET))
}

/// A configuration that calls the server.
pub(crate) fn with_key(server: &Server, credentials: Credentials) -> Config {
    assert_no_proxy();
    Config::new("cn-shanghai", credentials)
        .endpoint(server.endpoint())
        .retry(Backoff::never())
        .connect_timeout(Duration::from_secs(2))
        .read_timeout(Duration::from_secs(2))
        .total_timeout(Duration::from_secs(4))
}

/// A client that calls the server with the right key.
pub(crate) fn client(server: &Server) -> sas::Client {
    sas::Client::new(config(server)).unwrap()
}

/// The built-in transport goes by these variables as every HTTP client does, and a proxy cannot reach this server.
fn assert_no_proxy() {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let proxy =
        ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"].into_iter().find(|name| set(name).is_some());
    let excepted = ["NO_PROXY", "no_proxy"]
        .into_iter()
        .filter_map(set)
        .any(|hosts| hosts.split(',').any(|host| matches!(host.trim(), "*" | "127.0.0.1" | "127.0.0.0/8")));
    if let Some(name) = proxy
        && !excepted
    {
        panic!("{name} is set: add 127.0.0.1 to NO_PROXY to run these tests");
    }
}

/// Tries something with a short limit, and with longer ones as long as it fails: a machine that is busy with other tests
/// may not answer in time.
pub(crate) async fn patiently<F: Future<Output = Result<(), String>>>(try_with: impl Fn(Duration) -> F) {
    let mut failures = Vec::new();
    for milliseconds in [40, 160, 640] {
        match try_with(Duration::from_millis(milliseconds)).await {
            Ok(()) => return,
            Err(failure) => failures.push(failure),
        }
    }
    panic!("with no limit: {failures:#?}");
}

/// What was seen is what was expected.
pub(crate) fn equal<T: PartialEq + std::fmt::Debug>(seen: T, expected: T) -> Result<(), String> {
    if seen == expected { Ok(()) } else { Err(format!("{seen:?} instead of {expected:?}")) }
}
