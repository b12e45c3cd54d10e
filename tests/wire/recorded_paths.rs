//! Calls by path, with a body, with headers and without a signature, compared with recorded ones.

use crate::harness::{assert_recorded, assert_recorded_unsigned, credentials, key, request};
use crate::operations::*;
use alicloud_runtime::operation::Operation;
use alicloud_runtime::record::Bytes;
use alicloud_sdk::Credentials;
use alicloud_tests::vectors::pinned;

#[track_caller]
fn assert_sends<R: Operation>(value: &R, name: &str) {
    let region = if R::DESCRIPTOR.path_template().is_some() { "cn-hangzhou" } else { "cn-shanghai" };
    assert_recorded(&request(credentials(), region, value), name, key());
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn parameters_in_the_path() {
    let detail =
        DescribeClusterNodePoolDetail { cluster_id: text("c-1"), nodepool_id: Some(pinned("special")) };
    assert_sends(&detail, "roa_get_path_param");
}

#[test]
fn parameters_in_path_and_query() {
    let nodes = DescribeClusterNodes {
        cluster_id: text("c-1"),
        page_size: text("10"),
        nodepool_id: Some(pinned("special")),
    };
    assert_sends(&nodes, "roa_get_query");
}

#[test]
fn a_body_of_json() {
    let attach = AttachInstances {
        cluster_id: text("c-1"),
        body: Some(AttachBody {
            instances: Some(vec!["i-1".to_owned(), pinned("special")]),
            keep_instance_name: Some(true),
            password: text("p\"\\/\u{1}<>&'"),
            key_pair: None,
        }),
    };
    assert_sends(&attach, "roa_post_json");
}

#[test]
fn an_empty_body_of_json() {
    assert_sends(&ObjectProbe { body: Some(AttachBody::default()) }, "roa_json_empty_object");
    assert_sends(&ObjectProbe { body: None }, "roa_json_empty_object");
}

#[test]
fn a_body_that_is_a_text() {
    assert_sends(&TextProbe { body: text(r#"{"raw" : 1}"#) }, "roa_json_string_body");
}

#[test]
fn a_body_of_bytes() {
    let bytes = Bytes::from_static(b"\x00\xffabc");
    assert_sends(&ByteProbe { body: Some(bytes) }, "roa_byte_body");
    assert_sends(&BinaryProbe { body: Some(Bytes::from_static(b"hello\n")) }, "stream_body");
}

#[test]
fn a_bearer_token() {
    let token = Credentials::bearer(pinned("bearer_token"));
    let sale = GetCheckSale { region_id: text("cn-hangzhou") };
    assert_recorded_unsigned(&request(token, "cn-shanghai", &sale), "auth_bearer_rpc");
}

#[test]
fn nobody() {
    let request = request(credentials(), "cn-hangzhou", &OpenProbe::default());
    assert_recorded_unsigned(&request, "auth_anonymous_roa");
}

#[test]
fn styles_of_lists() {
    let special = pinned("special");
    assert_sends(
        &InstallAegisForLingjun { uuids: Some(vec!["u1".to_owned(), special.clone()]) },
        "sas_json_style_list",
    );
    assert_sends(&InstallAegisForLingjun { uuids: Some(Vec::new()) }, "sas_json_style_empty_list");
    let types = Some(vec!["alihids".to_owned(), "a,b".to_owned()]);
    assert_sends(&ListPluginForUuid { uuid: text("u"), types }, "sas_simple_style_list");
    let operation =
        |name: &str, target: &str| TargetOperation { operation: text(name), target: text(target) };
    let criteria = AddAssetSelectionCriteria {
        selection_key: text("k"),
        operations: Some(vec![operation("add", "uuid-1"), operation("del", &special)]),
    };
    assert_sends(&criteria, "sas_nested_object_list_flat");
}

/// The recording is about defaults of the client, which there are none of here. What they come to can be called.
#[test]
fn parameters_that_are_headers() {
    let probe = HeaderProbe {
        e: text("ext"),
        same: text("request"),
        g: text("global"),
        header_e: text("ext"),
        header_same: text("ext"),
        header_g: text("global"),
        header_r: text("req"),
    };
    assert_sends(&probe, "merge_order");
}
