//! Bodies that arrive in chunks, outside of streams of events.
#![allow(clippy::unwrap_used)]

mod support;

use alicloud_runtime::ErrorKind;
use alicloud_runtime::retry::Backoff;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::transport::{Body, TransportError, TransportErrorKind};
use bytes::Bytes;
use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use support::operations::{client, pinned, trial};

/// Chunks, each of which has to be asked for twice.
struct Slow(Vec<Result<Bytes, TransportError>>, bool);

impl Stream for Slow {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.1 = !self.1;
        if self.1 {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready((!self.0.is_empty()).then(|| self.0.remove(0)))
    }
}

fn slow(chunks: &[&'static str]) -> Body {
    Body::chunks(Slow(chunks.iter().map(|chunk| Ok(Bytes::from_static(chunk.as_bytes()))).collect(), false))
}

#[test]
fn chunks_are_collected_within_a_limit() {
    for chunks in [&[][..], &["abc"], &["", "abc"], &["a", "", "bc"], &["a", "b", "c"]] {
        let text = chunks.concat();
        assert_eq!(block_on(slow(chunks).collect(text.len())).unwrap(), text);
        if !text.is_empty() {
            let error = block_on(slow(chunks).collect(text.len() - 1)).unwrap_err();
            assert_eq!(error.kind(), TransportErrorKind::TooLong, "{error}");
        }
    }
    assert_eq!(block_on(Body::whole("abc").collect(3)).unwrap(), "abc");
    assert!(block_on(Body::whole("abc").collect(2)).is_err());
    assert_eq!(block_on(Body::default().collect(0)).unwrap(), "");
}

#[test]
fn a_body_yields_its_chunks_and_no_empty_one() {
    let mut body = slow(&["a", "", "b"]);
    assert!(body.as_whole().is_none() && !format!("{body:?}").contains('a'));
    assert_eq!(block_on(body.next()).unwrap().unwrap(), "a");
    assert_eq!(block_on(body.next()).unwrap().unwrap(), "b");
    assert!(block_on(body.next()).is_none());
    let mut whole = Body::from(Bytes::from_static(b"abc"));
    assert_eq!(whole.as_whole().unwrap(), "abc");
    assert_eq!(block_on(whole.next()).unwrap().unwrap(), "abc");
    assert!(block_on(whole.next()).is_none());
}

#[test]
fn a_reply_in_chunks_is_a_reply() {
    let transport = Scripted::new().chunks(200, "application/json", [r#"{"Requ"#, r#"estId":"R"}"#]);
    assert_eq!(block_on(client(pinned(&transport)).send(&trial())).unwrap().request_id(), "R");
}

#[test]
fn an_answer_that_breaks_off_or_is_too_long_is_no_reply() {
    let error = TransportError::timeout("no byte within 10 s");
    let transport =
        Scripted::new().broken_chunks(200, "application/json", ["{"], error).json(200, r#"{"Count":1}"#);
    let client = client(pinned(&transport).body_limit(10).retry(Backoff::never()));
    let error = block_on(client.send(&trial())).unwrap_err();
    assert_eq!((error.is_timeout(), error.status()), (true, Some(200)), "{error}");
    let error = block_on(client.send(&trial())).unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)));
    assert_eq!(
        error.message(),
        "the answer cannot be read: it is longer than 10 bytes, see `Config::body_limit`"
    );
    assert!(!error.is_retryable());
}
