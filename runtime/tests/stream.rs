//! Streams of events through the client with a scripted transport.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use alicloud_runtime::operation::{Body, Descriptor, Effect, Kind, Method, Operation, Parameter, Streaming};
use alicloud_runtime::retry::Backoff;
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::transport::TransportError;
use alicloud_runtime::{Config, Error, ErrorKind, Event, record};
use std::time::Duration;
use support::operations::{PRODUCT, client, pinned};

#[derive(Default)]
struct Chat {
    prompt: Option<String>,
}

record! { Chat { prompt: String = 0: "Prompt" } }

#[derive(Default)]
struct Word {
    text: Option<String>,
    count: Option<i32>,
}

record! { Word { text: String = 0: "Text", count: Integer = 1: "Count" } }

impl Operation for Chat {
    type Reply = Word;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "Chat",
        &PRODUCT,
        Method::Post,
        Effect::Read,
        &[Parameter::query("Prompt", Kind::String).required()],
    )
    .events();
}

impl Streaming for Chat {}

const SSE: &str = "text/event-stream;charset=utf-8";

/// All that a call yields.
fn all(configure: impl Fn(Config) -> Config, transport: &Scripted) -> Vec<Result<Event<Word>, Error>> {
    let mut events = client(configure(pinned(transport))).stream(&Chat { prompt: Some("hi".into()) });
    block_on(async {
        let mut all = Vec::new();
        while let Some(event) = events.next().await {
            all.push(event);
        }
        assert!(events.next().await.is_none(), "it stays at its end");
        all
    })
}

fn texts(events: Vec<Result<Event<Word>, Error>>) -> Vec<String> {
    events.into_iter().map(|event| event.unwrap().into_inner().text.unwrap_or_default()).collect()
}

#[test]
fn events_are_decoded_as_they_arrive() {
    let chunks = [
        "\u{feff}id: 1\nevent: word\nretry: 20\ndata: {\"Te",
        "xt\":\"a\",\"Count\":\"1\"}\n",
        "\ndata: {}\n\n",
    ];
    let transport = Scripted::new().chunks(200, SSE, chunks);
    let events = all(|config| config, &transport);
    let event = events[0].as_ref().unwrap();
    assert_eq!((event.text.as_deref(), event.count), (Some("a"), Some(1)));
    assert_eq!(
        (event.name(), event.id(), event.retry()),
        (Some("word"), Some("1"), Some(Duration::from_millis(20)))
    );
    assert_eq!((event.text(), event.report().coercions().len()), (r#"{"Text":"a","Count":"1"}"#, 1));
    let event = events[1].as_ref().unwrap();
    assert_eq!((event.name(), event.id(), event.text()), (None, Some("1"), "{}"));
    assert_eq!(events.len(), 2);
    let request = transport.last().unwrap();
    assert_eq!(request.header("accept"), Some("text/event-stream"));
    assert_eq!((request.query(), request.timeouts().total), ("Prompt=hi", None));
    assert!(request.timeouts().read.is_some());
}

#[test]
fn nothing_is_sent_before_the_first_event_is_asked_for() {
    let transport = Scripted::new().chunks(200, SSE, ["data: {}\n\n"]);
    let mut events = client(pinned(&transport)).stream(&Chat { prompt: Some("hi".into()) });
    assert_eq!((transport.requests().len(), events.headers().is_none()), (0, true));
    block_on(events.next()).unwrap().unwrap();
    assert_eq!((transport.requests().len(), events.headers().is_some()), (1, true));
    assert!(format!("{events:?}").contains("Chat"));
}

#[test]
fn a_missing_parameter_is_the_only_item() {
    let transport = Scripted::new();
    let mut events = client(pinned(&transport)).stream(&Chat::default());
    let error = block_on(events.next()).unwrap().unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Request, Some("Chat")));
    assert!(block_on(events.next()).is_none() && transport.requests().is_empty());
}

#[test]
fn a_stream_can_be_moved_between_threads_and_needs_no_pin() {
    fn check<T: Send + Unpin + futures_core::Stream<Item = Result<Event<Word>, Error>>>(stream: T) -> T {
        stream
    }
    let transport = Scripted::new().chunks(200, SSE, ["data: {}\n\n"]);
    let stream = check(client(pinned(&transport)).stream(&Chat { prompt: Some("hi".into()) }));
    std::thread::spawn(move || block_on(async { assert!({ stream }.next().await.unwrap().is_ok()) }))
        .join()
        .unwrap();
}

#[test]
fn done_ends_the_stream() {
    let chunks = ["data: {\"Text\":\"a\"}\n\ndata: [DONE]\n\ndata: {\"Text\":\"b\"}\n\n"];
    assert_eq!(texts(all(|config| config, &Scripted::new().chunks(200, SSE, chunks))), ["a"]);
}

#[test]
fn an_event_that_cannot_be_read_does_not_end_the_stream() {
    let chunks = ["data: oops s3cret\n\ndata: [1]\n\ndata: {\"Text\":\"b\",\"Count\":\"x\"}\n\n"];
    let transport = Scripted::new().chunks(200, SSE, chunks);
    let mut events = all(|config| config, &transport);
    let word = events.pop().unwrap().unwrap();
    assert_eq!((word.text.as_deref(), word.report().raw_values()[0].path()), (Some("b"), "Count"));
    for (event, text) in events.into_iter().zip(["oops s3cret", "[1]"]) {
        let error = event.unwrap_err();
        assert_eq!(
            (error.kind(), error.status(), error.operation()),
            (ErrorKind::Decode, Some(200), Some("Chat"))
        );
        assert_eq!(error.body(), text);
        assert!(!format!("{error} {error:#?}").contains("s3cret"), "{error}");
    }
}

#[test]
fn strict_mode_holds_for_every_event() {
    let chunks = ["data: {\"Count\":\"1\"}\n\ndata: {\"Count\":2}\n\n"];
    let events = all(|config| config.strict(true), &Scripted::new().chunks(200, SSE, chunks));
    assert!(events[0].as_ref().unwrap_err().message().starts_with("strict mode: Count"));
    assert_eq!(events[1].as_ref().unwrap().count, Some(2));
}

#[test]
fn an_answer_of_one_document_is_one_event() {
    let transport = Scripted::new().json(200, "{\"Text\":\"a\\n\"}\n");
    assert_eq!(texts(all(|config| config, &transport)), ["a\n"]);
}

#[test]
fn an_error_status_is_the_error_of_the_service() {
    let body = r#"{"Code":"Throttling.User","RequestId":"R"}"#;
    for transport in [Scripted::new().json(429, body), Scripted::new().chunks(429, SSE, [body])] {
        let events = all(|config| config.retry(Backoff::never()), &transport);
        let error = events[0].as_ref().unwrap_err();
        assert!(events.len() == 1 && error.is("Throttling.User") && error.is_retryable(), "{error}");
    }
}

#[test]
fn a_broken_answer_is_an_error_at_its_end() {
    let broken = Scripted::new().broken_chunks(200, SSE, ["data: {}\n\nda"], TransportError::other("reset"));
    let events = all(|config| config, &broken);
    assert_eq!((events.len(), events[0].is_ok()), (2, true));
    assert_eq!(events[1].as_ref().unwrap_err().kind(), ErrorKind::Transport);
    let refused = Scripted::new().error(TransportError::connect("refused"));
    let events = all(|config| config.retry(Backoff::never()), &refused);
    assert_eq!(events[0].as_ref().unwrap_err().kind(), ErrorKind::Connect);
}

/// Nothing is lost by opening a stream again, and something would be by repeating what was read already.
#[test]
fn a_stream_is_repeated_until_it_begins_and_not_behind_that() {
    let busy = r#"{"Code":"Throttling.User","RequestId":"R"}"#;
    let cut = TransportError::other("reset");
    let transport =
        Scripted::new().json(429, busy).broken_chunks(200, SSE, ["data: {\"Text\":\"a\"}\n\n"], cut);
    let events = all(|config| config, &transport);
    assert_eq!((events.len(), transport.requests().len(), transport.remaining()), (2, 2, 0));
    assert_eq!(events[0].as_ref().unwrap().text.as_deref(), Some("a"));
    let error = events[1].as_ref().unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, Some(200)), "{error}");
    assert_eq!(transport.clock().waits().len(), 1);
}

#[test]
fn an_event_has_a_limit_and_the_stream_has_none() {
    let event = "data: {\"Text\":\"0123456789\"}\n\n";
    let many: Vec<&str> = std::iter::repeat_n(event, 50).collect();
    let events = all(|config| config.body_limit(64), &Scripted::new().chunks(200, SSE, many));
    assert_eq!(texts(events).len(), 50);
    let long = ["data: {\"Text\":\"", "0123456789", "0123456789", "\"}\n\n"];
    let events = all(|config| config.body_limit(30), &Scripted::new().chunks(200, SSE, long));
    let error = events[0].as_ref().unwrap_err();
    assert_eq!((events.len(), error.kind()), (1, ErrorKind::Decode), "{error}");
}

#[test]
fn events_may_be_text() {
    #[derive(Default)]
    struct Tail {}
    record! { Tail {} }
    #[derive(Default)]
    struct Line {
        line: Option<String>,
    }
    record! { Line { line: String = 0: "line" } }
    impl Operation for Tail {
        type Reply = Line;
        const DESCRIPTOR: &'static Descriptor =
            &Descriptor::new("Tail", &PRODUCT, Method::Get, Effect::Read, &[])
                .path("/tail")
                .reply(Body::Text)
                .events();
    }
    impl Streaming for Tail {}
    let transport = Scripted::new().chunks(200, SSE, ["data: a\ndata: b\n\n"]);
    let mut events = client(pinned(&transport)).stream(&Tail {});
    assert_eq!(block_on(events.next()).unwrap().unwrap().line.as_deref(), Some("a\nb"));
}
