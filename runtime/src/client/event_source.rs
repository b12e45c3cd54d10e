use super::core::Core;
use super::exchange::{self, Answer};
use crate::BoxFuture;
use crate::endpoint::Endpoint;
use crate::error::{self, Error, ErrorBuilder, ErrorKind, Result};
use crate::operation::Descriptor;
use crate::transport::{Body, Timeouts};
use crate::wire::{RawEvent, Sse, Unsigned};
use futures_core::Stream;
use http::header::CONTENT_TYPE;
use http::response::Parts;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use tracing::Instrument;

/// The events of one call before they are decoded: the same machine code for all operations.
pub(super) struct EventSource {
    state: State,
    limit: usize,
}

enum State {
    Opening(BoxFuture<'static, Result<Opened>>),
    Open(Box<Open>),
    Done,
}

/// An answer that is a success.
struct Opened {
    head: Parts,
    endpoint: Endpoint,
    body: Body,
    /// An answer that is no stream of events is one event.
    single: Option<RawEvent>,
}

struct Open {
    answer: Opened,
    parser: Sse,
    has_ended: bool,
}

impl EventSource {
    pub(super) fn new(
        core: Arc<Core>,
        operation: &'static Descriptor,
        unsigned: Result<Unsigned>,
        span: tracing::Span,
    ) -> Self {
        let limit = core.body_limit;
        let opening = Box::pin(async move { open(&core, operation, unsigned?).await }.instrument(span));
        Self { state: State::Opening(opening), limit }
    }

    /// The head of the answer, once it is there.
    pub(super) fn head(&self) -> Option<&Parts> {
        match &self.state {
            State::Open(open) => Some(&open.answer.head),
            State::Opening(_) | State::Done => None,
        }
    }

    /// The next event. Nothing follows an error.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<RawEvent>>> {
        loop {
            match &mut self.state {
                State::Opening(opening) => match ready!(opening.as_mut().poll(context)) {
                    Ok(answer) => {
                        let has_ended = answer.single.is_some();
                        let open = Open { answer, parser: Sse::default(), has_ended };
                        self.state = State::Open(Box::new(open));
                    }
                    Err(error) => return self.fail(error),
                },
                State::Open(open) => {
                    let event = open.answer.single.take().or_else(|| open.parser.next());
                    match event {
                        // The word with which such streams say that nothing follows.
                        Some(event) if event.data.trim() == "[DONE]" => self.state = State::Done,
                        Some(event) => return Poll::Ready(Some(Ok(event))),
                        None if open.has_ended => self.state = State::Done,
                        None => {
                            if let Err(error) = ready!(open.poll_chunk(self.limit, context)) {
                                return self.fail(error);
                            }
                        }
                    }
                }
                State::Done => return Poll::Ready(None),
            }
        }
    }

    fn fail(&mut self, error: Error) -> Poll<Option<Result<RawEvent>>> {
        // Gives up the answer, and with it the connection.
        self.state = State::Done;
        Poll::Ready(Some(Err(error)))
    }
}

impl Open {
    fn poll_chunk(&mut self, limit: usize, context: &mut Context<'_>) -> Poll<Result<()>> {
        match ready!(Pin::new(&mut self.answer.body).poll_next(context)) {
            Some(Ok(chunk)) => self.parser.feed(&chunk),
            Some(Err(error)) => return Poll::Ready(Err(exchange::no_answer(&self.answer.endpoint, error))),
            None => {
                self.parser.finish();
                self.has_ended = true;
            }
        }
        if self.parser.pending() > limit {
            let message = format!("an event is longer than {limit} bytes, see `Config::body_limit`");
            return Poll::Ready(Err(undecodable(&self.answer.head, message).build()));
        }
        Poll::Ready(Ok(()))
    }
}

/// The error of an event that cannot be read.
pub(super) fn undecodable(head: &Parts, message: String) -> ErrorBuilder {
    Error::builder(ErrorKind::Decode)
        .message(message)
        .status(head.status.as_u16())
        .request_id(error::request_id(&head.headers).unwrap_or_default())
        .headers(head.headers.clone())
}

/// Calls, and reads as much of the answer as it takes to tell what it is.
async fn open(core: &Core, operation: &'static Descriptor, unsigned: Unsigned) -> Result<Opened> {
    // A stream may last; that nothing arrives for a while is limited nevertheless.
    let timeouts = Timeouts { total: None, ..core.timeouts };
    let answer = core.open(operation, unsigned, "text/event-stream", timeouts).await?;
    if answer.response.status().is_success() && !is_json(&answer) {
        let (head, body) = answer.response.into_parts();
        return Ok(Opened { head, endpoint: answer.endpoint, body, single: None });
    }
    let endpoint = answer.endpoint.clone();
    let (head, body) = core.finish(operation, answer).await?.response.into_parts();
    let data = String::from_utf8_lossy(&body).into_owned();
    let single = Some(RawEvent { data, ..RawEvent::default() });
    Ok(Opened { head, endpoint, body: Body::default(), single })
}

fn is_json(answer: &Answer) -> bool {
    let content_type = answer.response.headers().get(CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok()).unwrap_or_default();
    content_type.trim_start().to_ascii_lowercase().starts_with("application/json")
}
