//! What the field tables provide: encoding, `Clone`, `Debug`, `PartialEq`, enumerations, and serde.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use alicloud_runtime::record::{Node, Record, decode, to_json, to_json_text};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::HashSet;
use support::{All, Color, Inner, Level, Node as Chain};

fn chain(depth: u32) -> BoxedStrategy<Chain> {
    let leaf = of(any::<i64>()).prop_map(|value| Chain { value, ..Chain::default() });
    leaf.prop_recursive(depth, 8, 2, |inner| {
        (of(any::<i64>()), of(inner.clone().prop_map(Box::new)), vec(inner, 0..2))
            .prop_map(|(value, next, children)| Chain { value, next, children })
    })
    .boxed()
}

fn inner() -> impl Strategy<Value = Inner> {
    (of(".*"), of(".*"), vec(any::<i32>(), 0..3)).prop_map(|(name, password, sizes)| Inner {
        name,
        password,
        sizes,
    })
}

fn color() -> impl Strategy<Value = Color> {
    prop_oneof![Just("red".to_owned()), Just("2".to_owned()), ".*"].prop_map(Color::from)
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("finite", |value| value.is_finite()).prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(prop_oneof![inner.clone(), Just(Value::Null)], 0..3).prop_map(Value::from),
            btree_map(".*", inner, 0..3).prop_map(Value::from_iter),
        ]
    })
}

fn finite<T: Copy + Into<f64>>(number: &T) -> bool {
    (*number).into().is_finite()
}

fn all() -> impl Strategy<Value = All> {
    let scalars = (
        of(".*"),
        of(any::<i32>()),
        of(any::<i64>()),
        of(any::<f32>().prop_filter("finite", finite)),
        of(any::<f64>().prop_filter("finite", finite)),
        of(any::<bool>()),
        of(value()),
        of(color()),
        of(prop_oneof![Just(0), Just(1), any::<i64>()].prop_map(Level::from)),
        of(inner()),
    );
    let nested = (
        of(chain(3).prop_map(Box::new)),
        vec(".*", 0..3),
        vec(any::<i64>(), 0..3),
        vec(color(), 0..3),
        vec(inner(), 0..3),
        vec(vec(any::<i32>(), 0..3), 0..3),
        btree_map(".*", ".*", 0..3),
        btree_map(".*", inner(), 0..3),
        of(vec(any::<bool>(), 0..3)),
        of(btree_map(".*", any::<f64>().prop_filter("finite", finite), 0..3)),
    );
    (scalars, nested, vec(value(), 0..3)).prop_map(|(scalars, nested, anything)| {
        let (string, integer, long, float, double, boolean, any, color, level, inner) = scalars;
        let (node, strings, numbers, colors, inners, matrix, labels, by_name, optional, optional_map) =
            nested;
        All {
            string,
            integer,
            long,
            float,
            double,
            boolean,
            any,
            color,
            level,
            inner,
            node,
            strings,
            numbers,
            colors,
            inners,
            matrix,
            anything,
            labels,
            by_name,
            optional,
            optional_map,
        }
    })
}

proptest! {
    #[test]
    fn decoding_what_was_encoded_is_the_identity(record in all()) {
        let json = to_json_text(Node::Record(&record)).unwrap();
        let decoded = decode::<All>(json.as_bytes()).unwrap();
        let odd: Vec<_> = decoded.report.coercions().iter().map(|entry| entry.path().to_owned()).collect();
        prop_assert!(odd.is_empty(), "{odd:?}");
        prop_assert!(decoded.report.unknown_fields().is_empty());
        prop_assert!(decoded.value == record);
    }

    #[test]
    fn a_clone_equals_its_original(record in all()) {
        prop_assert!(record.clone() == record);
        let _ = format!("{record:?}");
    }

    #[test]
    fn no_input_crashes_the_decoder(bytes in vec(any::<u8>(), 0..200)) {
        let _ = decode::<All>(&bytes);
    }

    #[test]
    fn no_json_crashes_the_decoder(json in value(), name in 0_usize..21) {
        let name = (&All::default() as &dyn Record).shape().fields()[name];
        let _ = decode::<All>(json!({ name: json }).to_string().as_bytes());
    }
}

#[test]
fn unset_fields_are_left_out_and_lists_of_replies_are_not() {
    let json = to_json(&All::default()).unwrap();
    let present: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(present, ["Anything", "ByName", "Colors", "Inners", "Labels", "Matrix", "Numbers", "Strings"]);
    assert_eq!(to_json(&Chain::default()).unwrap(), json!({"Children": []}));
}

#[test]
fn json_text_has_the_order_of_the_fields() {
    let inner = Inner { name: Some("中\"<&>".into()), password: Some("p".into()), sizes: vec![2, 1] };
    assert_eq!(
        to_json_text(Node::Record(&inner)).unwrap(),
        r#"{"Name":"中\"<&>","Password":"p","Sizes":[2,1]}"#
    );
}

#[test]
fn json_has_no_form_for_what_is_no_number() {
    assert!(to_json(&All { double: Some(f64::NAN), ..All::default() }).is_err());
    assert!(to_json(&All { float: Some(f32::INFINITY), ..All::default() }).is_err());
}

#[test]
fn comparison_looks_at_every_field() {
    let json = json!({
        "String": "s", "Integer": 1, "Long": 2, "Float": 1.5, "Double": 2.5, "Boolean": true, "Any": {"a": 1}, "Color": "red",
        "Level": 1, "Inner": {"Name": "n"}, "Node": {"Value": 1}, "Strings": ["a"], "Numbers": [1], "Colors": ["x"],
        "Inners": [{"Sizes": [1]}], "Matrix": [[1]], "Anything": [1], "Labels": {"a": "b"}, "ByName": {"a": {"Name": "x"}},
        "Optional": [true], "OptionalMap": {"a": 1.0}
    });
    let full = decode::<All>(json.to_string().as_bytes()).unwrap().value;
    assert_eq!(full, full.clone());
    for name in (&full as &dyn Record).shape().fields() {
        let mut less = json.clone();
        less.as_object_mut().unwrap().remove(*name).unwrap();
        let less = decode::<All>(less.to_string().as_bytes()).unwrap().value;
        assert_ne!(full, less, "{name}");
    }
    let empty = |optional| All { optional, ..All::default() };
    assert_ne!(empty(None), empty(Some(vec![])));
    let number = |double| All { double: Some(double), ..All::default() };
    assert_ne!(number(f64::NAN), number(f64::NAN));
}

#[test]
fn debug_shows_what_is_set_and_no_secret() {
    let inner = Inner { name: Some("n".into()), password: Some("s3cret".into()), sizes: vec![] };
    assert_eq!(format!("{inner:?}"), r#"Inner { Name: "n", Password: [redacted], Sizes: [] }"#);
    let all = All { inner: Some(inner.clone()), inners: vec![inner.clone()], ..All::default() };
    let mut mapped = all.clone();
    mapped.by_name.insert("k".into(), inner);
    mapped.color = Some(Color::Red);
    let shown = format!("{mapped:?} {mapped:#?}");
    assert!(!shown.contains("s3cret") && shown.contains("[redacted]") && shown.contains("\"k\""), "{shown}");
    assert!(!shown.contains("Integer"), "{shown}");
}

#[test]
fn enumerations_are_open_and_have_one_form_per_value() {
    assert_eq!(Color::from("red"), Color::Red);
    assert_eq!(Color::from("2".to_owned()), Color::Green);
    assert_eq!((Color::Green.as_str(), Color::Green.to_string()), ("2", "2".to_owned()));
    let blue = Color::from("blue");
    assert!(matches!(&blue, Color::Unlisted(value) if value.value() == "blue"));
    assert_eq!(blue.as_str(), "blue");
    assert_eq!(blue, blue.clone());
    assert_eq!(
        format!("{:?} {blue:?} {:?} {:?}", Color::Red, Level::On, Level::from(-7)),
        "\"red\" \"blue\" 1 -7"
    );
    assert_eq!(Color::LISTED, [Color::Red, Color::Green]);
    let all = All { color: Some(blue.clone()), level: Some(Level::from(7)), ..All::default() };
    assert_eq!((all.clone(), all.clone().color, all.clone().level), (all, Some(blue), Some(Level::from(7))));
    assert_eq!((Level::from(1_i32), Level::from(0_i64), Level::from(9).value()), (Level::On, Level::Off, 9));
    let set: HashSet<Color> = ["red", "2", "x", "x", "red"].into_iter().map(Color::from).collect();
    assert_eq!(set.len(), 3);
}

#[cfg(feature = "serde")]
#[test]
fn serde_reads_and_writes_the_same_json() {
    let json = r#"{"String":"s","Color":"blue","Level":1,"Inners":[{"Name":"n","Sizes":[]}],"Extra":1,"Integer":"7"}"#;
    let read: All = serde_json::from_str(json).unwrap();
    let decoded = decode::<All>(json.as_bytes()).unwrap().value;
    assert_eq!(read, decoded);
    assert_eq!(serde_json::to_value(&read).unwrap(), to_json(&decoded).unwrap());
    assert_eq!(serde_json::from_str::<Color>("\"red\"").unwrap(), Color::Red);
    assert_eq!(serde_json::to_string(&vec![Level::On, Level::from(5)]).unwrap(), "[1,5]");
    assert!(serde_json::from_str::<Level>("{}").is_err());
    let error = serde_json::from_str::<All>(r#"{"Inner":{"Sizes":["x"]}}"#).unwrap_err();
    assert!(
        error.to_string().starts_with("Inner.Sizes[0]: documented as integer, cannot hold this string"),
        "{error}"
    );
}
