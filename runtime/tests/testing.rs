//! The check of sample replies, on samples that agree and samples that do not.
#![allow(clippy::unwrap_used)]

mod support;

use alicloud_runtime::testing::check_sample;
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
        "String: disagrees with its documentation, and that is not recorded\nString: another value after encoding"
    );
}

#[test]
fn a_recorded_disagreement_that_does_not_occur() {
    assert_eq!(
        problems(r#"{"String":"1"}"#, &["String"]),
        "String: recorded as a disagreement, but it agrees"
    );
}

#[test]
fn an_unknown_field() {
    assert_eq!(problems(r#"{"More":1}"#, &[]), "More: not documented\nMore: lost");
}

#[test]
fn an_absent_value_is_lost_unless_recorded() {
    assert!(problems(r#"{"Integer":null}"#, &[]).contains("Integer: lost"));
    assert_eq!(check_sample::<All>(r#"{"Integer":null,"Long":""}"#, &["Integer", "Long"]), Ok(()));
}

#[test]
fn what_is_no_reply() {
    assert!(problems("{", &[]).starts_with("the sample is no JSON"));
    assert!(problems(r#"{"Integer":[]}"#, &[]).starts_with("it does not decode: Integer"));
}
