//! Requests, replies and errors of calls.

use crate::canary::fill::{fill_sensitive, marked};
use crate::canary::{MARKER, assert_clean, assert_debug_clean, assert_error_clean};
use crate::variety::{Content, Login, Session, Store, Stored, Upload, VAULT, Watch};
use alicloud_runtime::operation::Operation;
use alicloud_runtime::record::{Bytes, Record, decode};
use alicloud_runtime::testing::{Any, Recorder, Replay, Script, Scripted, block_on, response};
use alicloud_runtime::transport::{Timeouts, Transport, TransportError};
use alicloud_runtime::{CallOptions, Client, Config, Credentials, Error, ErrorKind};
use http::{HeaderMap, HeaderValue};
use serde_json::json;

pub(crate) fn credentials() -> Credentials {
    Credentials::new(format!("LTAI5tKeyId{MARKER}"), MARKER).with_security_token(MARKER)
}

pub(crate) fn options() -> CallOptions {
    CallOptions::new().header("x-own", MARKER).query("Own", MARKER)
}

fn client(transport: impl Transport + 'static) -> Client {
    let config = Config::new("example", credentials()).endpoint("endpoint.example").transport(transport);
    Client::new(&VAULT, config).unwrap()
}

fn sensitive<R: Record + Default>() -> R {
    let mut value = R::default();
    fill_sensitive(&mut value, 3);
    value
}

#[test]
fn sensitive_fields_are_not_printed() {
    assert_debug_clean("Store", &sensitive::<Store>());
    assert_debug_clean("Content", &sensitive::<Content>());
    assert_debug_clean("Login", &sensitive::<Login>());
    assert_debug_clean("Stored", &sensitive::<Stored>());
    assert_debug_clean("Session", &sensitive::<Session>());
    // The marker is in them.
    assert_eq!(sensitive::<Login>().password.as_deref(), Some(MARKER));
    assert_eq!(sensitive::<Store>().body.unwrap().pin.as_deref(), Some(MARKER));
    let departing =
        format!("{{\"Counts\":\"{MARKER}\",\"Message\":[\"{MARKER}\"],\"Unknown\":\"{MARKER}\"}}");
    let decoded = decode::<Session>(departing.as_bytes()).unwrap();
    assert_eq!(decoded.report.unknown_fields().len(), 1);
    assert_clean("Report", &decoded.report.to_string());
    assert_debug_clean("Report", &(&decoded.report, decoded.report.coercions(), decoded.report.raw_values()));
    let shown = response(sensitive::<Session>()).header("x-secret", MARKER).body(MARKER).build();
    assert_debug_clean("Response", &shown);
}

#[test]
fn a_signed_request_prints_no_secret() {
    let signed = client(Scripted::new()).dry_run(&marked::<Login>(), options()).blocking().unwrap();
    assert_debug_clean("SignedRequest", &signed);
    assert!(signed.url().contains(MARKER), "the marker is in it");
    let signed = client(Scripted::new()).dry_run(&marked::<Store>(), options()).blocking().unwrap();
    assert_debug_clean("SignedRequest", &signed);
    assert_debug_clean("DryRun", &client(Scripted::new()).dry_run(&marked::<Login>(), options()));
    assert_debug_clean("Pending", &client(Scripted::new()).send_with(&marked::<Login>(), options()));
    assert_debug_clean("EventStream", &client(Scripted::new()).stream_with(&marked::<Watch>(), options()));
}

#[test]
fn errors_of_every_kind_print_neither_headers_nor_body() {
    use ErrorKind as Kind;
    let kinds = [
        Kind::Service,
        Kind::Connect,
        Kind::Timeout,
        Kind::Transport,
        Kind::Decode,
        Kind::Request,
        Kind::Credentials,
        Kind::Configuration,
        Kind::Endpoint,
    ];
    for kind in kinds {
        let headers = HeaderMap::from_iter([(http::header::SET_COOKIE, HeaderValue::from_static(MARKER))]);
        let error = Error::builder(kind).code("Code").status(400).headers(headers).body(MARKER).build();
        assert_error_clean("Error", &error);
    }
}

/// Answers that lead to every kind of error, with the marker wherever it is not the service's own word to the caller.
fn answers() -> Vec<Scripted> {
    let echo =
        json!({ "Code": "Invalid", "Message": "refused", "Echo": MARKER, "Password": MARKER }).to_string();
    let scripted = Scripted::new;
    vec![
        scripted().json(400, &echo),
        scripted().json(400, json!({ "Password": MARKER, "Data": { "x": MARKER } }).to_string()),
        scripted().json(400, format!("{{\"Password\":\"{MARKER}")),
        scripted().json(503, &echo).json(503, &echo).json(503, &echo),
        scripted().json(200, format!("\"{MARKER}\"")),
        scripted().json(200, format!("{{\"Message\":\"{MARKER}\"")),
        scripted().json(200, format!("{{\"Counts\":\"{MARKER}\",\"Unknown\":\"{MARKER}\"}}")),
        scripted().reply(redirect()),
        scripted().hang().hang().hang(),
        scripted().error(TransportError::connect("refused")),
        scripted(),
    ]
}

fn redirect() -> http::Response<Bytes> {
    let location = format!("https://other.example/path?Password={MARKER}");
    http::Response::builder().status(302).header("location", location).body(Bytes::new()).unwrap()
}

#[test]
fn errors_of_calls_print_nothing_that_was_sent_or_received() {
    fn check<R: Operation>() {
        for (number, answer) in answers().into_iter().enumerate() {
            let config =
                Config::new("example", credentials()).endpoint("endpoint.example").transport(answer.clone());
            // Replies that are not as documented are errors, too.
            let client = Client::new(R::DESCRIPTOR.product(), config.strict(true)).unwrap();
            let outcome = block_on(client.send_with(&marked::<R>(), options()));
            match outcome {
                Err(error) => {
                    assert_error_clean(&format!("{}, answer {number}", R::DESCRIPTOR.name()), &error)
                }
                // Bytes may be anything.
                Ok(_) => assert_eq!(R::DESCRIPTOR.name(), "Upload"),
            }
            assert_debug_clean("requests", &answer.requests());
        }
    }
    check::<Login>();
    check::<Store>();
    check::<Upload>();
    check::<Watch>();
}

#[test]
fn requests_that_cannot_be_sent_print_no_value() {
    let bad = format!("{MARKER}\n\u{7f}地/../");
    let vault = Some("v".to_owned());
    let requests = [
        Store { vault: Some("..".to_owned()), key: Some(format!("{MARKER}/../x")), ..Store::default() },
        Store { vault: vault.clone(), key: vault.clone(), owner: Some(bad.clone()), ..Store::default() },
        Store { vault: vault.clone(), key: vault.clone(), x_pass: Some(bad.clone()), ..Store::default() },
        Store { x_pass: Some(MARKER.to_owned()), ..Store::default() },
    ];
    for request in requests {
        assert_error_clean("Store", &block_on(client(Scripted::new()).send(&request)).unwrap_err());
    }
    let upload = Upload { bucket: Some(bad.clone()), ..Upload::default() };
    assert_error_clean("Upload", &block_on(client(Scripted::new()).send(&upload)).unwrap_err());
    for options in [
        CallOptions::new().header("x-own", &bad),
        CallOptions::new().endpoint(format!("https://user:{MARKER}@x y")),
        CallOptions::new().endpoint(format!("https://{MARKER}:{MARKER}@host:port")),
    ] {
        let error = block_on(client(Scripted::new()).send_with(&marked::<Login>(), options)).unwrap_err();
        assert_error_clean("CallOptions", &error);
    }
    for parameters in [
        json!({ "User": [MARKER] }),
        json!({ "User": { "x": MARKER } }),
        json!({ "Device": MARKER }),
        json!([MARKER]),
        json!(MARKER),
    ] {
        let call = client(Scripted::new()).call_with(Login::DESCRIPTOR, &parameters, CallOptions::new());
        assert_error_clean("a call by name", &block_on(call).unwrap_err());
    }
    for credentials in [
        Credentials::new(MARKER, ""),
        Credentials::new("id", ""),
        Credentials::new(format!("{MARKER} "), "s"),
    ] {
        let config = Config::new("example", credentials).endpoint("e.example").transport(Scripted::new());
        let client = Client::new(&VAULT, config).unwrap();
        assert_error_clean("credentials", &block_on(client.send(&marked::<Login>())).unwrap_err());
    }
    let token = credentials().with_security_token(&bad);
    let config = Config::new("example", token).endpoint("e.example").transport(Scripted::new());
    let error = block_on(Client::new(&VAULT, config).unwrap().send(&marked::<Login>())).unwrap_err();
    assert_error_clean("a token that no header can carry", &error);
}

#[test]
fn scripts_and_recordings_show_no_secret() {
    let path = std::env::temp_dir().join(format!("alicloud-canary-{}.json", std::process::id()));
    let script = Script::new();
    let rule = script.on::<Login>(sensitive::<Login>()).reply(sensitive::<Session>());
    script.on::<Store>(Any).reply(sensitive::<Stored>()).error(
        400,
        "Invalid",
        &format!("{MARKER} is too short"),
    );
    let recorder = Recorder::new(script.clone(), &path);
    let client = client(recorder.clone());
    let login = Login { user: Some("u".to_owned()), ..sensitive() };
    block_on(client.send_with(&login, options())).unwrap();
    let store = Store { vault: Some("v".to_owned()), ..sensitive() };
    block_on(client.send_with(&store, options())).unwrap();
    block_on(client.send_with(&store, options())).unwrap_err();
    let refused = block_on(client.send_with(&marked::<Watch>(), options())).unwrap_err();
    assert_error_clean("a call that no rule takes", &refused);
    assert_debug_clean("Script", &(script.clone(), rule.clone(), rule.requests(), recorder.clone()));
    assert_clean("check_done", &script.check_done().unwrap_err());
    recorder.finish().unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let replay = Replay::open(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_clean("a recording", &text);
    assert!(text.contains("[redacted] is too short"), "{text}");
    assert_debug_clean("Replay", &replay);
    let client = Client::new(&VAULT, replay.config()).unwrap();
    block_on(client.send_with(&login, options())).unwrap();
    assert_error_clean("Replay", &block_on(client.send(&marked::<Login>())).unwrap_err());
}

/// A transport of somebody's own sees what it needs to keep secrets out of its logs.
#[test]
fn a_transport_knows_the_operation() {
    let transport = Scripted::new().json(200, "{}");
    block_on(client(transport.clone()).send(&marked::<Login>())).unwrap();
    let operation = transport.last().unwrap().operation().unwrap();
    assert_eq!((operation.name(), operation.sensitive_names()[0]), ("Login", "Password"));
    let _ = Timeouts::default();
}
