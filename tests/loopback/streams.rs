//! Answers that arrive in pieces, over the built-in transport.

use crate::harness::{config, patiently, server};
use alicloud_runtime::operation::{Descriptor, Effect, Method, Operation, Product, Protocol, Streaming};
use alicloud_runtime::{Client, ErrorKind, record};
use alicloud_tests::loopback::Answer;

static RADIO: Product = Product::new("Radio", "2020-01-01", Protocol::Https, &[]);

#[derive(Default)]
struct Listen {}

record! { Listen {} }

#[derive(Default)]
struct Note {
    pitch: Option<i32>,
}

record! { Note { pitch: Integer = 0: "Pitch" } }

impl Operation for Listen {
    type Reply = Note;
    const DESCRIPTOR: &'static Descriptor =
        &Descriptor::new("Listen", &RADIO, Method::Post, Effect::Read, &[]).events();
}

impl Streaming for Listen {}

const EVENTS: &str = "data: {\"Pitch\":1}\n\ndata: {\"Pitch\":2}\n\ndata: [DONE]\n\n";

#[tokio::test]
async fn events_arrive_before_the_answer_ends() {
    let first = EVENTS.find("\n\n").unwrap() + 2;
    let server = server([Answer::new(200, "text/event-stream", EVENTS).stalling_after(first)]);
    let client = Client::new(&RADIO, config(&server)).unwrap();
    let mut events = client.stream(&Listen {});
    assert_eq!(events.next().await.unwrap().unwrap().pitch, Some(1));
    // The server waits until this side gives up.
    drop(events);
    let requests = server.log();
    let verified = requests[0].as_ref().unwrap();
    assert_eq!(verified.raw.values("accept").collect::<Vec<_>>(), ["text/event-stream"]);
}

#[tokio::test]
async fn a_stream_may_last_longer_than_an_exchange() {
    let first = EVENTS.find("\n\n").unwrap() + 2;
    patiently(|limit| async move {
        let server = server([
            Answer::new(200, "text/event-stream", EVENTS).pausing_after(first, limit + limit / 4),
            Answer::new(200, "text/event-stream", EVENTS).after(limit + limit / 4),
        ]);
        let client = Client::new(&RADIO, config(&server).total_timeout(limit)).unwrap();
        let mut events = client.stream(&Listen {});
        let mut pitches = Vec::new();
        while let Some(event) = events.next().await {
            pitches.push(event.map_err(|error| error.to_string())?.pitch);
        }
        assert_eq!(pitches, [Some(1), Some(2)]);
        let error = client.stream(&Listen {}).next().await.unwrap().unwrap_err();
        assert!(error.is_timeout(), "until it begins it is an exchange: {error}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn silence_and_a_cut_are_errors() {
    let first = EVENTS.find("\n\n").unwrap() + 2;
    patiently(|limit| async move {
        let server = server([
            Answer::new(200, "text/event-stream", EVENTS).stalling_after(first),
            Answer::new(200, "text/event-stream", EVENTS.trim_end_matches("data: [DONE]\n\n")).cut(),
        ]);
        let client = Client::new(&RADIO, config(&server).read_timeout(limit)).unwrap();
        for kind in [ErrorKind::Timeout, ErrorKind::Transport] {
            let mut stream = client.stream(&Listen {});
            stream.next().await.unwrap().map_err(|error| error.to_string())?;
            let error = stream.next().await.unwrap().unwrap_err();
            assert_eq!((error.kind(), error.operation()), (kind, Some("Listen")), "{error}");
            assert_eq!(error.status(), Some(200), "what did arrive is told");
            assert!(stream.next().await.is_none());
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_error_status_is_the_error_of_the_service() {
    let server = server([Answer::json(403, r#"{"Code":"NoPermission","RequestId":"R-1"}"#)]);
    let mut events = Client::new(&RADIO, config(&server)).unwrap().stream(&Listen {});
    let error = events.next().await.unwrap().unwrap_err();
    assert!(error.is("NoPermission"), "{error}");
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn an_answer_that_is_too_long_is_not_read_to_its_end() {
    let long = format!(r#"{{"Pitch":1,"Rest":"{}"}}"#, "x".repeat(200_000));
    let server = server([Answer::json(200, long.clone()), Answer::json(200, long.clone())]);
    let client = |limit| Client::new(&RADIO, config(&server).body_limit(limit)).unwrap();
    let error = client(100_000).send(&Listen {}).await.err().unwrap();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(200)), "{error}");
    assert!(error.message().contains("Config::body_limit"), "{error}");
    assert_eq!(client(long.len()).send(&Listen {}).await.unwrap().pitch, Some(1));
}
