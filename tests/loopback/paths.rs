//! Calls by path: what the built-in transport puts on the wire is what was signed.

use crate::harness::{config, server};
use alicloud_runtime::operation::{
    Descriptor, Effect, Kind, Method, Operation, Parameter, Product, Protocol,
};
use alicloud_runtime::{Client, record};
use alicloud_tests::loopback::Answer;

static LIBRARY: Product = Product::new("Library", "2020-01-01", Protocol::Https, &[]);

#[derive(Default)]
struct PutBook {
    shelf: Option<String>,
    rest: Option<String>,
    note: Option<String>,
    owner: Option<String>,
    body: Option<record::Bytes>,
}

record! {
    PutBook {
        shelf: String = 0: "shelf",
        rest: String = 1: "rest",
        note: String = 2: "note",
        owner: String = 3: "x-owner",
        body: Bytes = 4: "body",
    }
}

#[derive(Default)]
struct Done {
    text: Option<String>,
    tag: Option<i64>,
}

record! { Done { text: String = 0: "text", tag: Long = 1: "x-tag" } }

impl Operation for PutBook {
    type Reply = Done;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "PutBook",
        &LIBRARY,
        Method::Put,
        Effect::Write,
        &[
            Parameter::path("shelf", Kind::String).required(),
            Parameter::path("rest", Kind::String).required(),
            Parameter::query("note", Kind::String),
            Parameter::header("x-owner", Kind::String),
            Parameter::body("body", Kind::Binary),
        ],
    )
    .path("/shelves/{shelf}:put/{+rest}?lifecycle")
    .reply(alicloud_runtime::operation::Body::Text)
    .reply_headers(1);
}

const ODD: &str = "a b+c*~/\u{4e2d}%&=?#;:@!$'(),[]\"<>\\^`{|}..%2e%2F";

#[tokio::test]
async fn every_value_arrives_as_it_was_signed() {
    let body = vec![0, 255, b'\r', b'\n'];
    let server = server([Answer::new(201, "text/plain", "put \u{4e2d}").header("X-Tag", "7")]);
    let client = Client::new(&LIBRARY, config(&server)).unwrap();
    let put = PutBook {
        shelf: Some(ODD.to_owned()),
        rest: Some(format!("/x//{ODD}/")),
        note: Some(ODD.to_owned()),
        owner: Some("me, and  you".to_owned()),
        body: Some(body.clone().into()),
    };
    let reply = client.send(&put).await.unwrap();
    assert_eq!((reply.status(), reply.text.as_deref(), reply.tag), (201, Some("put \u{4e2d}"), Some(7)));
    assert!(reply.report().is_empty(), "{}", reply.report());
    let requests = server.log();
    let verified = requests[0].as_ref().unwrap();
    assert!(verified.raw.path.starts_with("/shelves/a%20b%2Bc"), "{}", verified.raw.path);
    assert!(verified.raw.path.contains(":put/x//a%20b"), "{}", verified.raw.path);
    assert_eq!(
        verified.query,
        [("lifecycle".to_owned(), String::new()), ("note".to_owned(), ODD.to_owned())]
    );
    assert_eq!(verified.raw.body, body);
}

#[tokio::test]
async fn a_call_without_a_body_says_nothing_about_one() {
    #[derive(Default)]
    struct GetBook {
        shelf: Option<String>,
    }
    record! { GetBook { shelf: String = 0: "shelf" } }
    impl Operation for GetBook {
        type Reply = Done;
        const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
            "GetBook",
            &LIBRARY,
            Method::Delete,
            Effect::Write,
            &[Parameter::path("shelf", Kind::String).required()],
        )
        .path("/shelves/{shelf}");
    }
    let server = server([Answer::empty(204)]);
    let client = Client::new(&LIBRARY, config(&server)).unwrap();
    let reply = client.send(&GetBook { shelf: Some("s".to_owned()) }).await.unwrap();
    assert_eq!((reply.status(), reply.report().is_empty()), (204, true));
    let requests = server.log();
    let raw = &requests[0].as_ref().unwrap().raw;
    assert_eq!((raw.method.as_str(), raw.path.as_str(), raw.body.len()), ("DELETE", "/shelves/s", 0));
    assert_eq!(raw.values("content-type").count(), 0);
}
