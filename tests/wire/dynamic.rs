use crate::harness::{bytes, config, credentials, sent, sent_with};
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_sdk::sas::get_module_trial_auth_info::{Lang, ModuleCode, Request};
use alicloud_sdk::{ErrorKind, sas};
use serde_json::{Value, json};

/// What a call by name sends.
fn by_name(operation: &'static str, parameters: Value) -> Vec<u8> {
    bytes(&sent(|sas| async move { sas.call(operation, parameters).await }))
}

#[test]
fn a_call_by_name_sends_the_bytes_of_the_typed_call() {
    let typed = bytes(&sent(|sas| sas.get_check_sale().region_id("cn-hangzhou").send()));
    assert_eq!(by_name("GetCheckSale", json!({"RegionId": "cn-hangzhou"})), typed);
    let typed = bytes(&sent(|sas| {
        sas.get_module_trial_auth_info().module_code(ModuleCode::CloudSiem).lang(Lang::Zh).send()
    }));
    assert_eq!(by_name("GetModuleTrialAuthInfo", json!({"Lang": "zh", "ModuleCode": "cloudSiem"})), typed);
    let typed = bytes(&sent(|sas| sas.get_auth_summary().send()));
    assert_eq!(by_name("GetAuthSummary", json!({})), typed);
}

#[test]
fn plain_data_sends_the_bytes_of_the_fluent_call() {
    let fluent = sent(|sas| sas.get_module_trial_auth_info().module_code("vulFix").send());
    let mut request = Request::default();
    request.module_code = Some(ModuleCode::VulFix);
    let plain = sent(|sas| async move { sas.send(&request).await });
    assert_eq!(bytes(&plain), bytes(&fluent));
    let taken = sent(|sas| async move {
        let request = sas.get_module_trial_auth_info().module_code("vulFix").into_request();
        sas.send(&request).await
    });
    assert_eq!(bytes(&taken), bytes(&fluent));
}

#[test]
fn null_is_unset_and_empty_is_empty() {
    let unset = bytes(&sent(|sas| sas.get_check_sale().send()));
    assert_eq!(by_name("GetCheckSale", json!({"RegionId": null})), unset);
    let empty = bytes(&sent(|sas| sas.get_check_sale().region_id("").send()));
    assert_eq!(by_name("GetCheckSale", json!({"RegionId": ""})), empty);
    assert_ne!(unset, empty);
}

#[test]
fn temporary_keys_work_by_name() {
    let temporary = || credentials().with_security_token("token");
    let typed = sent_with("cn-shanghai", temporary(), |sas| sas.get_auth_summary().send());
    let named =
        sent_with(
            "cn-shanghai",
            temporary(),
            |sas| async move { sas.call("GetAuthSummary", json!({})).await },
        );
    assert_eq!(bytes(&typed), bytes(&named));
    assert_eq!(typed.header("x-acs-security-token"), Some("token"));
}

#[test]
fn a_wrong_call_by_name_sends_nothing() {
    let transport = Scripted::new().json(200, "{}");
    let client = sas::Client::new(config("cn-shanghai", credentials(), &transport)).unwrap();
    let refused = |operation: &'static str, parameters| {
        let error = block_on(client.call(operation, parameters)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request, "{error}");
        error.message().to_owned()
    };
    assert!(refused("GetCheckSales", json!({})).contains("GetCheckSale`"), "a suggestion");
    assert!(refused("GetCheckSale", json!({"Regionid": "x"})).contains("RegionId"));
    assert!(refused("GetCheckSale", json!({"RegionId": 1})).contains("RegionId"));
    assert!(!refused("GetCheckSale", json!({"RegionId": ["s3cret"]})).contains("s3cret"));
    refused("GetCheckSale", json!([]));
    assert!(transport.requests().is_empty());
}
