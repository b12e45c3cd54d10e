//! Synthesized values: the same for a seed, valid, and rare enough.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;
#[path = "support/variety.rs"]
mod variety;

use alicloud_runtime::operation::Operation;
use alicloud_runtime::record::{self, Node, Record};
use alicloud_runtime::testing::{Any, Script, block_on, check_call, synthesize, synthesize_request};
use alicloud_runtime::{CallOptions, Client};
use support::operations::{Find, GetModuleTrialAuthInfo};
use support::{All, Color};
use variety::{Login, Store, Stored, Upload, VAULT, Watch};

fn seeds() -> impl Iterator<Item = All> {
    (0..300).map(synthesize::<All>)
}

#[test]
fn a_seed_always_gives_the_same() {
    for seed in 0..50 {
        assert_eq!(synthesize::<All>(seed), synthesize::<All>(seed), "{seed}");
    }
    let different = (2..50).filter(|seed| synthesize::<All>(*seed) != synthesize::<All>(seed + 1)).count();
    assert_eq!(different, 48);
}

#[test]
fn nothing_and_everything() {
    assert_eq!(synthesize::<All>(0), All::default());
    let all: All = synthesize(1);
    let is_set = |index: usize| match all.slot(index).node() {
        // Reply lists and maps are never unset.
        Some(_) => true,
        None => (&all as &dyn Record).shape().fields()[index] == "Any",
    };
    assert!((0..(&all as &dyn Record).shape().fields().len()).all(is_set), "{all:?}");
}

#[test]
fn encoding_and_decoding_give_the_value_back() {
    for (seed, value) in seeds().enumerate() {
        let text = record::to_json_text(Node::Record(&value)).unwrap();
        let decoded = record::decode::<All>(text.as_bytes()).unwrap();
        assert_eq!(decoded.value, value, "{seed}: {text}");
        assert!(decoded.report.coercions().is_empty() && decoded.report.raw_values().is_empty(), "{seed}");
    }
}

#[test]
fn rare_shapes_come_up() {
    let any = |is: &dyn Fn(&All) -> bool| seeds().any(|value| is(&value));
    assert!(any(&|value| value.string.is_none()) && any(&|value| value.string.as_deref() == Some("")));
    assert!(any(&|value| value.string.as_ref().is_some_and(|text| text.len() > 4_000)));
    assert!(any(&|value| value.string.as_ref().is_some_and(|text| !text.is_ascii())));
    assert!(any(&|value| value.integer == Some(i32::MIN)) && any(&|value| value.long == Some(i64::MAX)));
    assert!(any(&|value| value.color == Some(Color::Red)) && any(&|value| value.color == Some(Color::Green)));
    assert!(any(&|value| matches!(value.color, Some(Color::Unlisted(_)))));
    assert!(any(&|value| matches!(value.level, Some(support::Level::Unlisted(_)))));
    assert!(any(&|value| value.strings.is_empty()) && any(&|value| value.strings.len() == 50));
    assert!(any(&|value| value.labels.contains_key("")) && any(&|value| value.labels.contains_key("a.b")));
    assert!(any(&|value| value.node.as_ref().is_some_and(|node| node.children.len() > 1)));
    assert!(any(&|value| value.optional.is_none()) && any(&|value| value.optional == Some(Vec::new())));
}

#[test]
fn types_that_contain_themselves_stay_small() {
    let largest = (0..300).map(synthesize::<support::Node>).map(|node| format!("{node:?}").len()).max();
    assert!(largest.unwrap() < 300_000, "{largest:?}");
}

#[test]
fn synthesized_replies_come_through_a_client() {
    for seed in 0..40 {
        let script = Script::new();
        let given = || synthesize::<All>(seed);
        script.on::<Find>(Any).reply(given());
        let client = Client::new(&support::operations::PRODUCT, script.config()).unwrap();
        let reply = block_on(client.send(&synthesize_request::<Find>(seed))).unwrap();
        assert_eq!(reply.into_inner(), given(), "{seed}");
    }
}

/// What a seed sends, or why it cannot.
fn sendable<R: Operation>(seed: u64) -> Result<(), String> {
    let client = Client::new(R::DESCRIPTOR.product(), Script::new().config()).unwrap();
    let signed = client.dry_run(&synthesize_request::<R>(seed), CallOptions::new()).blocking();
    signed.map(|_| ()).map_err(|error| format!("{seed}: {error}"))
}

#[test]
fn every_synthesized_request_can_be_sent() {
    for seed in 0..300 {
        assert_eq!(sendable::<Store>(seed), Ok(()));
        assert_eq!(sendable::<Login>(seed), Ok(()));
        assert_eq!(sendable::<Watch>(seed), Ok(()));
        assert_eq!(sendable::<Upload>(seed), Ok(()));
        assert_eq!(sendable::<GetModuleTrialAuthInfo>(seed), Ok(()));
    }
    let set: Store = synthesize_request(1);
    assert!(set.body.is_some() && set.tags.is_some() && set.x_pass.is_some());
    let unset: Store = synthesize_request(0);
    assert!(unset.vault.is_some() && unset.body.is_none() && unset.tags.is_none());
}

#[test]
fn the_call_by_name_is_the_typed_call() {
    assert_eq!(check_call::<Store>(), Ok(()));
    assert_eq!(check_call::<Login>(), Ok(()));
    assert_eq!(check_call::<Watch>(), Ok(()));
    assert_eq!(check_call::<Upload>(), Ok(()));
    assert_eq!(check_call::<Find>(), Ok(()));
}

/// A table whose rows are in another order than the fields of the type: a slip that only a comparison finds.
#[test]
fn a_table_that_does_not_fit_its_type_is_found() {
    use alicloud_runtime::operation::{Descriptor, Effect, Kind, Method, Parameter};
    #[derive(Default)]
    struct Swapped {
        first: Option<String>,
        second: Option<String>,
    }
    alicloud_runtime::record! { Swapped { first: String = 0: "First", second: String = 1: "Second" } }
    impl Operation for Swapped {
        type Reply = Stored;
        const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
            "Swapped",
            &VAULT,
            Method::Post,
            Effect::Read,
            &[Parameter::query("Second", Kind::String), Parameter::query("First", Kind::String)],
        );
    }
    let problems = check_call::<Swapped>().unwrap_err();
    assert!(problems.contains("Swapped, seed 1: the two calls differ in query"), "{problems}");
}

/// Pages are large: the reply's size must not be part of the call's.
#[test]
fn a_large_reply_does_not_make_a_large_call() {
    assert!(std::mem::size_of::<alicloud_runtime::Pending<All>>() <= 1_024);
}
