use crate::harness::{assert_recorded, credentials, key, sent, sent_with};
use alicloud_runtime::Client;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_sdk::sas::get_check_sale::RegionId;
use alicloud_sdk::sas::get_module_trial_auth_info::{Lang, ModuleCode};
use alicloud_sdk::{Config, Credentials};
use alicloud_tests::operations::{
    ECS, GetCanTrySas, ListCheckItems, ModifyImageRegistry, Probe, RunInstances,
};
use alicloud_tests::vectors::{pinned, vector};
use alicloud_tests::verifier::{Key, from_text};

#[test]
fn get_auth_summary() {
    let request = sent(|sas| sas.get_auth_summary().send());
    assert_recorded(&request, "sas_get_auth_summary", key());
    assert_eq!(request.uri(), "https://tds.cn-shanghai.aliyuncs.com/");
}

#[test]
fn get_module_trial_auth_info() {
    let request =
        sent(|sas| sas.get_module_trial_auth_info().module_code(ModuleCode::VulFix).lang(Lang::En).send());
    assert_recorded(&request, "sas_get_module_trial_auth_info", key());
    let request = sent(|sas| sas.get_module_trial_auth_info().lang("en").module_code("vulFix").send());
    assert_recorded(&request, "sas_get_module_trial_auth_info", key());
}

#[test]
fn get_check_sale() {
    let request = sent(|sas| sas.get_check_sale().region_id(RegionId::ApSoutheast1).send());
    assert_recorded(&request, "sas_get_check_sale", key());
    assert_eq!(request.uri(), "https://tds.cn-shanghai.aliyuncs.com/?RegionId=ap-southeast-1");
}

#[test]
fn temporary_key() {
    let token = pinned("security_token");
    let credentials = credentials().with_security_token(&token);
    let request = sent_with("cn-shanghai", credentials, |sas| {
        sas.get_check_sale().region_id(RegionId::CnHangzhou).send()
    });
    assert_recorded(&request, "auth_sts", key().with_security_token(&token));
}

#[test]
fn special_characters() {
    let reserved = "!'()*-._~:/?#[]@!$&'()*+,;=%\"<>\\^`{|} \t\n";
    let probe = Probe { v: Some(pinned("special")), reserved: Some(reserved.to_owned()) };
    let request = sent(|sas| async move { sas.send(&probe).await });
    assert_recorded(&request, "special_chars_in_query", key());
}

#[test]
fn form() {
    let modify = ModifyImageRegistry {
        user_name: Some("bob".to_owned()),
        password: Some(pinned("special")),
        id: Some(9),
        port: Some(443),
        domain_name: Some("reg.example.com".to_owned()),
    };
    let request = sent(|sas| async move { sas.send(&modify).await });
    assert_recorded(&request, "sas_form_body", key());
}

#[test]
fn form_without_fields() {
    let request = sent(|sas| async move { sas.send(&GetCanTrySas::default()).await });
    assert_recorded(&request, "sas_form_body_empty", key());
}

#[test]
fn get_instead_of_post() {
    let list = ListCheckItems { page_size: Some(20), lang: Some("zh".to_owned()) };
    let request = sent(|sas| async move { sas.send(&list).await });
    assert_recorded(&request, "sas_get_method", key());
}

#[test]
fn published_example() {
    let example = vector("published_example");
    let header = |name| example.header(name).unwrap();
    let (date, nonce) = (from_text(&header("x-acs-date")).unwrap(), header("x-acs-signature-nonce"));
    let transport = Scripted::new().json(200, "{}");
    // The example comes from a caller that does not name its provider.
    let credentials = Credentials::new("YourAccessKeyId", "YourAccessKeySecret").with_provider("");
    let config = Config::new("cn-shanghai", credentials)
        .transport(transport.clone())
        .clock(move || date)
        .nonce(move || Ok(nonce.clone()));
    let run = RunInstances {
        region_id: Some("cn-shanghai".to_owned()),
        image_id: Some("win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd".to_owned()),
    };
    block_on(Client::new(&ECS, config).unwrap().send(&run)).unwrap();
    let request = transport.last().unwrap();
    let bytes = crate::harness::bytes(&request);
    let key = Key::new("YourAccessKeyId", "YourAccessKeySecret");
    let verified = alicloud_tests::verifier::Verifier::new([key]).at(date).verify(&bytes).unwrap();
    assert_eq!(verified.canonical.request, example.canonical_request());
    assert_eq!(verified.canonical.string_to_sign, example.string_to_sign());
    assert_eq!(request.header("authorization"), Some(example.authorization()));
}
