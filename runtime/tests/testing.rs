//! The check of sample replies, on samples that agree and samples that do not.
#![allow(clippy::unwrap_used)]

mod support;

use alicloud_runtime::record::decode;
use alicloud_runtime::testing::{check_sample, restore};
use serde_json::Value;
use support::All;

fn problems(sample: &str, disagreements: &[&str]) -> String {
    check_sample::<All>(sample, disagreements).unwrap_err()
}

#[test]
fn a_sample_that_agrees() {
    let sample = r#"{"String":"s","Float":1.1,"Double":2,"Long":9007199254740993,"Color":"red","Inners":[{"Name":"n","Sizes":[]}],
                     "Labels":{"a":"b"},"Any":{"x":[1,null]},"Anything":[null]}"#;
    assert_eq!(check_sample::<All>(sample, &[]), Ok(()));
}

#[test]
fn recorded_disagreements() {
    let sample = r#"{"String":1,"Boolean":1,"Color":"blue","Inners":[{"Sizes":["1"]},{"Sizes":[2,"3"]}],
                     "ByName":{"k":{"Name":5}},"OptionalMap":{"x":"1.5"},"Double":"2"}"#;
    let recorded =
        ["String", "Boolean", "Color", "Inners[].Sizes[]", "ByName{}.Name", "OptionalMap{}", "Double"];
    assert_eq!(check_sample::<All>(sample, &recorded), Ok(()));
}

#[test]
fn a_disagreement_that_is_not_recorded() {
    assert_eq!(
        problems(r#"{"String":1,"Color":"blue"}"#, &["Color"]),
        "String: documented as string, found number; that is not recorded as `String`"
    );
}

#[test]
fn a_recorded_disagreement_that_does_not_occur() {
    assert_eq!(problems(r#"{"String":"1"}"#, &["String"]), "String: recorded as a departure, but it agrees");
}

#[test]
fn an_unknown_field() {
    assert_eq!(problems(r#"{"More":1}"#, &[]), "More: not documented; that is not recorded as `More`");
    assert_eq!(
        check_sample::<All>(r#"{"More":{"x":[1]},"Inners":[{"Odd":null}]}"#, &["More", "Inners[].Odd"]),
        Ok(())
    );
}

#[test]
fn a_null_is_no_departure_and_an_empty_text_is_one() {
    assert_eq!(check_sample::<All>(r#"{"Integer":null,"Strings":[null,"a"]}"#, &[]), Ok(()));
    assert!(problems(r#"{"Integer":""}"#, &[]).contains("not recorded as `Integer`"));
    assert_eq!(check_sample::<All>(r#"{"Integer":null,"Long":""}"#, &["Integer", "Long"]), Ok(()));
}

#[test]
fn what_is_no_reply() {
    assert!(problems("{", &[]).starts_with("it does not decode"));
    assert!(problems("[]", &[]).starts_with("it does not decode: $"));
    assert_eq!(check_sample::<All>("[{}]", &["$"]), Ok(()), "a root of another kind is recorded as such");
    assert!(problems("[{}", &["$"]).starts_with("it does not decode: $"));
    assert!(problems("{}", &["$"]).contains("recorded as a departure, but it agrees"));
}

#[test]
fn nothing_of_a_sample_is_lost() {
    let sample = r#"{"Integer":2147483648,"Long":"x","String":{"a":[1.50]},"Boolean":"True","Numbers":["1",null,2,"y"],
                     "Strings":["a",null,"b",null],"Inners":[5,null,{"Sizes":[1,"2",null],"More":{"x":null}}],
                     "Matrix":{"Row":[[1],"z",[true]]},"Labels":{"k":null,"l":7,"m":[1]},"OptionalMap":{"a":[],"b":"2"},
                     "ByName":{"n":3,"o":{"Name":1,"Sizes":[]}},"Colors":["blue","red"],"Node":{"Children":[],"Next":{"Children":[],"Value":1.5}},"Any":null,
                     "Anything":[null,1],"Float":0.1,"a.b":{"c.d":1}}"#;
    let decoded = decode::<All>(sample.as_bytes()).unwrap();
    let mut restored = restore(&decoded.value, &decoded.report).unwrap();
    let sent: Value = serde_json::from_str(sample).unwrap();
    assert!(restored.as_object_mut().unwrap().insert("Any".to_owned(), Value::Null).is_none());
    assert_eq!(restored, sent);
    let departures = [
        "Integer",
        "Long",
        "String",
        "Boolean",
        "Numbers[]",
        "Strings[]",
        "Inners[]",
        "Inners[].Sizes[]",
        "Inners[].More",
        "Matrix",
        "Matrix[]",
        "Matrix[][]",
        "Labels{}",
        "OptionalMap{}",
        "ByName{}",
        "ByName{}.Name",
        "Colors[]",
        "Node.Next.Value",
        "a.b",
    ];
    assert_eq!(check_sample::<All>(sample, &departures), Ok(()));
}
