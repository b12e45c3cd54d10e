//! Operations whose parameters go to every place of a request, with secrets among them.
#![allow(dead_code, unreachable_pub)]

use alicloud_runtime::operation::{
    Body, Descriptor, Effect, Kind, Method, Operation, Paged, PagedItems, Pagination, Parameter, Product,
    Protocol, Streaming,
};
use alicloud_runtime::record;
use alicloud_runtime::record::Bytes;
use serde_json::Value;
use std::collections::BTreeMap;

pub static VAULT: Product = Product::new("Vault", "2030-01-01", Protocol::Https, &[]);

/// Parameters in path, query, header and body, secret ones in each.
#[derive(Default)]
pub struct Store {
    pub vault: Option<String>,
    pub key: Option<String>,
    pub dry_run: Option<bool>,
    pub filter: Option<BTreeMap<String, f32>>,
    pub tags: Option<Vec<String>>,
    pub owner: Option<String>,
    pub x_pass: Option<String>,
    pub body: Option<Content>,
}

record! {
    Store {
        vault: String = 0: "Vault",
        key: String = 1: "Key" as sensitive,
        dry_run: Boolean = 2: "DryRun",
        filter: Map = 3: "Filter",
        tags: List = 4: "Tags",
        owner: String = 5: "x-owner",
        x_pass: String = 6: "x-pass" as sensitive,
        body: Record = 7: "body",
    }
}

#[derive(Default)]
pub struct Content {
    pub name: Option<String>,
    pub pin: Option<String>,
    pub parts: Option<Vec<Content>>,
    pub any: Option<Value>,
}

record! {
    Content {
        name: String = 0: "Name",
        pin: String = 1: "Pin" as sensitive,
        parts: List = 2: "Parts",
        any: Any = 3: "Any",
    }
}

#[derive(Default)]
pub struct Stored {
    pub request_id: Option<String>,
    pub receipt: Option<Content>,
    pub etag: Option<String>,
}

record! {
    Stored {
        request_id: String = 0: "RequestId",
        receipt: Record = 1: "Receipt",
        etag: String = 2: "ETag",
    }
}

impl Operation for Store {
    type Reply = Stored;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "Store",
        &VAULT,
        Method::Put,
        Effect::Write,
        &[
            Parameter::path("Vault", Kind::String).required(),
            Parameter::path("Key", Kind::String).required(),
            Parameter::query("DryRun", Kind::Boolean),
            Parameter::query("Filter", Kind::Map).json(),
            Parameter::query("Tags", Kind::Array).simple(),
            Parameter::header("x-owner", Kind::String),
            Parameter::header("x-pass", Kind::String),
            Parameter::body("body", Kind::Object),
        ],
    )
    .path("/vaults/{Vault}/keys/{+Key}?kind=plain")
    .reply_headers(1)
    .sensitive(&["Key", "x-pass", "Pin"]);
}

/// A form with a secret.
#[derive(Default)]
pub struct Login {
    pub user: Option<String>,
    pub password: Option<String>,
    pub devices: Option<Vec<Content>>,
}

record! {
    Login {
        user: String = 0: "User",
        password: String = 1: "Password" as sensitive,
        devices: List = 2: "Device",
    }
}

#[derive(Default)]
pub struct Session {
    pub session_token: Option<String>,
    pub message: Option<String>,
    pub counts: Vec<i64>,
}

record! {
    Session {
        session_token: String = 0: "SessionToken" as sensitive,
        message: String = 1: "Message",
        counts: List = 2: "Counts",
    }
}

impl Operation for Login {
    type Reply = Session;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "Login",
        &VAULT,
        Method::Post,
        Effect::Read,
        &[
            Parameter::form("User", Kind::String).required(),
            Parameter::form("Password", Kind::String),
            Parameter::form("Device", Kind::Array),
        ],
    )
    .sensitive(&["Password", "SessionToken", "Pin"]);
}

/// A stream of events.
#[derive(Default)]
pub struct Watch {
    pub since: Option<i64>,
}

record! {
    Watch {
        since: Long = 0: "Since",
    }
}

impl Operation for Watch {
    type Reply = Session;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "Watch",
        &VAULT,
        Method::Post,
        Effect::Read,
        &[Parameter::query("Since", Kind::Long)],
    )
    .events()
    .sensitive(&["SessionToken"]);
}

impl Streaming for Watch {}

/// A list in pages.
#[derive(Default)]
pub struct List {
    pub token: Option<String>,
}

record! { List { token: String = 0: "NextToken" } }

#[derive(Default)]
pub struct Listed {
    pub token: Option<String>,
    pub names: Vec<String>,
}

record! { Listed { token: String = 0: "NextToken", names: List = 1: "Names" } }

impl Operation for List {
    type Reply = Listed;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "List",
        &VAULT,
        Method::Post,
        Effect::Read,
        &[Parameter::query("NextToken", Kind::String)],
    )
    .pages(Pagination::tokens("NextToken", "", "Names", "NextToken"));
}

impl Paged for List {}

impl PagedItems for List {
    type Item = String;

    fn into_items(reply: Listed) -> Vec<String> {
        reply.names
    }
}

/// Bytes there and back, on a host of its own.
#[derive(Default)]
pub struct Upload {
    pub bucket: Option<String>,
    pub content: Option<Bytes>,
}

record! {
    Upload {
        bucket: String = 0: "Bucket",
        content: Bytes = 1: "Content",
    }
}

#[derive(Default)]
pub struct Uploaded {
    pub content: Option<Bytes>,
}

record! {
    Uploaded {
        content: Bytes = 0: "Content",
    }
}

impl Operation for Upload {
    type Reply = Uploaded;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "Upload",
        &VAULT,
        Method::Put,
        Effect::Write,
        &[Parameter::host("Bucket", Kind::String).required(), Parameter::body("Content", Kind::Binary)],
    )
    .path("/upload")
    .reply(Body::Bytes);
}
