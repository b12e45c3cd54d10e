use crate::harness::{config, credentials, key, sent, sent_with, verify};
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_sdk::sas::get_check_sale::RegionId;
use alicloud_sdk::sas::get_module_trial_auth_info::{Lang, ModuleCode};
use alicloud_sdk::{ErrorKind, sas};
use alicloud_tests::vectors::{pinned, vector};

#[test]
fn a_documented_default_is_never_sent() {
    assert_eq!(sent(|sas| sas.get_module_trial_auth_info().send()).query(), "");
    let request = sent(|sas| sas.get_module_trial_auth_info().module_code(ModuleCode::VulFix).send());
    assert_eq!(request.query(), "ModuleCode=vulFix");
    let request = sent(|sas| sas.get_module_trial_auth_info().lang(Lang::Zh).send());
    assert_eq!(request.query(), "Lang=zh", "unless it is asked for");
}

#[test]
fn the_region_of_the_client_is_never_a_parameter() {
    for region in ["cn-hangzhou", "ap-southeast-1"] {
        let request = sent_with(region, credentials(), |sas| sas.get_check_sale().send());
        assert_eq!((request.query(), request.body().len()), ("", 0));
        assert!(!request.headers().values().any(|value| value.as_bytes() == region.as_bytes()));
    }
    let request = sent_with("cn-hangzhou", credentials(), |sas| {
        sas.get_check_sale().region_id(RegionId::ApSoutheast1).send()
    });
    assert_eq!(request.uri(), "https://tds.cn-shanghai.aliyuncs.com/?RegionId=ap-southeast-1");
}

#[test]
fn unset_and_empty_are_sent_differently() {
    assert_eq!(sent(|sas| sas.get_check_sale().send()).query(), "");
    assert_eq!(sent(|sas| sas.get_check_sale().region_id("").send()).query(), "RegionId=");
    let request = sent(|sas| sas.get_module_trial_auth_info().module_code("").lang("").send());
    assert_eq!(request.query(), "Lang=&ModuleCode=");
    verify(&request, key());
}

#[test]
fn unlisted_values_are_sent_as_they_are() {
    let special = pinned("special");
    let recorded = vector("special_chars_in_query");
    let encoded = recorded.canonical_query().rsplit_once("V=").unwrap().1;
    let request = sent(|sas| sas.get_check_sale().region_id(RegionId::from(special.as_str())).send());
    assert_eq!(request.query(), format!("RegionId={encoded}"));
    assert_eq!(verify(&request, key()).parameter("RegionId"), Some(special.as_str()));

    let special_again = special.clone();
    let request =
        sent(|sas| sas.get_module_trial_auth_info().module_code(special_again).lang("\u{1F980}").send());
    assert_eq!(request.query(), format!("Lang=%F0%9F%A6%80&ModuleCode={encoded}"));
    assert_eq!(verify(&request, key()).parameter("ModuleCode"), Some(special.as_str()));
}

#[test]
fn a_value_cannot_become_another_parameter() {
    let request = sent(|sas| sas.get_check_sale().region_id("a&Lang=en#x\r\nx-acs-action: Other").send());
    let verified = verify(&request, key());
    assert_eq!((verified.query.len(), verified.action.as_str()), (1, "GetCheckSale"));
}

#[test]
fn the_last_value_of_a_setter_counts() {
    let request = sent(|sas| sas.get_check_sale().region_id("a").region_id("b").send());
    assert_eq!(request.query(), "RegionId=b");
}

#[test]
fn parameters_are_sorted_whatever_the_order_of_the_setters() {
    let one = sent(|sas| sas.get_module_trial_auth_info().module_code("m").lang("l").send());
    let other = sent(|sas| sas.get_module_trial_auth_info().lang("l").module_code("m").send());
    assert_eq!((one.query(), other.query()), ("Lang=l&ModuleCode=m", "Lang=l&ModuleCode=m"));
}

#[test]
fn a_value_too_long_for_an_address_is_not_sent() {
    let transport = Scripted::new().json(200, "{}");
    let client = sas::Client::new(config("cn-shanghai", credentials(), &transport)).unwrap();
    let error = block_on(client.get_check_sale().region_id("x".repeat(1 << 17)).send()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(error.to_string().len() < 1000, "the value stays out of the message");
    assert!(transport.requests().is_empty());
}
