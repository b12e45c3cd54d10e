//! Whatever a call can give can be made in a test.
#![allow(clippy::unwrap_used)]

#[path = "support/variety.rs"]
mod variety;

use alicloud_runtime::record;
use alicloud_runtime::testing::{event, response};
use alicloud_runtime::{Error, ErrorKind};
use variety::{Session, Watch};

#[test]
fn a_response_with_all_its_parts() {
    let decoded = record::decode::<Session>(br#"{"Message":7,"More":1}"#).unwrap();
    let response = response(decoded.value)
        .request_id("R-1")
        .status(206)
        .header("x-acs-request-id", "R-1")
        .header("no header", "x")
        .report(decoded.report)
        .body("{}")
        .attempts(2)
        .build();
    assert_eq!((response.status(), response.request_id(), response.attempts()), (206, "R-1", 2));
    assert_eq!((response.headers().len(), response.body().as_ref()), (1, &b"{}"[..]));
    assert_eq!((response.report().coercions().len(), response.report().unknown_fields().len()), (1, 1));
    assert_eq!(response.message.as_deref(), Some("7"));
}

#[test]
fn an_event() {
    let event = event::<Watch>(Some("word"), r#"{"Message":"hi","More":1}"#).unwrap();
    assert_eq!((event.name(), event.message.as_deref()), (Some("word"), Some("hi")));
    assert_eq!(event.report().unknown_fields().len(), 1);
    assert!(alicloud_runtime::testing::event::<Watch>(None, "no JSON").is_err());
}

#[test]
fn an_error_of_every_kind() {
    use ErrorKind as Kind;
    for kind in [Kind::Service, Kind::Connect, Kind::Timeout, Kind::Transport, Kind::Decode, Kind::Request] {
        assert_eq!(Error::builder(kind).build().kind(), kind);
    }
}
