//! What one call does differently, and requests that are signed and not sent.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use alicloud_runtime::operation::{Descriptor, Effect, Kind, Method, Operation, Parameter};
use alicloud_runtime::retry::Backoff;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{CallOptions, Credentials, Error, ErrorKind, SignedRequest, record};
use serde_json::json;
use std::time::Duration;
use support::All;
use support::operations::{
    Find, GetModuleTrialAuthInfo, PRODUCT, client, credentials, pinned, pinned_with, trial,
};

fn dry_run(options: CallOptions) -> Result<SignedRequest, Error> {
    let transport = Scripted::new();
    let outcome = block_on(client(pinned(&transport)).dry_run(&trial(), options));
    assert!(transport.requests().is_empty(), "nothing is sent");
    outcome
}

fn header(request: &SignedRequest, name: &str) -> Option<String> {
    request.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
}

#[test]
fn headers_are_sent_and_signed_where_their_name_says_so() {
    let options =
        CallOptions::new().header("X-Acs-Trace", "b").header("x-acs-trace", "a").header("via", "tool");
    let request = dry_run(options).unwrap();
    let canonical = request.canonical_request().unwrap();
    assert!(
        canonical.contains("\nx-acs-trace:a,b\n") && canonical.contains("x-acs-trace;x-acs-version"),
        "{canonical}"
    );
    assert!(!canonical.contains("via"), "a proxy may change it: {canonical}");
    assert_eq!(request.headers().get_all("x-acs-trace").iter().count(), 2);
    assert_eq!(header(&request, "via").as_deref(), Some("tool"));
    let shown = format!("{:?} {request:?}", request.headers());
    assert!(!shown.contains("\"tool\"") && !shown.contains("\"b\""), "a header may be a secret: {shown}");
}

#[test]
fn accept_and_user_agent_can_be_replaced() {
    let request =
        dry_run(CallOptions::new().header("accept", "text/plain").header("User-Agent", "me/1")).unwrap();
    assert_eq!(header(&request, "accept").as_deref(), Some("text/plain"));
    assert_eq!(
        (header(&request, "user-agent").as_deref(), request.headers().get_all("user-agent").iter().count()),
        (Some("me/1"), 1)
    );
    assert_eq!(
        dry_run(CallOptions::new()).unwrap().string_to_sign(),
        request.string_to_sign(),
        "neither is signed"
    );
}

#[test]
fn headers_of_the_client_itself_are_refused() {
    for name in [
        "Authorization",
        "host",
        "content-type",
        "Content-Length",
        "connection",
        "transfer-encoding",
        "te",
        "upgrade",
        "trailer",
        "x-acs-action",
        "X-Acs-Version",
        "x-acs-date",
        "x-acs-signature-nonce",
        "x-acs-signature-type",
        "x-acs-content-sha256",
        "x-acs-security-token",
        "x-acs-accesskey-id",
        "x-acs-bearer-token",
        "x-acs-credentials-provider",
        "x-acs-retry-attempts",
        "x-acs-retry-delay",
    ] {
        let error = dry_run(CallOptions::new().header(name, "s3cret")).unwrap_err();
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Request, Some("GetModuleTrialAuthInfo")));
        assert!(
            error.message().contains(name) && error.message().contains("only the client itself"),
            "{error}"
        );
        assert!(!error.to_string().contains("s3cret"), "{error}");
    }
}

#[test]
fn what_is_no_header_is_refused_in_one_line() {
    for (name, value) in
        [("a b", "x"), ("", "x"), ("a\r\nb", "x"), ("x-a", "s3cret\r\nb: c"), ("x-a", "s3cret\u{4e2d}")]
    {
        let error = dry_run(CallOptions::new().header(name, value)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request, "{error}");
        assert!(
            !error.to_string().contains(['\r', '\n']) && !error.to_string().contains("s3cret"),
            "{error}"
        );
    }
}

#[test]
fn the_query_is_joined_by_new_pairs_and_old_ones_are_replaced() {
    let options = CallOptions::new().query("Lang", "zh").query("A", "x y&=").query("Lang", "fr");
    let request = dry_run(options).unwrap();
    assert_eq!(
        request.url(),
        "https://tds.cn-shanghai.aliyuncs.com/?A=x%20y%26%3D&Lang=zh&Lang=fr&ModuleCode=vulFix"
    );
    let query = request.url().split_once('?').unwrap().1.to_owned();
    assert_eq!(
        request.canonical_request().unwrap().lines().nth(2),
        Some(query.as_str()),
        "what is sent is signed"
    );
}

#[test]
fn a_parameter_of_the_query_does_not_stand_in_for_a_required_one() {
    let transport = Scripted::new();
    let options = CallOptions::new().query("Name", "n");
    let error = block_on(client(pinned(&transport)).send_with(&Find::default(), options)).unwrap_err();
    assert_eq!(error.message(), "set required parameter `Name`");
}

#[test]
fn a_region_and_an_endpoint_of_one_call() {
    let transport = Scripted::new().json(200, "{}").json(200, "{}").json(200, "{}");
    let client = client(pinned(&transport).endpoint("http://localhost:9"));
    block_on(client.send_with(&trial(), CallOptions::new().region("ap-southeast-1"))).unwrap();
    block_on(client.send_with(&trial(), CallOptions::new().region("nowhere").endpoint("tds.example.com")))
        .unwrap();
    block_on(client.send(&trial())).unwrap();
    let hosts: Vec<_> =
        transport.requests().iter().map(|request| request.header("host").unwrap().to_owned()).collect();
    assert_eq!(hosts, ["tds.ap-southeast-1.aliyuncs.com", "tds.example.com", "localhost:9"]);
    for options in [CallOptions::new().region("ap-southeast-11"), CallOptions::new().endpoint("a b")] {
        let error = block_on(client.send_with(&trial(), options)).unwrap_err();
        assert_eq!(
            (error.kind(), error.operation()),
            (ErrorKind::Endpoint, Some("GetModuleTrialAuthInfo")),
            "{error}"
        );
    }
    assert_eq!(transport.requests().len(), 3);
}

#[test]
fn a_timeout_of_one_call_reaches_the_transport() {
    let transport = Scripted::new().json(200, "{}").json(200, "{}").json(200, "{}");
    let client = client(pinned(&transport));
    let second = Duration::from_secs(1);
    for options in
        [CallOptions::new().timeout(second), CallOptions::new().timeout(Duration::ZERO), CallOptions::new()]
    {
        block_on(client.send_with(&trial(), options)).unwrap();
    }
    let totals: Vec<_> = transport.requests().iter().map(|request| request.timeouts().total).collect();
    assert_eq!(totals, [Some(second), None, Some(30 * second)]);
}

#[test]
fn a_timeout_that_no_clock_can_hold_is_a_very_long_one() {
    let transport = Scripted::new().json(200, "{}").hang();
    let client = client(pinned(&transport).retry(Backoff::never()));
    let endless = || CallOptions::new().timeout(Duration::MAX);
    block_on(client.send_with(&trial(), endless())).unwrap();
    let total = transport.requests()[0].timeouts().total.unwrap();
    assert!((Duration::from_secs(1 << 31)..Duration::from_secs(1 << 32)).contains(&total), "{total:?}");
    assert_eq!(block_on(client.send_with(&trial(), endless())).unwrap_err().kind(), ErrorKind::Timeout);
}

/// A write that may have been carried out.
#[derive(Default)]
struct Create {
    client_token: Option<String>,
}

record! {
    Create {
        client_token: String = 0: "ClientToken",
    }
}

impl Operation for Create {
    type Reply = All;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "Create",
        &PRODUCT,
        Method::Post,
        Effect::Write,
        &[Parameter::query("ClientToken", Kind::String)],
    );
}

#[test]
fn a_client_token_in_the_query_makes_a_write_safe_to_repeat() {
    let attempts = |own: Option<&str>, options| {
        let transport = Scripted::new().json(500, "{}").json(500, "{}").json(500, "{}");
        let create = Create { client_token: own.map(str::to_owned) };
        block_on(client(pinned(&transport)).send_with(&create, options)).unwrap_err();
        transport.requests().len()
    };
    let none = CallOptions::new;
    assert_eq!(attempts(None, none()), 1);
    assert_eq!(attempts(Some("own"), none()), 3);
    assert_eq!(attempts(None, none().query("ClientToken", "t")), 3);
    assert_eq!(attempts(None, none().query("clienttoken", "t").query("A", "")), 3);
    assert_eq!(attempts(None, none().query("Token", "t")), 1);
    assert_eq!(attempts(None, none().query("ClientToken", "")), 1);
    assert_eq!(attempts(Some("own"), none().query("ClientToken", "")), 1, "it is not sent");
    assert_eq!(attempts(Some("own"), none().query("Token", "t")), 3);
}

#[test]
fn options_print_no_value() {
    let options = CallOptions::new()
        .header("x-acs-key", "s3cret")
        .query("Password", "s3cret")
        .endpoint("https://user:s3cret@example.com");
    let shown = format!("{options:?}");
    assert!(
        shown.contains("x-acs-key") && shown.contains("Password") && !shown.contains("s3cret"),
        "{shown}"
    );
    assert!(size_of::<CallOptions>() == size_of::<usize>(), "most calls have none");
}

#[test]
fn a_dry_run_is_the_request_that_would_be_sent() {
    let transport = Scripted::new().json(200, "{}").json(200, "{}");
    let temporary = credentials().with_security_token("t0ken");
    let client = client(pinned_with(temporary, &transport));
    let signed = block_on(client.dry_run(&trial(), CallOptions::new())).unwrap();
    block_on(client.send(&trial())).unwrap();
    let sent = transport.last().unwrap();
    assert_eq!((signed.method(), signed.url(), signed.body()), (sent.method(), sent.uri(), sent.body()));
    assert_eq!(signed.headers(), sent.headers());
    let parameters = json!({"ModuleCode": "vulFix", "Lang": "en"});
    let by_name = client.dry_run_with(GetModuleTrialAuthInfo::DESCRIPTOR, &parameters, CallOptions::new());
    let by_name = by_name.blocking().unwrap();
    assert_eq!(by_name.headers(), sent.headers(), "by name, and without a runtime");
    let request = by_name.into_request();
    assert_eq!((request.method().as_str(), request.uri().to_string()), (sent.method(), sent.uri()));
    let shown = format!("{signed:?}");
    assert!(
        !shown.contains("t0ken") && !shown.contains("vulFix") && !shown.contains("Signature="),
        "{shown}"
    );
}

#[test]
fn a_dry_run_fails_where_the_call_would() {
    let transport = Scripted::new();
    let missing =
        block_on(client(pinned(&transport)).dry_run(&Find::default(), CallOptions::new())).unwrap_err();
    assert_eq!(missing.to_string(), "Sas Find: set required parameter `Name` (a retry cannot help)");
    let unusable = client(pinned_with(Credentials::new("", "s"), &transport));
    let error = unusable.dry_run(&trial(), CallOptions::new()).blocking().unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Credentials, Some("GetModuleTrialAuthInfo")));
    let wrong = client(pinned(&transport));
    let wrong = wrong.dry_run_with(Find::DESCRIPTOR, &json!({"Nam": 1}), CallOptions::new()).blocking();
    assert!(wrong.unwrap_err().message().contains("did you mean `Name`"));
    assert!(transport.requests().is_empty());
}
