//! Lenient decoding: what is accepted, what is recorded, and what is an error.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod support;

use alicloud_runtime::record::{Decoded, decode, decode_value};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use support::{All, Color, Level};

fn read(json: &str) -> Decoded<All> {
    decode(json.as_bytes()).unwrap_or_else(|mismatch| panic!("{mismatch}"))
}

fn mismatch(json: &str) -> String {
    decode::<All>(json.as_bytes()).err().unwrap_or_else(|| panic!("accepted {json}")).to_string()
}

/// The value of a reply that needed no coercion.
fn exact(json: &str) -> All {
    let Decoded { value, report } = read(json);
    assert!(report.is_empty(), "{json}: {report}");
    value
}

/// The value of a reply that needed exactly one coercion.
fn coerced(json: &str, expected: &str) -> All {
    let Decoded { value, report } = read(json);
    assert_eq!(report.to_string(), expected, "{json}");
    assert_eq!(report.coercions().len(), 1);
    value
}

#[test]
fn values_of_the_documented_types_are_taken_as_they_are() {
    let value = exact(
        r#"{"String":"s","Integer":-5,"Long":9007199254740993,"Float":0.1,"Double":1e300,"Boolean":true,
            "Any":{"x":[null]},"Color":"red","Level":1,"Inner":{"Name":"n","Sizes":[1]},
            "Node":{"Value":1,"Next":{"Value":2}},"Strings":["a",""],"Numbers":[1],"Colors":["2"],
            "Inners":[{"Name":"i"}],"Matrix":[[1,2],[]],"Labels":{"k":"v"},"ByName":{"b":{"Name":"x"}},
            "Optional":[],"OptionalMap":{}}"#,
    );
    assert_eq!(
        (value.integer, value.long, value.boolean),
        (Some(-5), Some(9_007_199_254_740_993), Some(true))
    );
    assert_eq!((value.float, value.double), (Some(0.1), Some(1e300)));
    assert_eq!(value.any, Some(json!({"x": [null]})));
    assert_eq!((value.color, value.level), (Some(Color::Red), Some(Level::On)));
    assert_eq!(value.inner.unwrap().sizes, [1]);
    assert_eq!(value.node.unwrap().next.unwrap().value, Some(2));
    assert_eq!(value.strings, ["a", ""]);
    assert_eq!((value.colors, value.matrix), (vec![Color::Green], vec![vec![1, 2], vec![]]));
    assert_eq!(value.by_name["b"].name.as_deref(), Some("x"));
    assert_eq!((value.optional, value.optional_map), (Some(vec![]), Some(BTreeMap::new())));
}

#[test]
fn absent_fields_stay_unset() {
    assert_eq!(exact("{}"), All::default());
    assert_eq!(exact(" \n{ }\t").optional, None);
}

#[test]
fn whole_numbers_are_floats_too() {
    let value = exact(r#"{"Float":1,"Double":-2}"#);
    assert_eq!((value.float, value.double), (Some(1.0), Some(-2.0)));
}

#[test]
fn text_takes_numbers_booleans_and_structures() {
    let text = |json: &str, found: &str| {
        coerced(json, &format!("String: documented as string, found {found}")).string.unwrap()
    };
    assert_eq!(text(r#"{"String":12}"#, "number"), "12");
    assert_eq!(text(r#"{"String":18446744073709551615}"#, "number"), "18446744073709551615");
    assert_eq!(text(r#"{"String":1.5}"#, "number"), "1.5");
    assert_eq!(text(r#"{"String":false}"#, "boolean"), "false");
    assert_eq!(text(r#"{"String":[1,{"a":null}]}"#, "array"), r#"[1,{"a":null}]"#);
    assert_eq!(text(r#"{"String":{"a":1}}"#, "object"), r#"{"a":1}"#);
    assert_eq!(exact(r#"{"String":""}"#).string.as_deref(), Some(""), "an empty text is a value");
}

#[test]
fn numbers_take_numeric_texts_and_whole_floats() {
    let note = |name: &str, kind: &str, found: &str| format!("{name}: documented as {kind}, found {found}");
    assert_eq!(coerced(r#"{"Integer":"7"}"#, &note("Integer", "integer", "string")).integer, Some(7));
    assert_eq!(coerced(r#"{"Integer":7.0}"#, &note("Integer", "integer", "number")).integer, Some(7));
    assert_eq!(coerced(r#"{"Long":" -8 "}"#, &note("Long", "long", "string")).long, Some(-8));
    assert_eq!(coerced(r#"{"Long":"7.0"}"#, &note("Long", "long", "string")).long, Some(7));
    assert_eq!(coerced(r#"{"Long":1e3}"#, &note("Long", "long", "number")).long, Some(1000));
    assert_eq!(coerced(r#"{"Float":"1.5"}"#, &note("Float", "float", "string")).float, Some(1.5));
    assert_eq!(coerced(r#"{"Double":"1e3"}"#, &note("Double", "double", "string")).double, Some(1000.0));
}

#[test]
fn booleans_take_zero_one_and_their_words() {
    for (json, expected, found) in [
        ("0", false, "number"),
        ("1", true, "number"),
        (r#""true""#, true, "string"),
        (r#""False""#, false, "string"),
    ] {
        let value = coerced(
            &format!(r#"{{"Boolean":{json}}}"#),
            &format!("Boolean: documented as boolean, found {found}"),
        );
        assert_eq!(value.boolean, Some(expected));
    }
}

#[test]
fn null_is_absent_everywhere_and_so_is_an_empty_text_where_text_is_no_value() {
    let names = [
        "String",
        "Integer",
        "Long",
        "Float",
        "Double",
        "Boolean",
        "Color",
        "Level",
        "Inner",
        "Node",
        "Strings",
        "Labels",
        "Optional",
        "OptionalMap",
    ];
    for name in names {
        let Decoded { value, report } = read(&format!(r#"{{"{name}":null}}"#));
        assert_eq!(value, All::default(), "{name}");
        assert_eq!((report.coercions().len(), report.coercions()[0].found()), (1, "null"), "{name}");
        if name == "String" || name == "Color" {
            continue;
        }
        let Decoded { value, report } = read(&format!(r#"{{"{name}":""}}"#));
        assert_eq!(value, All::default(), "{name}");
        assert_eq!(report.coercions()[0].found(), "empty string", "{name}");
    }
    assert_eq!(exact(r#"{"Any":null}"#).any, None, "any may be null as documented");
    assert_eq!(exact(r#"{"Any":""}"#).any, Some(json!("")));
}

#[test]
fn nulls_in_lists_are_left_out_and_recorded() {
    let value = coerced(r#"{"Strings":["a",null,"c"]}"#, "Strings[1]: documented as string, found null");
    assert_eq!(value.strings, ["a", "c"]);
    let Decoded { value, report } = read(r#"{"Inners":[null,{"Name":"x"}],"Labels":{"a":null,"b":"c"}}"#);
    assert_eq!(value.inners.len(), 1);
    assert_eq!(value.labels, BTreeMap::from([("b".to_owned(), "c".to_owned())]));
    let paths: Vec<&str> = report.coercions().iter().map(|entry| entry.path()).collect();
    assert_eq!(paths, ["Inners[0]", "Labels{a}"]);
}

#[test]
fn unlisted_values_are_kept_and_recorded() {
    let Decoded { value, report } = read(r#"{"Color":"blue","Level":7,"Colors":["red","x"]}"#);
    assert_eq!(value.color.as_ref().unwrap().as_str(), "blue");
    assert_eq!(value.level.as_ref().unwrap().value(), 7);
    let paths: Vec<&str> = report.unlisted_values().iter().map(|entry| entry.path()).collect();
    assert_eq!(paths, ["Color", "Level", "Colors[1]"]);
    assert!(report.coercions().is_empty());
    assert_eq!(exact(r#"{"Color":"2"}"#).color, Some(Color::Green));
}

#[test]
fn enumerations_are_coerced_like_their_type() {
    assert_eq!(
        coerced(r#"{"Color":2}"#, "Color: documented as string, found number").color,
        Some(Color::Green)
    );
    assert_eq!(
        coerced(r#"{"Level":"1"}"#, "Level: documented as integer, found string").level,
        Some(Level::On)
    );
    let Decoded { value, report } = read(r#"{"Level":"5"}"#);
    assert_eq!(value.level.unwrap().value(), 5);
    assert_eq!((report.coercions().len(), report.unlisted_values().len()), (1, 1));
}

#[test]
fn unknown_fields_are_kept_out_of_the_way() {
    let Decoded { value, report } =
        read(r#"{"Extra":{"deep":[1]},"Inners":[{"More":true,"Name":"n"}],"String":"s"}"#);
    assert_eq!(value.string.as_deref(), Some("s"));
    assert_eq!(value.inners[0].name.as_deref(), Some("n"));
    let fields: Vec<_> = report.unknown_fields().iter().map(|field| (field.path(), field.value())).collect();
    assert_eq!(fields, [("Extra", &json!({"deep": [1]})), ("Inners[0].More", &json!(true))]);
    assert!(!format!("{report:?}").contains("deep"), "an unknown value may be a secret");
    assert_eq!(read(r#"{"string":"lower"}"#).report.unknown_fields().len(), 1, "names are case-sensitive");
}

#[test]
fn the_last_of_two_members_counts() {
    let value = exact(
        r#"{"String":"a","String":"b","Strings":["a","b"],"Strings":["c"],"Inner":{"Name":"a"},"Inner":{"Sizes":[1]},
            "Labels":{"a":"1"},"Labels":{"b":"2"},"Color":"red","Color":"2"}"#,
    );
    assert_eq!(value.string.as_deref(), Some("b"));
    assert_eq!(value.strings, ["c"]);
    assert_eq!(value.inner.unwrap().name, None);
    assert_eq!(value.labels.len(), 1);
    assert_eq!(value.color, Some(Color::Green));
    assert_eq!(exact(r#"{"Labels":{"a":"1","a":"2"}}"#).labels["a"], "2");
}

/// What is kept raw: its place and its value. Its field is unset.
fn raw(json: &str) -> (All, String, Value) {
    let Decoded { value, report } = read(json);
    assert_eq!((report.raw_values().len(), report.coercions().len()), (1, 0), "{json}: {report}");
    assert_eq!(report.to_string(), report.raw_values()[0].to_string());
    (value, report.to_string(), report.raw_values()[0].value().clone())
}

#[test]
fn what_a_type_cannot_hold_is_kept_raw() {
    let cases = [
        (r#"{"Integer":"x"}"#, "Integer: documented as integer, cannot hold this string; kept raw"),
        (r#"{"Integer":2147483648}"#, "Integer: documented as integer, cannot hold this number; kept raw"),
        (
            r#"{"Integer":1.5}"#,
            "Integer: documented as integer, cannot hold this number with a fraction; kept raw",
        ),
        (r#"{"Integer":true}"#, "Integer: documented as integer, cannot hold a boolean; kept raw"),
        (r#"{"Long":9223372036854775808}"#, "Long: documented as long, cannot hold this number; kept raw"),
        (r#"{"Long":1e300}"#, "Long: documented as long, cannot hold this number with a fraction; kept raw"),
        (
            r#"{"Float":1e39}"#,
            "Float: documented as float, cannot hold this number with a fraction; kept raw",
        ),
        (r#"{"Double":"NaN"}"#, "Double: documented as double, cannot hold this string; kept raw"),
        (r#"{"Boolean":2}"#, "Boolean: documented as boolean, cannot hold this number; kept raw"),
        (r#"{"Boolean":"yes"}"#, "Boolean: documented as boolean, cannot hold this string; kept raw"),
        (r#"{"Level":"high"}"#, "Level: documented as integer, cannot hold this string; kept raw"),
        (r#"{"Color":["red"]}"#, "Color: documented as string, cannot hold an array; kept raw"),
        (r#"{"Inner":[]}"#, "Inner: documented as object, cannot hold an array; kept raw"),
        (r#"{"Inner":"x"}"#, "Inner: documented as object, cannot hold this string; kept raw"),
        (r#"{"Strings":{}}"#, "Strings: documented as array, cannot hold an object; kept raw"),
        (
            r#"{"Strings":{"a":["x"],"b":[]}}"#,
            "Strings: documented as array, cannot hold an object; kept raw",
        ),
        (r#"{"Strings":{"a":"x"}}"#, "Strings: documented as array, cannot hold an object; kept raw"),
        (r#"{"Labels":[]}"#, "Labels: documented as map, cannot hold an array; kept raw"),
    ];
    for (json, expected) in cases {
        let (value, shown, kept) = raw(json);
        assert_eq!((value, shown.as_str()), (All::default(), expected), "{json}");
        let sent: Value = serde_json::from_str(json).unwrap();
        assert_eq!(kept, sent.as_object().unwrap().values().next().unwrap().clone());
    }
    let Decoded { value, report } = read(r#"{"Integer":1,"Integer":"x"}"#);
    assert_eq!((value.integer, report.raw_values().len()), (None, 1), "the last of two members counts");
    assert!(!format!("{report:?} {report}").contains("\"x\""), "a raw value may be a secret");
}

#[test]
fn the_rest_of_the_reply_is_there() {
    let Decoded { value, report } =
        read(r#"{"Integer":[7],"String":"s","Inners":[{"Name":"a","Sizes":7},{"Name":"b"}],"Long":"x"}"#);
    assert_eq!(value.string.as_deref(), Some("s"));
    assert_eq!((value.inners.len(), value.inners[0].name.as_deref()), (2, Some("a")));
    let paths: Vec<&str> = report.raw_values().iter().map(|raw| raw.path()).collect();
    assert_eq!(paths, ["Integer", "Inners[0].Sizes", "Long"]);
}

#[test]
fn a_list_of_scalars_is_kept_raw_as_a_whole() {
    let (value, shown, kept) = raw(r#"{"Numbers":["1",2,null,"",3.0,true,4]}"#);
    assert!(value.numbers.is_empty(), "no item has moved");
    assert_eq!(shown, "Numbers[5]: documented as long, cannot hold a boolean; the list is kept raw");
    assert_eq!(kept, json!(["1", 2, null, "", 3.0, true, 4]));
    let (value, shown, kept) = raw(r#"{"Matrix":[[1],[2,{}],[3]]}"#);
    assert_eq!(value.matrix, [vec![1], vec![], vec![3]]);
    assert_eq!(shown, "Matrix[1][1]: documented as integer, cannot hold an object; the list is kept raw");
    assert_eq!(kept, json!([2, {}]));
    let (value, _, kept) = raw(r#"{"Colors":["red","x",[1]]}"#);
    assert_eq!((value.colors.len(), kept), (0, json!(["red", "x", [1]])));
    let (value, _, _) = raw(r#"{"Optional":[true,5]}"#);
    assert_eq!(value.optional, None);
    let (_, shown, _) = raw(r#"{"ByName":{"k.1":{"Sizes":[[]]}}}"#);
    assert!(
        shown.starts_with("ByName{k.1}.Sizes[0]: documented as integer, cannot hold an array"),
        "{shown}"
    );
}

#[test]
fn in_a_list_of_objects_an_empty_one_holds_the_place() {
    let (value, shown, kept) = raw(r#"{"Inners":[{"Name":"a"},"odd",{"Name":"c"}]}"#);
    let names: Vec<_> = value.inners.iter().map(|inner| inner.name.as_deref()).collect();
    assert_eq!(names, [Some("a"), None, Some("c")]);
    assert_eq!((shown.split(':').next(), kept), (Some("Inners[1]"), json!("odd")));
    let (value, _, kept) = raw(r#"{"Matrix":[[1],5]}"#);
    assert_eq!((value.matrix, kept), (vec![vec![1], vec![]], json!(5)));
    let (value, shown, _) = raw(r#"{"ByName":{"a":7,"b":{"Name":"x"}}}"#);
    assert_eq!((value.by_name.len(), shown.split(':').next()), (2, Some("ByName{a}")));
}

#[test]
fn an_entry_that_cannot_be_held_is_left_out_of_its_map() {
    let (value, shown, kept) = raw(r#"{"OptionalMap":{"a":1,"b":"x"}}"#);
    assert_eq!(value.optional_map.unwrap(), BTreeMap::from([("a".to_owned(), 1.0)]));
    assert_eq!((shown.split(':').next(), kept), (Some("OptionalMap{b}"), json!("x")));
}

#[test]
fn a_list_may_be_wrapped_in_an_object() {
    let note = "Inners: documented as array, found object";
    assert_eq!(coerced(r#"{"Inners":{"Inner":[{"Name":"a"}]}}"#, note).inners[0].name.as_deref(), Some("a"));
    let Decoded { value, report } = read(r#"{"Numbers":{"Number":[1,"x"]}}"#);
    assert!(value.numbers.is_empty());
    assert_eq!((report.coercions().len(), report.raw_values()[0].value()), (1, &json!([1, "x"])));
}

#[test]
fn what_is_no_json_object_is_an_error() {
    for json in [
        "",
        " ",
        "null",
        "[]",
        "1",
        "{",
        r#"{"String":}"#,
        r#"{} {}"#,
        "<html>",
        "\u{feff}{}",
        r#"{"String":"\ud800"}"#,
    ] {
        assert!(decode::<All>(json.as_bytes()).is_err(), "{json:?}");
    }
    assert!(decode::<All>(b"{\"String\":\"\xff\"}").is_err());
    assert_eq!(decode::<All>(br#"{"Inner":{"Name":"x""#).err().unwrap().path(), "Inner");
}

#[test]
fn a_root_that_is_no_object_is_not_shown() {
    for json in [r#""s3cret""#, "12345678"] {
        let shown = mismatch(json);
        assert!(!shown.contains("s3cret") && !shown.contains("12345678"), "{shown}");
    }
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    for (open, close) in [(r#"{"Next":"#, "}"), (r#"{"Children":["#, "]}")] {
        let inside =
            |depth: usize| format!(r#"{{"Node":{}null{}}}"#, open.repeat(depth), close.repeat(depth));
        assert!(decode::<All>(inside(50).as_bytes()).is_ok());
        assert!(decode::<All>(inside(100_000).as_bytes()).is_err());
    }
    for name in ["Any", "Unknown", "Matrix", "String", "Strings"] {
        let json = format!(r#"{{"{name}":{}"#, "[".repeat(100_000));
        assert!(decode::<All>(json.as_bytes()).is_err(), "{name}");
    }
}

#[test]
fn json_values_decode_like_their_text() {
    let json =
        json!({"Integer": "7", "Extra": 1, "Inners": [{"Name": "n"}], "Labels": {"a": 1.5}, "Double": 0.1});
    let (text, value) = (read(&json.to_string()), decode_value::<All>(&json).unwrap());
    assert_eq!(text.value, value.value);
    assert_eq!(text.report.to_string().lines().count(), value.report.to_string().lines().count());
    assert_eq!(
        decode_value::<All>(&json!({"Integer": {}})).unwrap().report.raw_values()[0].path(),
        "Integer"
    );
    assert!(decode_value::<All>(&json!([])).is_err());
}

#[test]
fn free_form_lists_keep_their_nulls() {
    assert_eq!(exact(r#"{"Anything":[1,null,"x"]}"#).anything, [json!(1), json!(null), json!("x")]);
}
