//! Every recorded vector through the public API: what `dry_run` signs is what the official runtimes sign.

use crate::harness::{config, credentials, headers};
use crate::operations::*;
use alicloud_runtime::operation::Operation;
use alicloud_runtime::record::Bytes;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{Algorithm, CallOptions, Client, SignedRequest};
use alicloud_sdk::sas::{self, get_auth_summary, get_module_trial_auth_info};
use alicloud_sdk::{Config, Credentials};
use alicloud_tests::operations::{
    ECS, GetCanTrySas, ListCheckItems, ModifyImageRegistry, Probe, RunInstances,
};
use alicloud_tests::vectors::{Vector, names, pinned, vector};
use alicloud_tests::verifier::{RawRequest, from_text};
use serde_json::json;

/// The vectors that are no requests of this project.
const EXCEPTED: [(&str, &str); 9] = [
    ("legacy_rpc_v2", "signature of before V3; no operation here needs it"),
    ("legacy_rpc_v2_form_sts", "signature of before V3"),
    ("legacy_rpc_v2_bearer", "protocol of before V3"),
    ("legacy_rpc_v2_anonymous", "protocol of before V3"),
    ("legacy_roa_v2_json", "signature of before V3"),
    ("legacy_roa_v2_get_sts", "signature of before V3"),
    (
        "file_upload_advance",
        "three calls in one, the second of them to object storage; callers upload on their own",
    ),
    ("scalars_in_query_python", "Python's `True`; see `tables` for what the other runtimes write"),
    ("scalars_in_form_body_python", "Python's `True`; see `tables` for what the other runtimes write"),
];

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// The request of a vector; `None` where there is none.
fn request(name: &str) -> Option<SignedRequest> {
    let special = || pinned("special");
    Some(match name {
        "sas_get_auth_summary" => typed(&get_auth_summary::Request::default()),
        "sas_get_module_trial_auth_info" => {
            let mut trial = get_module_trial_auth_info::Request::default();
            trial.module_code = Some("vulFix".into());
            trial.lang = Some("en".into());
            typed(&trial)
        }
        "sas_get_check_sale" => by_name("GetCheckSale", json!({"RegionId": "ap-southeast-1"})),
        "sas_nested_object_list_flat" => typed(&AddAssetSelectionCriteria {
            selection_key: text("k"),
            operations: Some(vec![target("add", "uuid-1"), target("del", &special())]),
        }),
        "sas_json_style_list" => {
            typed(&InstallAegisForLingjun { uuids: Some(vec!["u1".to_owned(), special()]) })
        }
        "sas_json_style_empty_list" => typed(&InstallAegisForLingjun { uuids: Some(Vec::new()) }),
        "sas_simple_style_list" => typed(&ListPluginForUuid {
            uuid: text("u"),
            types: Some(vec!["alihids".to_owned(), "a,b".to_owned()]),
        }),
        "sas_form_body" => typed(&ModifyImageRegistry {
            user_name: text("bob"),
            password: Some(special()),
            id: Some(9),
            port: Some(443),
            domain_name: text("reg.example.com"),
        }),
        "sas_form_body_empty" => typed(&GetCanTrySas::default()),
        "sas_get_method" => typed(&ListCheckItems { page_size: Some(20), lang: text("zh") }),
        "special_chars_in_query" => typed(&Probe {
            v: Some(special()),
            reserved: text("!'()*-._~:/?#[]@!$&'()*+,;=%\"<>\\^`{|} \t\n"),
        }),
        "roa_get_path_param" => {
            typed(&DescribeClusterNodePoolDetail { cluster_id: text("c-1"), nodepool_id: Some(special()) })
        }
        "roa_get_query" => typed(&DescribeClusterNodes {
            cluster_id: text("c-1"),
            page_size: text("10"),
            nodepool_id: Some(special()),
        }),
        "roa_post_json" => typed(&AttachInstances {
            cluster_id: text("c-1"),
            body: Some(AttachBody {
                instances: Some(vec!["i-1".to_owned(), special()]),
                keep_instance_name: Some(true),
                password: text("p\"\\/\u{1}<>&'"),
                key_pair: None,
            }),
        }),
        "roa_json_empty_object" => typed(&ObjectProbe { body: Some(AttachBody::default()) }),
        "roa_json_string_body" => typed(&TextProbe { body: text(r#"{"raw" : 1}"#) }),
        "roa_byte_body" => typed(&ByteProbe { body: Some(Bytes::from_static(b"\x00\xffabc")) }),
        "stream_body" => typed(&BinaryProbe { body: Some(Bytes::from_static(b"hello\n")) }),
        "auth_sts" => {
            let temporary = credentials().with_security_token(pinned("security_token"));
            signed(temporary, &sale(), CallOptions::new(), |config| config)
        }
        "auth_bearer_rpc" => {
            signed(Credentials::bearer(pinned("bearer_token")), &sale(), CallOptions::new(), |config| config)
        }
        "auth_anonymous_roa" => typed(&OpenProbe::default()),
        "sm3_rpc" => {
            signed(credentials(), &sale(), CallOptions::new(), |config| config.algorithm(Algorithm::HmacSm3))
        }
        "merge_order" => merge_order(),
        "published_example" => published_example(),
        _ => return None,
    })
}

fn sale() -> GetCheckSale {
    GetCheckSale { region_id: text("cn-hangzhou") }
}

fn target(operation: &str, target: &str) -> TargetOperation {
    TargetOperation { operation: text(operation), target: text(target) }
}

fn typed<R: Operation>(request: &R) -> SignedRequest {
    signed(credentials(), request, CallOptions::new(), |config| config)
}

fn by_name(operation: &str, parameters: serde_json::Value) -> SignedRequest {
    let client = Client::new(&sas::PRODUCT, config("cn-shanghai", credentials(), &Scripted::new())).unwrap();
    let operation = sas::OPERATIONS.iter().find(|known| known.name() == operation).unwrap();
    block_on(client.dry_run_with(operation, &parameters, CallOptions::new())).unwrap()
}

/// Nothing is sent: the transport has no answers.
fn signed<R: Operation>(
    credentials: Credentials,
    request: &R,
    options: CallOptions,
    change: impl Fn(Config) -> Config,
) -> SignedRequest {
    let region = if R::DESCRIPTOR.path_template().is_some() { "cn-hangzhou" } else { "cn-shanghai" };
    let transport = Scripted::new();
    let client =
        Client::new(R::DESCRIPTOR.product(), change(config(region, credentials, &transport))).unwrap();
    let signed = block_on(client.dry_run(request, options)).unwrap();
    assert!(transport.requests().is_empty());
    signed
}

/// The recording is about three layers of defaults. A call here has one, its options, and what the layers come to can be
/// said with them. The order is another one: an option goes before the parameter of its name, where an official runtime
/// lets the request win (`E`, `G` and the headers are such defaults, `Same` is the request's).
fn merge_order() -> SignedRequest {
    let options = CallOptions::new()
        .query("G", "global")
        .query("E", "ext")
        .header("x-acs-g", "global")
        .header("x-acs-e", "ext")
        .header("x-acs-same", "ext")
        .header("x-acs-r", "req");
    signed(credentials(), &QueryProbe { same: text("request") }, options, |config| config)
}

fn published_example() -> SignedRequest {
    let example = vector("published_example");
    let header = |name| example.header(name).unwrap();
    let (date, nonce) = (from_text(&header("x-acs-date")).unwrap(), header("x-acs-signature-nonce"));
    // The example comes from a caller that does not name its provider.
    let credentials = Credentials::new("YourAccessKeyId", "YourAccessKeySecret").with_provider("");
    let config = Config::new("cn-shanghai", credentials)
        .transport(Scripted::new())
        .clock(move || date)
        .nonce(move || Ok(nonce.clone()));
    let run = RunInstances {
        region_id: text("cn-shanghai"),
        image_id: text("win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"),
    };
    block_on(Client::new(&ECS, config).unwrap().dry_run(&run, CallOptions::new())).unwrap()
}

/// The request is the recorded one: the canonical request, the string to sign, the signature, the body, and all headers
/// but those of the HTTP stack. Where nothing is signed there is the address to compare.
#[track_caller]
fn assert_equal(name: &str, request: &SignedRequest, expected: &Vector) {
    let header = |name| request.headers().get(name).map(|value| value.to_str().unwrap());
    if expected.is_signed() {
        assert_eq!(request.canonical_request(), Some(expected.canonical_request()), "{name}");
        assert_eq!(request.string_to_sign().as_deref(), Some(expected.string_to_sign()), "{name}");
        assert_eq!(header("authorization"), Some(expected.authorization()), "{name}");
    } else {
        assert_eq!((request.canonical_request(), request.string_to_sign()), (None, None), "{name}");
        assert_eq!(header("authorization"), None, "{name}");
        let address = request.url().split_once("://").unwrap().1.to_owned();
        let line = format!("{} {} HTTP/1.1", request.method(), &address[address.find('/').unwrap()..]);
        assert_eq!(line, expected.request_line(), "{name}");
    }
    assert_eq!(request.body(), &expected.body_bytes(), "{name}");
    let raw = RawRequest::parse(&expected.bytes()).unwrap();
    let own = request.headers().iter();
    let own: String = own.map(|(name, value)| format!("{name}: {}\r\n", value.to_str().unwrap())).collect();
    let own = RawRequest::parse(format!("GET / HTTP/1.1\r\n{own}\r\n").as_bytes()).unwrap();
    let mut own = headers(&own);
    // The published example shows the headers that are signed, and no others.
    own.retain(|(header, _)| name != "published_example" || header != "accept");
    assert_eq!(own, headers(&raw), "{name}");
}

/// Prints each vector with what became of it. One that is neither compared nor excepted fails, and so does an exception
/// that stands for nothing.
#[test]
fn every_vector_is_compared_or_excepted() {
    let names = names();
    let mut compared = 0;
    for name in &names {
        let reason = EXCEPTED.iter().find(|(excepted, _)| excepted == name).map(|(_, reason)| *reason);
        match (request(name), reason) {
            (Some(request), None) => {
                assert_equal(name, &request, &vector(name));
                compared += 1;
                println!("{name:32} equal");
            }
            (None, Some(reason)) => println!("{name:32} excepted: {reason}"),
            (None, None) => panic!("{name} is neither compared nor excepted"),
            (Some(_), Some(_)) => panic!("{name} is excepted and there is a request for it"),
        }
    }
    let stale = EXCEPTED.iter().find(|(name, _)| !names.iter().any(|known| known == name));
    assert_eq!(stale, None, "an exception for what is not there");
    println!("{compared} of {} vectors compared, {} excepted", names.len(), EXCEPTED.len());
    assert_eq!((compared, names.len()), (24, 33));
}
