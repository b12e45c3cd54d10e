//! Paths, hosts, headers and bodies, as far as recorded requests do not show them.

use super::{Unsigned, from_json, path};
use crate::error::ErrorKind;
use crate::operation::{Descriptor, Effect, Kind, Method, Parameter, Product, Protocol};
use serde_json::{Value, json};

static PRODUCT: Product = Product::new("Probe", "2020-01-01", Protocol::Https, &[]);

/// An operation that lives as long as the tests.
fn operation(method: Method, path: Option<&'static str>, parameters: &[Parameter]) -> &'static Descriptor {
    let parameters: &'static [Parameter] = Box::leak(parameters.to_vec().into_boxed_slice());
    let operation = Descriptor::new("Probe", &PRODUCT, method, Effect::Write, parameters);
    Box::leak(Box::new(match path {
        Some(path) => operation.path(path),
        None => operation,
    }))
}

fn called(path: &'static str, values: &Value) -> Result<Unsigned, String> {
    let names = ["a", "b", "rest"];
    let parameters: Vec<Parameter> = names
        .iter()
        .filter(|name| values.get(name).is_some())
        .map(|name| Parameter::path(name, if *name == "b" { Kind::Long } else { Kind::String }))
        .collect();
    from_json(operation(Method::Get, Some(path), &parameters), values).map_err(|error| {
        assert_eq!(error.kind(), ErrorKind::Request);
        error.message().to_owned()
    })
}

#[test]
fn templates() {
    let path = |template, values| called(template, &values).unwrap().path;
    assert_eq!(path("/", json!({})), "/");
    assert_eq!(path("/x/{a}/y/{b}", json!({"a": "1/2", "b": -3})), "/x/1%2F2/y/-3");
    assert_eq!(path("/{a}:stop", json!({"a": "x"})), "/x:stop");
    assert_eq!(path("/{a}{b}/", json!({"a": "x", "b": 1})), "/x1/");
    assert_eq!(path("/{a}/{a}", json!({"a": "x"})), "/x/x");
    assert_eq!(path("/{+rest}", json!({"rest": "/p/q r/"})), "/p/q%20r/");
    assert_eq!(path("/o/{+rest}", json!({"rest": "p//q"})), "/o/p//q");
    assert_eq!(path("{+rest}", json!({"rest": "/p"})), "/p");
    assert_eq!(path("/x{a", json!({})), "/x{a");
}

#[test]
fn constants_join_the_query() {
    let pairs = |template| path::constants(template);
    assert!(pairs("/x").is_empty() && pairs("/x?").is_empty());
    let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    assert_eq!(pairs("/x?b=1&a&c=x=y"), [pair("b", "1"), pair("a", ""), pair("c", "x=y")]);
    let probe = operation(Method::Get, Some("/x?type=log&A"), &[Parameter::query("m", Kind::String)]);
    assert_eq!(from_json(probe, &json!({"m": " "})).unwrap().query(), "A=&m=%20&type=log");
}

#[test]
fn tables_that_do_not_fit_their_path_are_told() {
    assert_eq!(
        called("/{a}/{z}", &json!({"a": "x"})).err().unwrap(),
        "the path has a place for `z`, which is not set"
    );
    assert_eq!(called("/x", &json!({"a": "x"})).err().unwrap(), "parameter `a` has no place in the path");
    let rpc = operation(Method::Get, None, &[Parameter::path("a", Kind::String)]);
    assert_eq!(from_json(rpc, &json!({})).err().unwrap().message(), "set required parameter `a`");
}

#[test]
fn a_path_has_single_values() {
    let probe = operation(Method::Get, Some("/{a}"), &[Parameter::path("a", Kind::Any)]);
    for value in [json!([1]), json!({"x": 1})] {
        let error = from_json(probe, &json!({"a": value})).err().unwrap();
        assert_eq!(error.message(), "parameter `a` stands in the path and must be a single value");
    }
    assert_eq!(from_json(probe, &json!({"a": true})).unwrap().path, "/true");
}

#[test]
fn methods_with_and_without_a_body() {
    let form = [Parameter::form("f", Kind::String)];
    let object = [Parameter::body("body", Kind::Object)];
    let sent = |method, parameters: &[Parameter], values: &Value| {
        let request = from_json(operation(method, Some("/x"), parameters), values).unwrap();
        (request.query(), String::from_utf8(request.body.to_vec()).unwrap(), request.content_type)
    };
    let (none, json_type) = (String::new(), Some("application/json; charset=utf-8"));
    for method in [Method::Post, Method::Put, Method::Patch, Method::Delete] {
        let form_type = Some("application/x-www-form-urlencoded");
        assert_eq!(sent(method, &form, &json!({"f": "a b"})), (none.clone(), "f=a+b".to_owned(), form_type));
    }
    for method in [Method::Get, Method::Head] {
        assert_eq!(sent(method, &form, &json!({"f": "a b"})), ("f=a%20b".to_owned(), none.clone(), None));
    }
    for method in [Method::Post, Method::Put, Method::Patch] {
        assert_eq!(sent(method, &object, &json!({})), (none.clone(), "{}".to_owned(), json_type));
    }
    for method in [Method::Get, Method::Head, Method::Delete, Method::Options] {
        assert_eq!(sent(method, &object, &json!({})), (none.clone(), none.clone(), None));
        assert_eq!(sent(method, &object, &json!({"body": {}})), (none.clone(), "{}".to_owned(), json_type));
        assert_eq!(sent(method, &[], &json!({})), (none.clone(), none.clone(), None));
    }
}

#[test]
fn a_body_is_one_document() {
    let body = |kind, value: Value| {
        let probe = operation(Method::Post, None, &[Parameter::body("body", kind)]);
        String::from_utf8(from_json(probe, &json!({"body": value})).unwrap().body.to_vec()).unwrap()
    };
    assert_eq!(body(Kind::Object, json!({"b": 1, "a": {"中": [null]}})), r#"{"a":{"中":[null]},"b":1}"#);
    assert_eq!(body(Kind::Array, json!([1, "x"])), r#"[1,"x"]"#);
    assert_eq!(body(Kind::Array, json!([])), "[]");
    assert_eq!(body(Kind::String, json!("\"as it is\"")), "\"as it is\"");
    assert_eq!(
        (body(Kind::Any, json!(1.5)), body(Kind::Boolean, json!(true))),
        ("1.5".to_owned(), "true".to_owned())
    );
    let unset = operation(Method::Post, None, &[Parameter::body("body", Kind::Map)]);
    let request = from_json(unset, &json!({})).unwrap();
    assert_eq!((request.body.len(), request.content_type), (0, None));
}

#[test]
fn two_bodies_are_refused() {
    let two = [
        Parameter::body("one", Kind::Object),
        Parameter::body("two", Kind::Object),
        Parameter::form("form", Kind::String),
    ];
    let probe = operation(Method::Post, None, &two);
    let message = |values| from_json(probe, &values).err().unwrap().message().to_owned();
    assert_eq!(message(json!({"one": {}, "two": {}})), "parameter `two` is a second body");
    assert_eq!(
        message(json!({"one": {}, "form": "f"})),
        "a body and form parameters cannot be sent together"
    );
}

#[test]
fn headers() {
    let header = |name: &'static str, value: Value| {
        let probe = operation(Method::Get, None, &[Parameter::header(name, Kind::Any)]);
        let request =
            from_json(probe, &json!({ name: value })).map_err(|error| error.message().to_owned())?;
        Ok::<_, String>(request.headers.get(name).unwrap().to_str().unwrap().to_owned())
    };
    assert_eq!(header("X-Text", json!("a, b")).unwrap(), "a, b");
    assert_eq!(header("x-empty", json!("")).unwrap(), "");
    assert_eq!(header("x-number", json!(1.0)).unwrap(), "1");
    assert_eq!(header("x-list", json!(["é", "\u{7f}", "\n"])).unwrap(), r#"["\u00e9","\u007f","\n"]"#);
    for name in [
        "authorization",
        "Host",
        "Content-Type",
        "content-length",
        "x-acs-action",
        "X-Acs-Date",
        "x-acs-signature-type",
        "x-acs-security-token",
        "transfer-encoding",
    ] {
        let error = header(name, json!("s3cret")).unwrap_err();
        assert_eq!(error, format!("parameter `{name}` is a header that only the client itself sets"));
    }
    assert!(header("x-acs-own", json!("fine")).is_ok());
    assert_eq!(header("no name", json!("x")).unwrap_err(), "parameter `no name` is no name of a header");
    let simple = operation(Method::Get, None, &[Parameter::header("x-s", Kind::Array).simple()]);
    assert_eq!(from_json(simple, &json!({"x-s": ["a", 1]})).unwrap().headers["x-s"], "a,1");
}
