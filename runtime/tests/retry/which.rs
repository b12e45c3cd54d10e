//! Which calls are repeated after what.

use crate::harness::{Change, Inner, answer, client, config, outcome, text};
use crate::support::operations::trial;
use alicloud_runtime::operation::Operation;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::transport::TransportError;
use alicloud_runtime::{CallOptions, ErrorKind};
use serde_json::{Value, json};

type Script = fn(Scripted) -> Scripted;

/// Of these nobody knows whether the call was carried out.
const UNCLEAR: [(&str, Script); 6] = [
    ("500", |script| script.json(500, r#"{"Code":"InternalError"}"#)),
    ("502 with a page", |script| script.reply(answer(502, &[("content-type", "text/html")], "<html>"))),
    ("504", |script| script.json(504, "{}")),
    ("timeout", |script| script.error(TransportError::timeout("nothing came"))),
    ("reset", |script| script.error(TransportError::other("reset"))),
    ("broken body", |script| {
        script.broken_chunks(200, "application/json", ["{\"Count\""], TransportError::other("reset"))
    }),
];

/// Of these it is known that it was not.
const REFUSED: [(&str, Script); 6] = [
    ("no connection", |script| script.error(TransportError::connect("refused"))),
    ("429", |script| script.json(429, "{}")),
    ("503", |script| script.json(503, "<html>")),
    ("503 with half a body", |script| {
        script.broken_chunks(503, "text/html", ["<ht"], TransportError::other("reset"))
    }),
    ("throttling", |script| script.json(400, r#"{"Code":"Throttling.User"}"#)),
    ("x-acs-retry-after", |script| script.reply(answer(400, &[("x-acs-retry-after", "20")], "{}"))),
];

/// These come back the same however often they are asked for.
const LASTING: [(&str, Script); 5] = [
    ("400", |script| script.json(400, r#"{"Code":"InvalidParameter"}"#)),
    ("403", |script| script.json(403, r#"{"Code":"NoPermission"}"#)),
    ("redirect", |script| script.reply(answer(302, &[("location", "https://example.com")], ""))),
    ("another shape", |script| script.json(200, "[]")),
    ("half a document", |script| script.json(200, "{")),
];

/// How many requests the call becomes when only the first answer is a failure.
#[track_caller]
fn requests<R: Operation>(request: &R, failure: Script) -> usize {
    let transport = failure(Scripted::new()).json(200, r#"{"RequestId":"R"}"#);
    let (outcome, requests) = outcome(&transport, request);
    match outcome {
        Ok(reply) => assert_eq!((reply.attempts(), requests), (2, 2)),
        Err(error) => assert_eq!((error.attempts(), requests), (1, 1), "{error}"),
    }
    requests
}

#[test]
fn reads_are_repeated_after_everything_temporary() {
    for (name, failure) in UNCLEAR.into_iter().chain(REFUSED) {
        assert_eq!(requests(&trial(), failure), 2, "{name}");
    }
}

#[test]
fn writes_are_repeated_only_where_nothing_was_carried_out() {
    for (name, failure) in UNCLEAR {
        assert_eq!(requests(&Change::default(), failure), 1, "{name}");
    }
    for (name, failure) in REFUSED {
        assert_eq!(requests(&Change::default(), failure), 2, "{name}");
    }
}

#[test]
fn a_client_token_makes_a_write_safe() {
    let named = Change { client_token: text("t-1"), ..Change::default() };
    let nested = Change { request: Some(Inner { token: text("t-2"), size: Some(1) }), ..Change::default() };
    for (name, failure) in UNCLEAR.into_iter().chain(REFUSED) {
        assert_eq!(requests(&named, failure), 2, "{name}");
        assert_eq!(requests(&nested, failure), 2, "{name}");
    }
    let empty = Change { client_token: text(""), ..Change::default() };
    let elsewhere = Change {
        name: text("ClientToken"),
        request: Some(Inner { token: None, size: Some(1) }),
        ..Change::default()
    };
    assert_eq!((requests(&empty, UNCLEAR[0].1), requests(&elsewhere, UNCLEAR[0].1)), (1, 1));
}

#[test]
fn a_client_token_of_a_call_by_name_counts_too() {
    let requests = |parameters: &Value| {
        let transport = Scripted::new().json(500, "{}").json(200, "{}");
        let call = client(config(&transport)).call_with(Change::DESCRIPTOR, parameters, CallOptions::new());
        block_on(call).map_or_else(|error| error.attempts(), |reply| reply.attempts())
    };
    assert_eq!(requests(&json!({"ClientToken": "t"})), 2);
    assert_eq!(requests(&json!({"request": {"clientToken": "t"}})), 2);
    for parameters in [
        json!({}),
        json!({"ClientToken": ""}),
        json!({"ClientToken": null}),
        json!({"request": {"clientToken": ""}}),
        json!({"request": {"clientToken": 7}}),
        json!({"Name": "ClientToken"}),
    ] {
        assert_eq!(requests(&parameters), 1, "{parameters}");
    }
}

#[test]
fn every_repetition_carries_the_same_client_token() {
    let transport = Scripted::new().json(500, "{}").json(500, "{}").json(200, "{}");
    let (reply, _) = outcome(&transport, &Change { client_token: text("t-1"), ..Change::default() });
    assert_eq!(reply.unwrap().attempts(), 3);
    let tokens: Vec<_> =
        transport.requests().iter().map(|request| request.parameter("ClientToken")).collect();
    assert_eq!(tokens, [text("t-1"), text("t-1"), text("t-1")]);
}

#[test]
fn what_lasts_is_not_repeated() {
    for (name, failure) in LASTING {
        assert_eq!(requests(&trial(), failure), 1, "{name}");
    }
}

#[test]
fn three_attempts_are_the_end_and_the_error_says_so() {
    let transport = Scripted::new()
        .json(500, "{}")
        .error(TransportError::timeout("late"))
        .json(503, r#"{"Code":"ServiceUnavailable","Message":"later","RequestId":"R-3"}"#);
    let (outcome, requests) = outcome(&transport, &trial());
    let error = outcome.unwrap_err();
    assert_eq!((error.attempts(), requests), (3, 3));
    assert_eq!(
        error.to_string(),
        "Sas GetModuleTrialAuthInfo: ServiceUnavailable: later (status 503, request id R-3, 3 attempts, a retry can help)"
    );
    assert!(format!("{error:#?}").contains("attempts: 3"), "{error:#?}");
    assert_eq!(transport.clock().waits().len(), 2);
}

#[test]
fn what_was_never_sent_counts_no_attempts() {
    let transport = Scripted::new();
    let config = config(&transport).nonce(|| Ok("a\nb".to_owned()));
    let error = block_on(client(config).send(&trial())).unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Configuration, 0));
    assert!(transport.requests().is_empty() && transport.clock().waits().is_empty());
}

#[test]
fn the_first_success_has_one_attempt() {
    let transport = Scripted::new().json(200, "{}");
    assert_eq!(outcome(&transport, &trial()).0.unwrap().attempts(), 1);
}
