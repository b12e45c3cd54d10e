//! Replies whose body is no object, and fields that come from headers.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use alicloud_runtime::operation::{Body, Descriptor, Effect, Method, Operation};
use alicloud_runtime::record::{Bytes, Value};
use alicloud_runtime::testing::{Scripted, block_on, check_reply};
use alicloud_runtime::{Error, ErrorKind, Response, record};
use serde_json::json;
use std::collections::BTreeMap;
use support::operations::{PRODUCT, client, pinned};
use support::{Color, Inner};

macro_rules! operation {
    ($request:ident, $reply:ident { $($field:ident: $type:ty = $slot:ident $index:literal: $wire:literal),* }, $method:ident, $body:ident, $headers:literal) => {
        #[derive(Default)]
        struct $request {}
        record! { $request {} }
        #[derive(Default)]
        struct $reply {
            $($field: $type),*
        }
        record! { $reply { $($field: $slot = $index: $wire),* } }
        impl Operation for $request {
            type Reply = $reply;
            const DESCRIPTOR: &'static Descriptor =
                &Descriptor::new(stringify!($request), &PRODUCT, Method::$method, Effect::Read, &[])
                    .path("/x")
                    .reply(Body::$body)
                    .reply_headers($headers);
        }
    };
}

operation!(GetObject, GetObjectReply {
    id: Option<String> = String 0: "Id",
    request_id: Option<String> = String 1: "requestId",
    count: Option<i64> = Long 2: "X-Count",
    color: Option<Color> = Enumeration 3: "x-color",
    labels: BTreeMap<String, String> = Map 4: "x-labels",
    tags: Vec<String> = List 5: "x-tags",
    any: Option<Value> = Any 6: "x-any"
}, Get, Object, 5);
operation!(GetList, GetListReply { body: Vec<Inner> = List 0: "body", etag: Option<String> = String 1: "ETag" }, Get, Payload, 1);
operation!(GetMap, GetMapReply { body: BTreeMap<String, i64> = Map 0: "body" }, Get, Payload, 0);
operation!(GetNumber, GetNumberReply { body: Option<i32> = Integer 0: "body" }, Get, Payload, 0);
operation!(GetAny, GetAnyReply { body: Option<Value> = Any 0: "body" }, Get, Payload, 0);
operation!(GetText, GetTextReply { body: Option<String> = String 0: "body" }, Get, Text, 0);
operation!(GetBytes, GetBytesReply { body: Option<Bytes> = Bytes 0: "body", etag: Option<String> = String 1: "ETag" }, Get, Bytes, 1);
operation!(Delete, DeleteReply { count: Option<i64> = Long 0: "x-count" }, Delete, Empty, 1);
operation!(Head, HeadReply { id: Option<String> = String 0: "Id", count: Option<i64> = Long 1: "x-count" }, Head, Object, 1);

fn answered<R: Operation + Default>(
    status: u16,
    headers: &[(&str, &str)],
    body: impl Into<Bytes>,
) -> Result<Response<R::Reply>, Error> {
    let mut answer = http::Response::builder().status(status);
    for (name, value) in headers {
        answer = answer.header(*name, *value);
    }
    let transport = Scripted::new().reply(answer.body(body.into()).unwrap());
    block_on(client(pinned(&transport)).send(&R::default()))
}

#[test]
fn the_last_fields_come_from_headers() {
    let headers = [
        ("x-count", "7"),
        ("X-Color", "blue"),
        ("x-labels", r#"{"a":"b"}"#),
        ("x-tags", r#"["t"]"#),
        ("x-any", "1"),
    ];
    let reply = answered::<GetObject>(200, &headers, r#"{"Id":"i","requestId":"R"}"#).unwrap();
    assert_eq!((reply.id.as_deref(), reply.count, reply.request_id()), (Some("i"), Some(7), "R"));
    assert_eq!(reply.color, Some(Color::from("blue")));
    assert_eq!(
        (&reply.labels["a"], &*reply.tags, &reply.any),
        (&"b".to_owned(), &["t".to_owned()][..], &Some(json!("1")))
    );
    assert_eq!(reply.report().to_string(), "x-color: a value that is not listed");
    let reply =
        answered::<GetObject>(200, &[("x-count", "many"), ("x-labels", "none")], r#"{"X-Count":3}"#).unwrap();
    assert_eq!((reply.count, reply.labels.len()), (None, 0), "a member of the body is no header");
    assert_eq!(reply.report().unknown_fields()[0].path(), "X-Count");
    let raw: Vec<_> = reply.report().raw_values().iter().map(|raw| (raw.path(), raw.value())).collect();
    assert_eq!(raw, [("X-Count", &json!("many")), ("x-labels", &json!("none"))]);
    assert!(answered::<GetObject>(200, &[], "{}").unwrap().report().is_empty());
    let twice = answered::<GetList>(200, &[("etag", "a"), ("etag", "b")], "[]").unwrap();
    assert_eq!(twice.etag.as_deref(), Some("a, b"));
}

#[test]
fn a_list_may_be_the_root() {
    let reply =
        answered::<GetList>(200, &[("etag", "e")], r#"[{"Name":"a","Sizes":["x"]},5,{"More":1}]"#).unwrap();
    assert_eq!(
        (reply.body.len(), reply.body[0].name.as_deref(), reply.etag.as_deref()),
        (3, Some("a"), Some("e"))
    );
    assert_eq!(
        reply.report().to_string(),
        "$[0].Sizes[0]: documented as integer, cannot hold this string; the list is kept raw\n\
         $[1]: documented as object, cannot hold this number; kept raw\n$[2].More: not documented"
    );
    let wrapped = answered::<GetList>(200, &[], r#"{"Items":[{"Name":"a"}]}"#).unwrap();
    assert_eq!(wrapped.body.len(), 1);
    for body in [r#"{"Code":"x","Items":[]}"#, "3", "\"s3cret\""] {
        let reply = answered::<GetList>(200, &[], body).unwrap();
        let raw = &reply.report().raw_values()[0];
        assert_eq!(
            (reply.body.len(), raw.path(), raw.value()),
            (0, "$", &serde_json::from_str(body).unwrap())
        );
        assert!(!reply.report().to_string().contains("s3cret"), "{}", reply.report());
    }
    for body in ["<html>", "[1", "[] 1"] {
        let error = answered::<GetList>(200, &[], body).err().unwrap();
        assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, &Bytes::from(body)));
    }
}

#[test]
fn maps_numbers_and_anything_may_be_the_root() {
    let map = answered::<GetMap>(200, &[], r#"{"a":1,"b":"2","c":"x"}"#).unwrap();
    assert_eq!(map.body, BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]));
    assert_eq!((map.report().coercions()[0].path(), map.report().raw_values()[0].path()), ("${b}", "${c}"));
    assert_eq!(answered::<GetNumber>(200, &[], " 7\n").unwrap().body, Some(7));
    let large = answered::<GetNumber>(200, &[], "3000000000").unwrap();
    assert_eq!((large.body, large.report().raw_values()[0].path()), (None, "$"));
    assert_eq!(answered::<GetAny>(200, &[], "[null,1]").unwrap().body, Some(json!([null, 1])));
    assert_eq!(
        answered::<GetAny>(200, &[], "").unwrap().report().to_string(),
        "$: documented as JSON, found no body"
    );
}

#[test]
fn text_and_bytes_are_taken_as_they_are() {
    for body in ["", " ", "{\"a\":1}", "中"] {
        let reply = answered::<GetText>(200, &[], body).unwrap();
        assert_eq!((reply.body.as_deref(), reply.report().is_empty()), (Some(body), true));
    }
    let error = answered::<GetText>(200, &[], &b"\xff"[..]).err().unwrap();
    assert_eq!((error.kind(), error.body().len()), (ErrorKind::Decode, 1));
    let reply = answered::<GetBytes>(206, &[("etag", "e")], &b"\x00\xff"[..]).unwrap();
    assert_eq!(
        (reply.body.as_deref(), reply.etag.as_deref(), reply.status()),
        (Some(&b"\x00\xff"[..]), Some("e"), 206)
    );
    assert!(format!("{reply:?}").contains("[2 bytes]"), "{reply:?}");
    assert_eq!(answered::<GetBytes>(204, &[], "").unwrap().body, None);
}

#[test]
fn no_body_may_be_documented() {
    for status in [200, 204, 299] {
        let reply = answered::<Delete>(status, &[("x-count", "2")], "").unwrap();
        assert_eq!((reply.count, reply.report().is_empty()), (Some(2), true));
    }
    let reply = answered::<Delete>(200, &[], r#"{"requestId":"R"}"#).unwrap();
    assert_eq!(reply.report().unknown_fields()[0].value(), &json!({"requestId": "R"}));
    assert_eq!((reply.report().to_string().as_str(), reply.body().len()), ("$: not documented", 17));
    assert_eq!(answered::<Delete>(200, &[], "ok").unwrap().report().unknown_fields()[0].value(), "ok");
    let head = answered::<Head>(200, &[("x-count", "1")], "").unwrap();
    assert_eq!((head.count, head.report().is_empty()), (Some(1), true));
}

#[test]
fn calls_by_name_have_all_roots_too() {
    static TABLE: &[&Descriptor] =
        &[GetList::DESCRIPTOR, GetText::DESCRIPTOR, GetBytes::DESCRIPTOR, Delete::DESCRIPTOR];
    let call = |name: &str, body: &str| {
        let transport = Scripted::new().json(200, body);
        block_on(client(pinned(&transport)).call(TABLE, name, json!({}))).unwrap()
    };
    assert_eq!(*call("GetList", "[1]"), json!([1]));
    assert_eq!(*call("GetText", "[1]"), json!("[1]"));
    let bytes = call("GetBytes", "abc");
    assert_eq!((bytes.is_null(), bytes.body().as_ref()), (true, &b"abc"[..]));
    assert!(call("Delete", "").is_null());
}

#[test]
fn samples_of_all_roots_are_checked() {
    assert_eq!(check_reply::<GetObject>(r#"{"Id":1,"More":[]}"#, &["Id", "More"]), Ok(()));
    let list = r#"[{"Name":1},5,{"More":{}}]"#;
    assert_eq!(check_reply::<GetList>(list, &["$[].Name", "$[]", "[].More"]), Ok(()));
    assert_eq!(
        check_reply::<GetList>(list, &["$[]", "$[].More", "$[].Sizes"]).unwrap_err(),
        "$[0].Name: documented as string, found number; that is not recorded as `$[].Name`\n\
         $[].Sizes: recorded as a departure, but it agrees"
    );
    assert_eq!(check_reply::<GetList>(r#"{"Items":[]}"#, &["$"]), Ok(()));
    assert_eq!(check_reply::<GetMap>(r#"{"a":1,"b":"x"}"#, &["${}"]), Ok(()));
    assert_eq!(check_reply::<GetMap>(r#"{"a":1,"b":[]}"#, &["{}"]), Ok(()));
    assert_eq!(check_reply::<GetText>("any\ntext", &[]), Ok(()));
    assert_eq!(check_reply::<GetBytes>("text", &[]), Ok(()));
    assert_eq!(check_reply::<Delete>("", &[]), Ok(()));
    assert_eq!(check_reply::<Delete>("{}", &[]), Ok(()));
    assert_eq!(check_reply::<Delete>(r#"{"a":1}"#, &["$"]), Ok(()));
    assert_eq!(check_reply::<GetList>(r#"{"a":1}"#, &["$"]), Ok(()));
    assert_eq!(check_reply::<GetList>(r#"{"Items":[{"Odd":1},{"Name":2}]}"#, &["$"]), Ok(()));
    assert_eq!(check_reply::<GetList>("3", &["$"]), Ok(()));
    assert_eq!(
        check_reply::<GetList>("3", &[]).unwrap_err(),
        "$: documented as array, cannot hold this number; kept raw; that is not recorded as `$`"
    );
    assert!(check_reply::<GetList>("[3", &[]).unwrap_err().starts_with("it does not decode"));
}

#[test]
fn restored_replies_hold_everything() {
    let sample = r#"{"Id":[1],"requestId":null,"Extra":{"a":1}}"#;
    let decoded = record::decode::<GetObjectReply>(sample.as_bytes()).unwrap();
    let restored = alicloud_runtime::testing::restore(&decoded.value, &decoded.report).unwrap();
    assert_eq!(
        restored,
        json!({"Id": [1], "requestId": null, "Extra": {"a": 1}, "x-labels": {}, "x-tags": []})
    );
}
