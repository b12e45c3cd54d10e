//! A product with two operations, as a generator would write it, and clients for it.

use super::All;
use alicloud_runtime::operation::{
    Descriptor, Effect, Kind, Method, Operation, Parameter, Product, Protocol,
};
use alicloud_runtime::retry::Backoff;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{Client, Config, Credentials, Error, Response, record};
use std::time::{Duration, UNIX_EPOCH};

pub static PRODUCT: Product = Product::new(
    "Sas",
    "2018-12-03",
    Protocol::Https,
    &[("ap-southeast-1", "tds.ap-southeast-1.aliyuncs.com"), ("cn-shanghai", "tds.cn-shanghai.aliyuncs.com")],
);
pub static OTHER: Product = Product::new("Other", "2018-12-03", Protocol::Https, &[]);
pub static OPERATIONS: &[&Descriptor] = &[GetModuleTrialAuthInfo::DESCRIPTOR, Find::DESCRIPTOR];

/// A request with two optional texts, and a reply that has only the request id.
#[derive(Default)]
pub struct GetModuleTrialAuthInfo {
    pub module_code: Option<String>,
    pub lang: Option<String>,
}

impl Operation for GetModuleTrialAuthInfo {
    type Reply = Reply;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "GetModuleTrialAuthInfo",
        &PRODUCT,
        Method::Post,
        Effect::Read,
        &[Parameter::query("ModuleCode", Kind::String), Parameter::query("Lang", Kind::String)],
    );
}

record! {
    GetModuleTrialAuthInfo {
        module_code: String = 0: "ModuleCode",
        lang: String = 1: "Lang",
    }
}

#[derive(Default)]
pub struct Reply {
    pub request_id: Option<String>,
    pub count: Option<i32>,
}

record! {
    Reply {
        request_id: String = 0: "RequestId",
        count: Integer = 1: "Count",
    }
}

/// A request with a required parameter.
#[derive(Default)]
pub struct Find {
    pub name: Option<String>,
}

impl Operation for Find {
    type Reply = All;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "Find",
        &PRODUCT,
        Method::Get,
        Effect::Read,
        &[Parameter::query("Name", Kind::String).required()],
    );
}

record! {
    Find {
        name: String = 0: "Name",
    }
}

pub fn credentials() -> Credentials {
    Credentials::new("LTAI5tTestAccessKeyId01", "TestAccessKeySecret0123456789ab")
}

/// Clock, nonce and credentials of the recorded requests of other runtimes.
pub fn pinned(transport: &Scripted) -> Config {
    pinned_with(credentials(), transport)
}

pub fn pinned_with(credentials: Credentials, transport: &Scripted) -> Config {
    Config::new("cn-shanghai", credentials)
        .transport(transport.clone())
        .clock(|| UNIX_EPOCH + Duration::from_secs(1_767_323_045))
        .nonce(|| Ok("0123456789abcdef0123456789abcdef".to_owned()))
}

pub fn client(config: Config) -> Client {
    Client::new(&PRODUCT, config).unwrap()
}

pub fn trial() -> GetModuleTrialAuthInfo {
    GetModuleTrialAuthInfo { module_code: Some("vulFix".into()), lang: Some("en".into()) }
}

/// The outcome of one request that is answered with `status` and `body`.
pub fn answered(status: u16, body: &str) -> Result<Response<Reply>, Error> {
    let transport = Scripted::new().json(status, body);
    block_on(client(pinned(&transport).retry(Backoff::never())).send(&trial()))
}
