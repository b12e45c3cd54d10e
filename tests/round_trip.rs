//! Decode of encode is identity, for every emitted type.
//!
//! The list of types comes from the model, so none can be forgotten; the values come from the field tables.

// A test stops at the first thing that it cannot work with, and these are its means to do so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "round_trip/calls.rs"]
mod calls;
#[path = "round_trip/fill.rs"]
mod fill;
#[path = "round_trip/walks.rs"]
mod walks;

use alicloud_runtime::record::{self, Decoded, Node, Record};
use fill::Filler;
use proptest::prelude::*;
use std::fmt::Debug;

/// A type of the list: its path, and what is checked with a seed.
type Check = (&'static str, fn(u64) -> Result<(), TestCaseError>);

macro_rules! list {
    ($($type:path: $values:expr;)+) => {
        const TYPES: &[Check] = &[$((stringify!($type), |seed| round_trip::<$type>(seed, &$values))),+];
    };
}

alicloud_tests::every_type!(list);

fn round_trip<R>(seed: u64, values: &[&str]) -> Result<(), TestCaseError>
where
    R: Record + Default + Clone + PartialEq + Debug,
{
    let mut value = R::default();
    let mut filler = Filler::new(seed, values);
    filler.fill(&mut value);
    prop_assert_eq!(&value.clone(), &value, "a clone differs from its original");
    let shown = format!("{value:?} {value:#?}");
    prop_assert!(shown.starts_with((&value as &dyn Record).shape().name()));

    let text = record::to_json_text(Node::Record(&value)).unwrap();
    same(&value, record::decode(text.as_bytes()).unwrap(), filler.unlisted(), &text)?;
    let json = record::to_json(&value).unwrap();
    same(&value, record::decode_value(&json).unwrap(), filler.unlisted(), &text)
}

fn same<R>(value: &R, decoded: Decoded<R>, unlisted: usize, text: &str) -> Result<(), TestCaseError>
where
    R: Record + PartialEq + Debug,
{
    prop_assert_eq!(&decoded.value, value, "{}", text);
    prop_assert_eq!(decoded.report.coercions(), &[], "{}", text);
    prop_assert_eq!(decoded.report.unknown_fields(), &[], "{}", text);
    prop_assert_eq!(decoded.report.unlisted_values().len(), unlisted, "{}", text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn decode_of_encode_is_identity(seed: u64) {
        for (name, check) in TYPES {
            check(seed).map_err(|error| TestCaseError::fail(format!("{name}, seed {seed}: {error}")))?;
        }
    }
}

#[test]
fn the_list_has_the_types_of_the_operations_and_of_the_fixtures() {
    for name in ["sas::get_auth_summary::VersionSummary", "orchard::plant_trees::Tree", "bell::ring::Request"]
    {
        // The compiler breaks long paths into lines.
        let is_listed = |path: &str| path.split_whitespace().collect::<String>().ends_with(name);
        assert!(TYPES.iter().any(|(path, _)| is_listed(path)), "{name} is not listed");
    }
}

/// Otherwise the property would hold of empty values only.
#[test]
fn values_reach_every_field() {
    type Reply = alicloud_sdk::sas::get_auth_summary::Reply;
    let set: std::collections::BTreeSet<usize> = (0..100)
        .flat_map(|seed| {
            let mut reply = Reply::default();
            Filler::new(seed, &["1", "NORMAL"]).fill(&mut reply);
            let fields = (&reply as &dyn Record).shape().fields().len();
            (0..fields).filter(move |index| reply.slot(*index).node().is_some())
        })
        .collect();
    assert_eq!(set.len(), (&Reply::default() as &dyn Record).shape().fields().len());
}
