//! What the canary test is made of.
#![allow(dead_code)]

pub(crate) mod capture;
pub(crate) mod environment;
pub(crate) mod fill;
pub(crate) mod loopback;

/// What must appear nowhere. Letters and digits only, so that no encoding changes it.
pub(crate) const MARKER: &str = "CANARY7f3a91";

/// Fails where `text` shows the marker.
#[track_caller]
pub(crate) fn assert_clean(what: &str, text: &str) {
    assert!(!text.contains(MARKER), "{what} shows a secret: {text}");
}

/// All forms in which a value is printed.
#[track_caller]
pub(crate) fn assert_debug_clean(what: &str, value: &dyn std::fmt::Debug) {
    assert_clean(what, &format!("{value:?} {value:#?}"));
}

/// All forms in which an error is printed, with the errors behind it.
#[track_caller]
pub(crate) fn assert_error_clean(what: &str, error: &dyn std::error::Error) {
    let mut next = Some(error);
    while let Some(error) = next {
        assert_clean(what, &format!("{error} {error:#} {error:?} {error:#?}"));
        next = error.source();
    }
}
