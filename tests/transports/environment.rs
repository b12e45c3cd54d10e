//! Proxies from the environment. It belongs to the whole process, so a process of its own is asked.

use crate::harness::{both_with, get};
use crate::proxies::proxy;
use alicloud_runtime::transport::Settings;
use std::env;
use std::process::Command;
use std::time::Duration;

/// Nobody has an address of the network 192.0.2.0/24, so an answer can only come from the proxy.
///
/// What the other process does, and nothing in this one.
#[test]
fn child() {
    let Ok(expected) = env::var("EXPECTED_ANSWERS") else { return };
    for pair in expected.split(' ') {
        let (address, answer) = pair.split_once('=').unwrap();
        let mut settings = Settings::default();
        settings.timeouts.connect = Some(Duration::from_millis(50));
        for carrier in both_with(&settings) {
            let found = carrier
                .exchange(get(address), settings.timeouts)
                .map(|found| String::from_utf8(found.body().to_vec()).unwrap());
            let found = found.unwrap_or_else(|_| "none".to_owned()).replace(' ', "-");
            assert_eq!(found, answer, "{}: {address}", carrier.name());
        }
    }
}

fn in_a_process_of_its_own(variables: &[(&str, String)], expected: &str) {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "environment::child", "--nocapture"]).env("EXPECTED_ANSWERS", expected);
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    let output = command.envs(variables.iter().cloned()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "the test of that name is gone");
}

#[test]
fn the_environment_names_the_proxy() {
    let proxy = proxy();
    let address = format!("http://{}", proxy.address());
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        in_a_process_of_its_own(&[(name, address.clone())], "http://192.0.2.1/=by-proxy");
    }
    let variables = [("ALL_PROXY", address.clone()), ("NO_PROXY", "192.0.2.1, b.example".to_owned())];
    in_a_process_of_its_own(&variables, "http://192.0.2.2/=by-proxy http://192.0.2.1/=none");
    in_a_process_of_its_own(&[("HTTPS_PROXY", address)], "http://192.0.2.1/=none");
    assert!(proxy.requests().len() >= 10, "it was asked");
}
