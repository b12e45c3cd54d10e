//! A dry run with the clock, the nonce and the key of a recorded call is that call.

use crate::program::{prints, with_key};
use alicloud_tests::vectors::{Vector, pinned, vector};
use serde_json::Value;
use std::process::Command;

fn command(arguments: &[&str]) -> Command {
    let (date, nonce) = (pinned("date"), pinned("nonce"));
    let pins = ["--region", "cn-shanghai", "--dry-run", "--date", &date, "--nonce", &nonce];
    with_key(&[arguments, &pins].concat(), &pinned("access_key_id"), &pinned("access_key_secret"))
}

#[track_caller]
fn assert_recorded(command: &mut Command, name: &str) {
    let expected = vector(name);
    let request: Value = serde_json::from_str(&prints(command)).unwrap();
    assert_eq!(request["canonical_request"], expected.canonical_request());
    assert_eq!(request["string_to_sign"], expected.string_to_sign());
    assert_eq!(request["headers"]["authorization"], expected.authorization());
    assert_eq!(request["body"].as_str().unwrap().as_bytes(), expected.body_bytes());
    let (line, host) = (expected.request_line(), header(&expected, "host"));
    let method = request["method"].as_str().unwrap();
    let target = request["url"].as_str().unwrap().strip_prefix(&format!("https://{host}")).unwrap();
    assert_eq!(target.split('?').next(), Some("/"));
    // The recorded runtime writes the query in another order than it signs it in.
    let query = target.strip_prefix('/').unwrap().trim_start_matches('?');
    assert_eq!(query, expected.canonical_query());
    assert!(line.starts_with(&format!("{method} /")), "{line}");
    for name in signed(expected.authorization()) {
        assert_eq!(request["headers"][name], header(&expected, name), "{name}");
    }
}

fn header(vector: &Vector, name: &str) -> String {
    vector.header(name).unwrap_or_else(|| panic!("no header {name}"))
}

/// Names of the headers that a signature covers.
fn signed(authorization: &str) -> Vec<&str> {
    let (_, rest) = authorization.split_once("SignedHeaders=").unwrap();
    rest.split(',').next().unwrap().split(';').collect()
}

#[test]
fn without_parameters() {
    assert_recorded(&mut command(&["sas", "GetAuthSummary"]), "sas_get_auth_summary");
}

#[test]
fn with_parameters() {
    let arguments = ["sas", "GetModuleTrialAuthInfo", "--ModuleCode", "vulFix", "--Lang", "en"];
    assert_recorded(&mut command(&arguments), "sas_get_module_trial_auth_info");
}

#[test]
fn with_a_parameter_that_is_a_region() {
    let arguments = ["sas", "GetCheckSale", "--RegionId", "ap-southeast-1"];
    assert_recorded(&mut command(&arguments), "sas_get_check_sale");
}

#[test]
fn with_a_temporary_key() {
    let mut command = command(&["sas", "GetCheckSale", "--RegionId", "cn-hangzhou"]);
    assert_recorded(command.env("ALIBABA_CLOUD_SECURITY_TOKEN", pinned("security_token")), "auth_sts");
}

#[test]
fn another_nonce_is_another_signature() {
    let mut command = with_key(
        &["sas", "GetAuthSummary", "--region", "cn-shanghai", "--dry-run", "--date", &pinned("date")],
        &pinned("access_key_id"),
        &pinned("access_key_secret"),
    );
    let request: Value = serde_json::from_str(&prints(&mut command)).unwrap();
    assert_ne!(request["headers"]["authorization"], vector("sas_get_auth_summary").authorization());
}
