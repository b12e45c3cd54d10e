//! Recording and answering from a recording.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "support/variety.rs"]
mod variety;

use alicloud_runtime::testing::{Any, Recorder, Replay, Script, Scripted, block_on};
use alicloud_runtime::transport::{TransportError, TransportErrorKind};
use alicloud_runtime::{CallOptions, Client, Config, Credentials, ErrorKind, Result};
use serde_json::{Value, json};
use std::path::PathBuf;
use variety::{Content, Login, Session, Store, Stored, Upload, Uploaded, VAULT, Watch};

const SECRET: &str = "MARKER-secret";

/// A file of this test's own, removed at its end.
struct File(PathBuf);

impl File {
    fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("alicloud-{}-{name}.json", std::process::id())))
    }

    fn text(&self) -> String {
        std::fs::read_to_string(&self.0).unwrap()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.text()).unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn credentials() -> Credentials {
    Credentials::new("MARKER-key-id", "MARKER-key-secret").with_security_token("MARKER-token")
}

fn recording(
    file: &File,
    transport: impl alicloud_runtime::transport::Transport + 'static,
) -> (Client, Recorder) {
    let recorder = Recorder::new(transport, &file.0);
    let config = Config::new("example", credentials()).endpoint("vault.example").transport(recorder.clone());
    (Client::new(&VAULT, config).unwrap(), recorder)
}

fn replaying(file: &File) -> (Client, Replay) {
    let replay = Replay::open(&file.0).unwrap();
    (Client::new(&VAULT, replay.config()).unwrap(), replay)
}

fn login() -> Login {
    let devices = Some(vec![Content {
        name: Some("phone".to_owned()),
        pin: Some(SECRET.to_owned()),
        any: Some(json!({ "AccessKeySecret": SECRET, "x": 1 })),
        ..Content::default()
    }]);
    Login { user: Some("ann".to_owned()), password: Some(SECRET.to_owned()), devices }
}

fn store() -> Store {
    Store {
        vault: Some("v 1".to_owned()),
        key: Some(format!("a/{SECRET}")),
        owner: Some("ann".to_owned()),
        x_pass: Some(SECRET.to_owned()),
        body: Some(Content {
            name: Some("n".to_owned()),
            pin: Some(SECRET.to_owned()),
            ..Content::default()
        }),
        ..Store::default()
    }
}

#[test]
fn what_was_recorded_is_answered_and_no_secret_is_in_it() {
    let file = File::new("all");
    let script = Script::new();
    let session = || Session {
        message: Some(format!("the password {SECRET} of ann is weak")),
        counts: vec![i64::MAX, -1],
        session_token: Some(SECRET.to_owned()),
    };
    let stored = || Stored {
        receipt: Some(Content {
            name: Some("r".to_owned()),
            pin: Some(SECRET.to_owned()),
            ..Content::default()
        }),
        etag: Some("\"1\"".to_owned()),
        ..Stored::default()
    };
    let bytes = || Uploaded { content: Some(vec![0, 255, 10].into()) };
    script.on::<Login>(Any).error(503, "ServiceUnavailable", "busy").reply(session());
    script.on::<Store>(Any).reply(stored());
    script.on::<Upload>(Any).reply(bytes());
    script.on::<Watch>(Any).events([session(), session()]);
    let upload = Upload { bucket: Some("b".to_owned()), content: Some(vec![1, 2, 255].into()) };
    let options = || CallOptions::new().header("x-own", SECRET).query("Own", SECRET);
    let run = |client: &Client| -> Result<(Session, Stored, Uploaded, Vec<Session>)> {
        let session = client.send_with(&login(), options()).blocking()?;
        let stored = client.send(&store()).blocking()?;
        let uploaded = client.send(&upload).blocking()?;
        let events = client.stream(&Watch::default()).blocking();
        let events: Result<Vec<Session>> =
            events.map(|event| event.map(|event| event.into_inner())).collect();
        Ok((session.into_inner(), stored.into_inner(), uploaded.into_inner(), events?))
    };

    let (client, recorder) = recording(&file, script);
    let first = run(&client).unwrap();
    assert_eq!(first.0, session());
    recorder.finish().unwrap();

    let text = file.text();
    assert!(!text.contains("MARKER"), "{text}");
    assert!(text.contains("the password [redacted] of ann is weak"), "{text}");

    let (client, replay) = replaying(&file);
    let mut again = run(&client).unwrap();
    assert_eq!(replay.remaining(), 0);
    // All but what was left out is equal.
    let redacted = || Some("[redacted]".to_owned());
    assert_eq!(again.0.session_token, redacted());
    again.0.session_token = first.0.session_token.clone();
    again.0.message = first.0.message.clone();
    assert_eq!(again.0, first.0);
    assert_eq!(again.1.receipt.as_ref().unwrap().pin, redacted());
    again.1.receipt.as_mut().unwrap().pin = Some(SECRET.to_owned());
    assert_eq!(again.1, first.1);
    assert_eq!(again.2, bytes());
    assert_eq!(again.3.len(), 2);
    assert_eq!(again.3[1].counts, session().counts);
}

#[test]
fn a_recording_can_be_read_by_people() {
    let file = File::new("readable");
    let transport = Scripted::new().json(200, r#"{"Message":"line 1\nline 2","Counts":[1]}"#);
    let (client, recorder) = recording(&file, transport);
    let request = Login { user: Some("ann".to_owned()), ..Login::default() };
    client.send(&request).blocking().unwrap();
    recorder.finish().unwrap();
    let exchange = json!({
        "request": {
            "operation": "Login",
            "product": "Vault",
            "method": "POST",
            "path": "/",
            "form": ["User=ann"],
            "headers": { "accept": "application/json", "content-type": "application/x-www-form-urlencoded" },
        },
        "reply": {
            "status": 200,
            "headers": { "content-type": "application/json;charset=utf-8" },
            "body": { "json": { "Message": "line 1\nline 2", "Counts": [1] } },
        },
    });
    assert_eq!(file.json(), json!({ "format": "alicloud recording 1", "exchanges": [exchange] }));
    assert!(file.text().contains("\n  \"exchanges\": [\n"));
}

#[test]
fn recording_twice_gives_the_same_file() {
    let (one, two) = (File::new("one"), File::new("two"));
    for file in [&one, &two] {
        let (client, _recorder) = recording(file, Scripted::new().json(200, "{}").json(200, "{}"));
        client.send(&store()).blocking().unwrap();
        client.send(&login()).blocking().unwrap();
        // Written when the last clone is dropped.
    }
    assert_eq!(one.text(), two.text());
}

#[test]
fn failures_are_recorded_too() {
    let file = File::new("failures");
    let transport = Scripted::new().error(TransportError::connect(SECRET)).json(200, r#"{"Message":"hi"}"#);
    let (client, recorder) = recording(&file, transport);
    assert_eq!(client.send(&login()).blocking().unwrap().attempts(), 2);
    recorder.finish().unwrap();
    assert!(!file.text().contains("MARKER"));
    let (client, _) = replaying(&file);
    assert_eq!(client.send(&login()).blocking().unwrap().attempts(), 2);
}

#[test]
fn a_certificate_that_is_not_trusted_is_not_tried_again_in_the_replay_either() {
    let file = File::new("certificate");
    let refused = TransportError::new(TransportErrorKind::Certificate, SECRET);
    let (client, recorder) = recording(&file, Scripted::new().error(refused).json(200, "{}"));
    let told = |client: &Client| {
        let error = client.send(&login()).blocking().unwrap_err();
        (error.kind(), error.is_retryable(), error.attempts())
    };
    let first = told(&client);
    assert_eq!(first, (ErrorKind::Connect, false, 1));
    recorder.finish().unwrap();
    let (client, _) = replaying(&file);
    assert_eq!(told(&client), first);
}

#[test]
fn what_was_not_recorded_says_what_differs() {
    let file = File::new("differs");
    let (client, recorder) = recording(&file, Scripted::new().json(200, "{}"));
    client.send(&store()).blocking().unwrap();
    recorder.finish().unwrap();
    let (client, replay) = replaying(&file);
    let said = |request: &Store| {
        let error = client.send(request).blocking().unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 0));
        error.to_string()
    };
    let other = Store { owner: Some("bob".to_owned()), dry_run: Some(true), ..store() };
    let message = said(&other);
    assert!(
        message
            .contains("this call of `Store`: the next one differs in parameter `DryRun`, header `x-owner`"),
        "{message}"
    );
    let message =
        said(&Store { body: Some(Content { name: Some("m".to_owned()), ..Content::default() }), ..store() });
    assert!(message.contains("differs in member `Name`, member `Pin`"), "{message}");
    assert!(said(&Store { vault: Some("w".to_owned()), ..store() }).contains("differs in path"));
    let error = client.send(&login()).blocking().unwrap_err();
    assert!(error.message().contains("it has none of this operation"), "{error}");
    // Other secrets are no difference.
    let other = Store { x_pass: Some("other".to_owned()), key: Some("b".to_owned()), ..store() };
    assert_eq!(replay.remaining(), 1);
    client.send(&other).blocking().unwrap();
    assert!(said(&store()).contains("all of its exchanges have been used"));
}

#[test]
fn equal_requests_get_their_answers_in_order() {
    let file = File::new("order");
    let transport =
        (0..3).fold(Scripted::new(), |script, n| script.json(200, format!(r#"{{"Counts":[{n}]}}"#)));
    let (client, recorder) = recording(&file, transport);
    let counts = |client: &Client| block_on(client.send(&login())).unwrap().counts.clone();
    let first: Vec<_> = (0..3).map(|_| counts(&client)).collect();
    recorder.finish().unwrap();
    let (client, _) = replaying(&file);
    let again: Vec<_> = (0..3).map(|_| counts(&client)).collect();
    assert_eq!(again, first);
}

#[test]
fn errors_name_path_and_cause() {
    let missing = File::new("missing");
    let error = Replay::open(&missing.0).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(
        error.message().contains(missing.0.to_str().unwrap()) && error.message().contains("No such file"),
        "{error}"
    );
    let odd = File::new("odd");
    std::fs::write(&odd.0, "{").unwrap();
    assert!(Replay::open(&odd.0).unwrap_err().message().contains("EOF"));
    std::fs::write(&odd.0, "{}").unwrap();
    assert!(Replay::open(&odd.0).unwrap_err().message().contains("record it anew"));
    let nowhere = PathBuf::from("/nonexistent-folder/recording.json");
    let recorder = Recorder::new(Scripted::new(), &nowhere);
    let error = recorder.finish().unwrap_err();
    assert!(error.message().contains("/nonexistent-folder/recording.json` cannot be written: "), "{error}");
}
