//! Proxies from the environment. It belongs to the whole process, so a process of its own is asked.

use crate::harness::both;
use crate::proxies::proxy;
use alicloud_tests::raw::{Server, Step, reply};
use std::env;
use std::process::Command;

/// What the other process does, and nothing in this one.
#[test]
fn child() {
    let Ok(expected) = env::var("EXPECTED_ANSWERS") else { return };
    for pair in expected.split(' ') {
        let (address, answer) = pair.split_once('=').unwrap();
        for carrier in both() {
            let found = carrier.get(address).unwrap();
            assert_eq!(found.body(), &answer.replace('-', " "), "{}: {address}", carrier.name());
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
    let server = Server::start(|_| vec![Step::Send(reply(200, &[], b"directly"))]);
    let proxy = proxy();
    let address = format!("http://{}", proxy.address());
    // This machine, but by an address that is no loopback address: those are never asked through a proxy.
    let here = format!("http://0.0.0.0:{}/", server.address().port());
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        in_a_process_of_its_own(&[(name, address.clone())], &format!("{here}=by-proxy"));
    }
    let variables = [("ALL_PROXY", address.clone()), ("NO_PROXY", "0.0.0.0, b.example".to_owned())];
    in_a_process_of_its_own(
        &variables,
        &format!("http://0.0.0.1/=by-proxy http://a.example/=by-proxy {here}=directly"),
    );
    in_a_process_of_its_own(&[("HTTPS_PROXY", address)], &format!("{here}=directly"));
}
