//! Whatever arrives, reply and report together hold all of it.
#![allow(clippy::unwrap_used)]

mod support;

use alicloud_runtime::testing::check_sample;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use support::All;

/// The fields of the support types and some that nobody knows.
const NAMES: [&str; 26] = [
    "String",
    "Integer",
    "Long",
    "Float",
    "Double",
    "Boolean",
    "Any",
    "Color",
    "Level",
    "Inner",
    "Node",
    "Strings",
    "Numbers",
    "Colors",
    "Inners",
    "Matrix",
    "Anything",
    "Labels",
    "ByName",
    "Optional",
    "OptionalMap",
    "Name",
    "Sizes",
    "Next",
    "Children",
    "a.b{c}[0]",
];

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3_i64..3).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter("finite", |value| value.is_finite()).prop_map(Value::from),
        any::<f32>().prop_filter("finite", |value| value.is_finite()).prop_map(Value::from),
        select(vec![
            "", " ", "1", "-7 ", "2.0", "1.5", "1e3", "true", "FALSE", "red", "2", "null", "[1]", "{}"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            members(inner.clone(), 0..4).prop_map(Value::from_iter),
            (select(NAMES.to_vec()), vec(inner, 0..3))
                .prop_map(|(name, items)| Value::from_iter([(name, Value::from(items))])),
        ]
    })
}

fn members(
    value: impl Strategy<Value = Value>,
    count: std::ops::Range<usize>,
) -> impl Strategy<Value = std::collections::BTreeMap<String, Value>> {
    btree_map(select(NAMES.to_vec()).prop_map(str::to_owned), value, count)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn nothing_is_lost(reply in members(value(), 0..8)) {
        let sample = Value::from_iter(reply).to_string();
        let problems = check_sample::<All>(&sample, &[]).err().unwrap_or_default();
        let lost: Vec<&str> = problems.lines().filter(|line| !line.contains("; that is not recorded as `")).collect();
        prop_assert!(lost.is_empty(), "{lost:?} of {sample}");
    }
}
