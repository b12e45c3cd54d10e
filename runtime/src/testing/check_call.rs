use super::synthesize::synthesize_request;
use super::wire_form::WireForm;
use super::{Script, block_on};
use crate::operation::{Descriptor, Kind, Operation, Security};
use crate::record::{self, Node, Record, SlotMut, Value};
use crate::{CallOptions, Client, Config, Credentials, Pending, Result, SignedRequest};
use std::future::IntoFuture;
use std::time::{Duration, SystemTime};

/// How many requests are compared.
const SEEDS: u64 = 24;

/// The most bytes that a call may take up in the future of its caller.
const LARGEST: usize = 1_024;

/// Checks that a typed call and the call by name, with the same parameters as a JSON object, are the same request, for
/// a number of synthesized ones; and that the future of the call is small.
///
/// The requests are signed with the same date and nonce and compared as a whole. Only where JSON has objects they are
/// compared as JSON: the order of members means nothing, and then hash and signature differ too. Parameters that are
/// bytes are left out, since JSON has no bytes; where one is required, requests are not compared. Requests that both
/// calls refuse with the same words are equal.
///
/// # Errors
/// Every difference, one per line.
pub fn check_call<R: Operation>() -> Result<(), String> {
    let size = std::mem::size_of::<Pending<R::Reply>>();
    if size > LARGEST {
        return Err(format!("the call takes up {size} bytes, more than {LARGEST}"));
    }
    let operation = R::DESCRIPTOR;
    let is_bytes = |kind| matches!(kind, Kind::Binary | Kind::Byte);
    let needs_bytes =
        |parameter: &crate::operation::Parameter| parameter.is_required() && is_bytes(parameter.kind());
    if operation.parameters().iter().any(needs_bytes) {
        return Ok(());
    }
    let client = Client::new(operation.product(), config(operation)).map_err(|error| error.to_string())?;
    let mut problems = Vec::new();
    for seed in 0..SEEDS {
        let mut request: R = synthesize_request(seed);
        without_bytes(operation, &mut request);
        let typed = block_on(client.dry_run(&request, CallOptions::new()).into_future());
        let by_name = json(&request)
            .map(|json| block_on(client.dry_run_with(operation, &json, CallOptions::new()).into_future()));
        let compared = by_name.and_then(|by_name| compare(typed, by_name));
        problems
            .extend(compared.err().map(|problem| format!("{}, seed {seed}: {problem}", operation.name())));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// Nothing differs from request to request.
fn config(operation: &Descriptor) -> Config {
    let ways = operation.security_ways();
    let takes_key = ways.is_empty() || ways.contains(&Security::AccessKey);
    let credentials = if takes_key || !ways.contains(&Security::Bearer) {
        Credentials::new("example-id", "example-secret")
    } else {
        Credentials::bearer("example-token")
    };
    Config::new("example", credentials)
        .endpoint("endpoint.example")
        .transport(Script::new())
        .clock(|| SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_225_600))
        .nonce(|| Ok("00000000000000000000000000000000".to_owned()))
}

fn without_bytes(operation: &Descriptor, request: &mut dyn Record) {
    for (index, _) in operation.parameters().iter().enumerate() {
        if let SlotMut::Bytes(cell) = request.slot_mut(index) {
            *cell = None;
        }
    }
}

/// By way of the text, in which a 32-bit float has the digits that people write.
fn json(request: &dyn Record) -> Result<Value, String> {
    let text =
        record::to_json_text(Node::Record(request)).map_err(|error| format!("no JSON form: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("no JSON: {error}"))
}

fn compare(typed: Result<SignedRequest>, by_name: Result<SignedRequest>) -> Result<(), String> {
    // A synthesized value may be one that cannot be sent, or too long for an address. Then both calls must be refused.
    if let (Err(typed), Err(by_name)) = (&typed, &by_name)
        && typed.to_string() == by_name.to_string()
    {
        return Ok(());
    }
    let typed = typed.map_err(|error| format!("the typed call cannot be sent: {error}"))?;
    let by_name = by_name.map_err(|error| format!("the call by name cannot be sent: {error}"))?;
    if typed.canonical_request() == by_name.canonical_request()
        && typed.method() == by_name.method()
        && typed.url() == by_name.url()
        && typed.headers() == by_name.headers()
        && typed.body() == by_name.body()
    {
        return Ok(());
    }
    WireForm::new(&typed).compare(&WireForm::new(&by_name))
}
