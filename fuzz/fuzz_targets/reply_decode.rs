//! Any bytes as a reply: decoding returns a reply or an error, and a decoded reply encodes and decodes to itself.
#![no_main]

use alicloud_runtime::record::{Node, Record, decode, to_json_text};
use alicloud_sdk::sas::{get_auth_summary, get_check_sale, get_module_trial_auth_info};
use libfuzzer_sys::fuzz_target;
use std::fmt::Debug;

fuzz_target!(|bytes: &[u8]| {
    check::<get_auth_summary::Reply>(bytes);
    check::<get_check_sale::Reply>(bytes);
    check::<get_module_trial_auth_info::Reply>(bytes);
});

fn check<R: Record + Default + PartialEq + Clone + Debug>(bytes: &[u8]) {
    let Ok(decoded) = decode::<R>(bytes) else { return };
    let value = decoded.value;
    assert_eq!(value, value.clone());
    let _ = format!("{value:?} {}", decoded.report);
    let text = to_json_text(Node::Record(&value)).expect("what was decoded from JSON has a JSON form");
    let again = decode::<R>(text.as_bytes()).expect("what was encoded can be decoded");
    assert_eq!(value, again.value, "{text}");
    assert!(again.report.coercions().is_empty(), "{}", again.report);
}
