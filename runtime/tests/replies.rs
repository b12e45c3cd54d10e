//! Replies and errors through the client with a scripted transport.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use alicloud_runtime::ErrorKind;
use alicloud_runtime::retry::Backoff;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::transport::TransportError;
use bytes::Bytes;
use serde_json::json;
use std::error::Error as _;
use support::operations::{OPERATIONS, Reply, answered, client, pinned, trial};

#[test]
fn a_code_in_a_successful_reply_is_data() {
    let reply = answered(200, r#"{"Code":"Fail","Message":"no","Count":3,"RequestId":"R"}"#).unwrap();
    assert_eq!((reply.count, reply.request_id()), (Some(3), "R"));
    assert_eq!(reply.report().unknown_fields().len(), 2);
}

#[test]
fn the_header_has_the_request_id_first() {
    let answer =
        http::Response::builder().header("x-acs-request-id", "H").body(Bytes::from_static(b"{}")).unwrap();
    let transport = Scripted::new().reply(answer);
    let reply = block_on(client(pinned(&transport)).send(&trial())).unwrap();
    assert_eq!((reply.request_id(), reply.headers().len()), ("H", 1));
    assert_eq!(answered(200, "{}").unwrap().request_id(), "");
}

#[test]
fn a_reply_without_a_body_is_a_default_reply() {
    for (status, body) in [(200, ""), (204, ""), (200, " \n")] {
        let reply = answered(status, body).unwrap();
        assert_eq!(*reply, Reply::default());
        assert_eq!(reply.status(), status);
        let expected = if status == 204 { "" } else { "$: documented as object, found no body" };
        assert_eq!(reply.report().to_string(), expected);
    }
    let transport = Scripted::new().json(204, "");
    let reply =
        block_on(client(pinned(&transport)).call(OPERATIONS, "GetModuleTrialAuthInfo", json!({}))).unwrap();
    assert!(reply.is_null());
}

#[test]
fn a_reply_that_cannot_be_read_keeps_its_body() {
    let error = answered(200, r#"{"RequestId":"R-7","Count":1 2}"#).unwrap_err();
    assert_eq!((error.kind(), error.status(), error.request_id()), (ErrorKind::Decode, Some(200), None));
    assert_eq!(error.body(), r#"{"RequestId":"R-7","Count":1 2}"#);
    assert_eq!(
        error.to_string(),
        "Sas GetModuleTrialAuthInfo: the reply is not as documented: $: expected `,` or `}` at line 1 column 30 \
         (status 200, a retry cannot help)"
    );
    assert!(error.source().is_some());
    for body in ["<html>s3cret", "[\"s3cret\"]", "\"s3cret\"", "{\"A\":\"s3cret"] {
        let error = answered(200, body).unwrap_err();
        assert_eq!((error.kind(), error.body().len()), (ErrorKind::Decode, body.len()));
        assert!(!format!("{error} {error:?}").contains("s3cret"), "{error}");
    }
}

#[test]
fn one_bad_field_does_not_lose_the_reply() {
    let reply = answered(200, r#"{"RequestId":"R-7","Count":"many"}"#).unwrap();
    assert_eq!((reply.request_id(), reply.count), ("R-7", None));
    let raw = &reply.report().raw_values()[0];
    assert_eq!((raw.path(), raw.expected(), raw.value()), ("Count", "integer", &json!("many")));
}

#[test]
fn error_replies_are_errors() {
    let error =
        answered(403, r#"{"Code":"NoPermission","Message":"caller has no permission","RequestId":"R-9"}"#)
            .unwrap_err();
    assert!(error.is("NoPermission"));
    assert_eq!(
        error.to_string(),
        "Sas GetModuleTrialAuthInfo: NoPermission: caller has no permission \
         (status 403, request id R-9, a retry cannot help)"
    );
    assert!(answered(500, "<html>").unwrap_err().is_retryable());
    assert!(answered(302, "").unwrap_err().message().contains("redirect"));
    assert_eq!(answered(600, r#"{"Code":"x"}"#).unwrap_err().status(), Some(600));
}

#[test]
fn strict_mode_turns_departures_into_errors() {
    let strict = |body: &str| {
        let transport = Scripted::new().json(200, body);
        block_on(client(pinned(&transport).strict(true)).send(&trial()))
    };
    assert!(strict(r#"{"RequestId":"R","Count":1}"#).is_ok());
    let error = strict(r#"{"RequestId":"R","Count":"1","New":"s3cret"}"#).unwrap_err();
    assert_eq!((error.kind(), error.request_id()), (ErrorKind::Decode, Some("R")));
    assert_eq!(
        error.message(),
        "strict mode: Count: documented as integer, found string; New: not documented"
    );
    assert_eq!(error.body().len(), 44);
    assert!(strict("").is_err());
    let error = strict(r#"{"RequestId":"R","Count":"s3cret"}"#).unwrap_err();
    assert_eq!(
        error.message(),
        "strict mode: Count: documented as integer, cannot hold this string; kept raw"
    );
}

#[test]
fn transport_errors_have_kinds() {
    let outcome = |error| {
        let transport = Scripted::new().error(error);
        block_on(client(pinned(&transport).retry(Backoff::never())).send(&trial())).unwrap_err()
    };
    let timeout = outcome(TransportError::timeout("no byte within 10 s"));
    assert!(timeout.is_timeout() && timeout.is_retryable());
    assert_eq!(
        timeout.to_string(),
        "Sas GetModuleTrialAuthInfo: https://tds.cn-shanghai.aliyuncs.com did not answer in time: no byte within 10 s \
         (a retry can help)"
    );
    assert_eq!(outcome(TransportError::connect("refused")).kind(), ErrorKind::Connect);
    let other = outcome(TransportError::other("reset"));
    assert_eq!(
        (other.kind(), other.source().unwrap().to_string()),
        (ErrorKind::Transport, "reset".to_owned())
    );
    let transport = Scripted::new();
    let empty = block_on(client(pinned(&transport).retry(Backoff::never())).send(&trial())).unwrap_err();
    assert!(empty.message().contains("no answer for request 1"), "{empty}");
}
