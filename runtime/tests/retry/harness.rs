use crate::support::operations::{PRODUCT, Reply, credentials};
use alicloud_runtime::operation::{Descriptor, Effect, Kind, Method, Operation, Parameter};
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{Client, Config, Error, Response, record};
use bytes::Bytes;
use std::time::{Duration, UNIX_EPOCH};

/// An operation that changes something, with every place that a client token can be in.
#[derive(Default)]
pub(crate) struct Change {
    pub(crate) client_token: Option<String>,
    pub(crate) request: Option<Inner>,
    pub(crate) name: Option<String>,
}

record! { Change { client_token: String = 0: "ClientToken", request: Record = 1: "request", name: String = 2: "Name" } }

#[derive(Default)]
pub(crate) struct Inner {
    pub(crate) token: Option<String>,
    pub(crate) size: Option<i32>,
}

record! { Inner { token: String = 0: "clientToken", size: Integer = 1: "size" } }

impl Operation for Change {
    type Reply = Reply;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "Change",
        &PRODUCT,
        Method::Post,
        Effect::Write,
        &[
            Parameter::query("ClientToken", Kind::String),
            Parameter::body("request", Kind::Object),
            Parameter::query("Name", Kind::String),
        ],
    );
}

pub(crate) fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// An answer with headers.
pub(crate) fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> http::Response<Bytes> {
    let mut builder = http::Response::builder().status(status);
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    builder.body(Bytes::from(body.to_owned())).unwrap()
}

/// Two seconds after five past three, and on from there with the clock of the transport.
pub(crate) fn config(transport: &Scripted) -> Config {
    use alicloud_runtime::io::Scheduler;
    let clock = transport.clock().clone();
    Config::new("cn-shanghai", credentials())
        .transport(transport.clone())
        .clock(move || UNIX_EPOCH + Duration::from_secs(1_767_323_045) + clock.elapsed())
}

pub(crate) fn client(config: Config) -> Client {
    Client::new(&PRODUCT, config).unwrap()
}

/// The outcome of a call, and how many requests were sent for it. All answers are asked for or the last one is left.
pub(crate) fn outcome<R: Operation>(
    transport: &Scripted,
    request: &R,
) -> (Result<Response<R::Reply>, Error>, usize) {
    let outcome = block_on(client(config(transport)).send(request));
    (outcome, transport.requests().len())
}
