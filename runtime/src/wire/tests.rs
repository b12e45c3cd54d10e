use super::{Unsigned, flatten, from_json, from_record, percent};
use crate::error::ErrorKind;
use crate::operation::{Descriptor, Effect, Kind, Method, Parameter, Product, Protocol, Style};
use crate::record::Node;
use serde_json::{Value, json};
use std::collections::BTreeMap;

static PRODUCT: Product = Product::new("Probe", "2020-01-01", Protocol::Https, &[]);

static PARAMETERS: [Parameter; 12] = [
    Parameter::query("Text", Kind::String),
    Parameter::query("Number", Kind::Integer),
    Parameter::query("Long", Kind::Long),
    Parameter::query("Float", Kind::Float),
    Parameter::query("Double", Kind::Double),
    Parameter::query("Flag", Kind::Boolean),
    Parameter::query("Any", Kind::Any),
    Parameter::query("Tag", Kind::Array),
    Parameter::query("Ids", Kind::Array).json(),
    Parameter::query("Types", Kind::Array).simple(),
    Parameter::query("Labels", Kind::Map),
    Parameter::query("Inner", Kind::Object),
];
static QUERY: Descriptor = Descriptor::new("Query", &PRODUCT, Method::Post, Effect::Read, &PARAMETERS);
static NEEDS: Descriptor = Descriptor::new(
    "Needs",
    &PRODUCT,
    Method::Post,
    Effect::Read,
    &[
        Parameter::query("First", Kind::String).required(),
        Parameter::query("Second", Kind::Array).required(),
        Parameter::query("Third", Kind::String),
    ],
);
const MIXED: &[Parameter] = &[
    Parameter::query("DomainName", Kind::String),
    Parameter::query("Port", Kind::Integer),
    Parameter::form("Id", Kind::Long),
    Parameter::form("Password", Kind::String),
    Parameter::form("UserName", Kind::String),
];
static FORM: Descriptor = Descriptor::new("Form", &PRODUCT, Method::Post, Effect::Write, MIXED);
static FORM_GET: Descriptor = Descriptor::new("FormGet", &PRODUCT, Method::Get, Effect::Read, MIXED);

#[derive(Default)]
struct Inner {
    member: Option<String>,
    list: Option<Vec<i64>>,
}

crate::record! {
    Inner {
        member: String = 0: "Member",
        list: List = 1: "List",
    }
}

#[derive(Default)]
struct Probe {
    text: Option<String>,
    number: Option<i32>,
    long: Option<i64>,
    float: Option<f32>,
    double: Option<f64>,
    flag: Option<bool>,
    any: Option<Value>,
    tag: Option<Vec<Vec<String>>>,
    ids: Option<Vec<String>>,
    types: Option<Vec<String>>,
    labels: Option<BTreeMap<String, i32>>,
    inner: Option<Inner>,
}

crate::record! {
    Probe {
        text: String = 0: "Text",
        number: Integer = 1: "Number",
        long: Long = 2: "Long",
        float: Float = 3: "Float",
        double: Double = 4: "Double",
        flag: Boolean = 5: "Flag",
        any: Any = 6: "Any",
        tag: List = 7: "Tag",
        ids: List = 8: "Ids",
        types: List = 9: "Types",
        labels: Map = 10: "Labels",
        inner: Record = 11: "Inner",
    }
}

fn query(probe: &Probe) -> String {
    from_record(&QUERY, probe).unwrap().query()
}

fn flat(json: &Value) -> BTreeMap<String, String> {
    let mut pairs = Vec::new();
    for (name, value) in json.as_object().unwrap() {
        flatten::write(name, Style::Flat, Node::Any(value), &mut pairs).unwrap();
    }
    pairs.into_iter().collect()
}

#[test]
fn free_form_values_become_text_as_other_runtimes_write_them() {
    let pairs = flat(&json!({
        "Null": null, "Empty": "", "True": true, "False": false, "Int": -1, "Float": 1.5, "Tiny": 1e-7, "Huge": 1e21,
        "EmptyList": [], "EmptyMap": {}, "ListWithNull": ["a", null, "c"], "ListOfLists": [["a", "b"], ["c"]],
        "ListOfMaps": [{"K": "v", "N": {"M": 1}}, {}], "Map": {"k.1": "v", "中": {"z": "w"}}
    }));
    let expected = [
        ("Empty", ""),
        ("True", "true"),
        ("False", "false"),
        ("Int", "-1"),
        ("Float", "1.5"),
        ("Tiny", "1e-7"),
        ("Huge", "1e+21"),
        ("ListWithNull.1", "a"),
        ("ListWithNull.3", "c"),
        ("ListOfLists.1.1", "a"),
        ("ListOfLists.1.2", "b"),
        ("ListOfLists.2.1", "c"),
        ("ListOfMaps.1.K", "v"),
        ("ListOfMaps.1.N.M", "1"),
        ("Map.k.1", "v"),
        ("Map.中.z", "w"),
    ];
    let expected: BTreeMap<String, String> =
        expected.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    assert_eq!(pairs, expected);
}

#[test]
fn numbers_have_one_form() {
    let text = |value: f64| query(&Probe { double: Some(value), ..Probe::default() }).replace("Double=", "");
    let cases = [
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-2.5, "-2.5"),
        (1e-6, "0.000001"),
        (1e-7, "1e-7"),
        (-1.5e-9, "-1.5e-9"),
        (1e20, "100000000000000000000"),
        (1e21, "1e%2B21"),
        (0.1 + 0.2, "0.30000000000000004"),
    ];
    for (value, expected) in cases {
        assert_eq!(text(value), expected);
    }
    assert_eq!(query(&Probe { float: Some(0.1), ..Probe::default() }), "Float=0.1");
    assert_eq!(query(&Probe { long: Some(i64::MIN), ..Probe::default() }), "Long=-9223372036854775808");
    assert_eq!(flat(&json!({ "A": u64::MAX }))["A"], "18446744073709551615");
}

#[test]
fn what_is_no_number_is_not_sent() {
    for value in [f64::NAN, f64::INFINITY] {
        let error = from_record(&QUERY, &Probe { double: Some(value), ..Probe::default() }).err().unwrap();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert_eq!(error.message(), "parameter `Double` is no finite number");
    }
}

#[test]
fn every_kind_of_value_has_its_place_in_the_sorted_query() {
    let probe = Probe {
        text: Some(String::new()),
        number: Some(-1),
        flag: Some(true),
        any: Some(json!({"b": [1, {"c": false}]})),
        tag: Some(vec![vec!["a".into(), "b".into()], vec![], vec!["c".into()]]),
        labels: Some(BTreeMap::from([("x".into(), 1)])),
        inner: Some(Inner { member: Some("m".into()), list: Some(vec![7]) }),
        ..Probe::default()
    };
    assert_eq!(
        query(&probe),
        "Any.b.1=1&Any.b.2.c=false&Flag=true&Inner.List.1=7&Inner.Member=m&Labels.x=1&Number=-1&\
         Tag.1.1=a&Tag.1.2=b&Tag.3.1=c&Text="
    );
}

#[test]
fn keys_are_sorted_by_code_point() {
    let json = json!({"Any": {"a": 1, "B.2": 1, "B.10": 1, "_": 1, "A": 1}});
    let keys = from_json(&QUERY, &json).unwrap().query();
    assert_eq!(keys, "Any.A=1&Any.B.10=1&Any.B.2=1&Any._=1&Any.a=1");
}

#[test]
fn unset_and_empty_are_sent_differently() {
    assert_eq!(query(&Probe::default()), "");
    let empty = Probe { tag: Some(vec![]), labels: Some(BTreeMap::new()), ..Probe::default() };
    assert_eq!(query(&empty), "");
    assert_eq!(query(&Probe { ids: Some(vec![]), ..Probe::default() }), "Ids=%5B%5D");
    assert_eq!(query(&Probe { types: Some(vec![]), ..Probe::default() }), "Types=");
}

#[test]
fn styles() {
    let words = Some(vec!["a b".to_owned(), "c,d".to_owned(), "中".to_owned()]);
    let json = query(&Probe { ids: words.clone(), ..Probe::default() });
    assert_eq!(json, "Ids=%5B%22a%20b%22%2C%22c%2Cd%22%2C%22%E4%B8%AD%22%5D");
    assert_eq!(query(&Probe { types: words, ..Probe::default() }), "Types=a%20b%2Cc%2Cd%2C%E4%B8%AD");

    let write = |style, value: &Value| {
        let mut pairs = Vec::new();
        flatten::write("K", style, Node::Any(value), &mut pairs).map(|()| pairs)
    };
    let one = |style, value: &Value| write(style, value).unwrap().pop().unwrap().1;
    assert_eq!(one(Style::Simple, &json!([1, 2])), "1,2");
    assert_eq!(one(Style::Simple, &json!([true, false])), "true,false");
    assert_eq!(one(Style::Simple, &json!(["a", null, "b"])), "a,,b");
    assert_eq!(one(Style::Simple, &json!("plain")), "plain");
    assert_eq!(one(Style::Json, &json!(["a", null])), r#"["a",null]"#);
    assert_eq!(one(Style::Json, &json!({"K": "<&>中"})), r#"{"K":"<&>中"}"#);
    assert_eq!(one(Style::Json, &json!("already text")), "already text");
    assert!(write(Style::Json, &Value::Null).unwrap().is_empty());
    assert!(write(Style::Simple, &json!({"a": 1})).is_err());
    assert!(write(Style::Simple, &json!([[1]])).is_err());
}

#[test]
fn all_but_the_unreserved_characters_are_encoded() {
    assert_eq!(percent::encode("a b+c*~/中文%&="), "a%20b%2Bc%2A~%2F%E4%B8%AD%E6%96%87%25%26%3D");
    assert_eq!(
        percent::encode("!'()*-._~:/?#[]@!$&'()*+,;=%\"<>\\^`{|} \t\n"),
        "%21%27%28%29%2A-._~%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25%22%3C%3E%5C%5E%60%7B%7C%7D%20%09%0A"
    );
    assert_eq!(from_json(&QUERY, &json!({"Any": {"k&=": 1}})).unwrap().query(), "Any.k%26%3D=1");
}

#[test]
fn form_parameters_go_to_the_body_of_a_post() {
    let json = json!({
        "DomainName": "reg.example.com", "Port": 443, "UserName": "bob", "Id": 9, "Password": "a b+c*~/中文%&="
    });
    let request = from_json(&FORM, &json).unwrap();
    assert_eq!(request.query(), "DomainName=reg.example.com&Port=443");
    assert_eq!(request.body, "Id=9&Password=a+b%2Bc%2A~%2F%E4%B8%AD%E6%96%87%25%26%3D&UserName=bob");
    assert_eq!(request.content_type, Some("application/x-www-form-urlencoded"));
}

#[test]
fn a_form_without_values_still_has_a_content_type() {
    let Unsigned { method, query, path, body, content_type, .. } = from_json(&FORM, &json!({})).unwrap();
    assert_eq!((method, path.as_str(), query.len(), body.len()), (Method::Post, "/", 0, 0));
    assert_eq!(content_type, Some("application/x-www-form-urlencoded"));
    assert_eq!(from_json(&QUERY, &json!({})).unwrap().content_type, None);
}

#[test]
fn form_parameters_of_a_get_go_to_the_query() {
    let request = from_json(&FORM_GET, &json!({"Port": 1, "Id": 2})).unwrap();
    assert_eq!(
        (request.query().as_str(), request.body.len(), request.content_type),
        ("Id=2&Port=1", 0, None)
    );
}

#[test]
fn all_missing_parameters_are_named_at_once() {
    let error = from_json(&NEEDS, &json!({"Third": "x", "First": null})).err().unwrap();
    assert_eq!(error.message(), "set required parameters `First`, `Second`");
    let error = from_record(&NEEDS, &Probe { text: Some(String::new()), ..Probe::default() }).err().unwrap();
    assert_eq!(error.message(), "set required parameter `Second`", "empty is not unset");
}

#[test]
fn json_parameters_are_checked() {
    let message = |json| from_json(&QUERY, &json).err().unwrap().message().to_owned();
    assert_eq!(message(json!([])), "parameters must be a JSON object, not an array");
    assert_eq!(message(json!({"Nubmer": 1})), "unknown parameter `Nubmer` (did you mean `Number`?)");
    assert!(
        message(json!({"Zzz": 1})).starts_with("unknown parameter `Zzz`; the operation takes Text, Number")
    );
    assert_eq!(message(json!({"Text": 1})), "parameter `Text` must be a string, not this number");
    assert_eq!(
        message(json!({"Number": 3_000_000_000_i64, "Flag": "secret"})),
        "parameter `Flag` must be true or false, not a string; \
         parameter `Number` must be a 32-bit integer, not this number"
    );
    assert_eq!(
        message(json!({"Long": 1.5})),
        "parameter `Long` must be a 64-bit integer, not a number with a fraction"
    );
    assert_eq!(message(json!({"Tag": {}})), "parameter `Tag` must be an array, not an object");
    assert_eq!(message(json!({"Labels": []})), "parameter `Labels` must be an object, not an array");
}

#[test]
fn json_and_typed_requests_are_the_same() {
    let typed = Probe {
        text: Some("t".into()),
        long: Some(i64::MAX),
        double: Some(2.0),
        ids: Some(vec!["i".into()]),
        inner: Some(Inner { member: None, list: Some(vec![1, 2]) }),
        ..Probe::default()
    };
    let json = json!({"Text": "t", "Long": i64::MAX, "Double": 2.0, "Ids": ["i"], "Inner": {"List": [1, 2]}});
    assert_eq!(query(&typed), from_json(&QUERY, &json).unwrap().query());
}
