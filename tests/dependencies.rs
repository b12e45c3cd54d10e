//! What the runtime's core brings along: nothing native, and no async runtime.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Runtimes, and the HTTP and TLS stacks that would bring one or native code.
const RUNTIMES: [&str; 14] = [
    "async-executor",
    "async-io",
    "async-std",
    "embassy-executor",
    "futures-executor",
    "glommio",
    "h2",
    "hyper",
    "mio",
    "monoio",
    "reqwest",
    "smol",
    "tokio",
    "ureq",
];

/// Crates that compile or look for foreign code.
const BUILDERS: [&str; 7] = ["bindgen", "cc", "cmake", "nasm-rs", "pkg-config", "system-deps", "vcpkg"];

fn cargo(arguments: &[&str]) -> String {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What cargo knows about each crate of the workspace's tree on this machine, by name.
fn packages() -> BTreeMap<String, Vec<Value>> {
    let version = cargo(&["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("cargo names its host");
    let metadata = cargo(&["metadata", "--offline", "--format-version=1", "--filter-platform", host]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let mut packages: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for package in metadata["packages"].as_array().unwrap() {
        packages.entry(package["name"].as_str().unwrap().to_owned()).or_default().push(package.clone());
    }
    packages
}

/// Names of the crates that are compiled for the runtime with these features, build scripts and macros included.
fn tree(features: &[&str]) -> BTreeSet<String> {
    let features = features.join(",");
    let tree = cargo(&[
        "tree",
        "--offline",
        "--package",
        "alicloud-runtime",
        "--no-default-features",
        "--features",
        &features,
        "--edges",
        "normal,build",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    tree.lines()
        .filter_map(|line| line.split(' ').next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What is wrong with a crate in the core.
fn objection(name: &str, packages: &BTreeMap<String, Vec<Value>>) -> Option<String> {
    let known = packages.get(name).unwrap_or_else(|| panic!("cargo knows nothing of {name}"));
    let links = known.iter().find_map(|package| package["links"].as_str());
    let objection = match links {
        Some(library) => format!("links the native library `{library}`"),
        None if name.ends_with("-sys") => "stands for a native library".to_owned(),
        None if BUILDERS.contains(&name) => "builds or looks for foreign code".to_owned(),
        None if RUNTIMES.contains(&name) => "is or brings an async runtime".to_owned(),
        None => return None,
    };
    Some(format!("{name} {objection}"))
}

#[test]
fn the_core_is_free_of_native_parts_and_of_async_runtimes() {
    let packages = packages();
    for features in [&[][..], &["test-util", "serde", "sm3"]] {
        let tree = tree(features);
        println!("{:3} crates with features {features:?}: {tree:?}", tree.len());
        assert!(tree.contains("alicloud-runtime") && tree.contains("sha2") && tree.len() > 10, "{tree:?}");
        let objections: Vec<String> = tree.iter().filter_map(|name| objection(name, &packages)).collect();
        assert!(objections.is_empty(), "{objections:?}");
    }
}

/// The eyes of this test are open: with the built-in transports both are there.
#[test]
fn the_transports_are_not() {
    let packages = packages();
    let objections = |features: &[&str]| {
        let tree = tree(features);
        println!("{:3} crates with features {features:?}", tree.len());
        tree.iter().filter_map(|name| objection(name, &packages)).collect::<Vec<_>>().join("; ")
    };
    let built_in = objections(&["reqwest", "rustls"]);
    assert!(
        built_in.contains("tokio is or brings") && built_in.contains("links the native library"),
        "{built_in}"
    );
}
