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
        vault: String = "Vault",
        key: String = "Key" as sensitive,
        dry_run: Boolean = "DryRun",
        filter: Map = "Filter",
        tags: List = "Tags",
        owner: String = "x-owner",
        x_pass: String = "x-pass" as sensitive,
        body: Record = "body",
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
        name: String = "Name",
        pin: String = "Pin" as sensitive,
        parts: List = "Parts",
        any: Any = "Any",
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
        request_id: String = "RequestId",
        receipt: Record = "Receipt",
        etag: String = "ETag",
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
        user: String = "User",
        password: String = "Password" as sensitive,
        devices: List = "Device",
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
        session_token: String = "SessionToken" as sensitive,
        message: String = "Message",
        counts: List = "Counts",
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
        since: Long = "Since",
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

record! { List { token: String = "NextToken" } }

#[derive(Default)]
pub struct Listed {
    pub token: Option<String>,
    pub names: Vec<String>,
}

record! { Listed { token: String = "NextToken", names: List = "Names" } }

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
        bucket: String = "Bucket",
        content: Bytes = "Content",
    }
}

#[derive(Default)]
pub struct Uploaded {
    pub content: Option<Bytes>,
}

record! {
    Uploaded {
        content: Bytes = "Content",
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
