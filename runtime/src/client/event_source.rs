use super::attempts::Want;
use super::start::Start;
use super::{exchange, observe};
use crate::BoxFuture;
use crate::endpoint::Endpoint;
use crate::error::{self, Error, ErrorBuilder, ErrorKind, Result};
use crate::io::Io;
use crate::transport::Body;
use crate::wire::{RawEvent, Sse};
use futures_core::Stream;
use http::response::Parts;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tracing::Instrument;

/// The events of one call before they are decoded: the same machine code for all operations.
pub(super) struct EventSource {
    state: State,
    limit: usize,
}

enum State {
    Ready(Option<Result<Box<Start>>>),
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
    pub(super) fn new(limit: usize, start: Result<Box<Start>>) -> Self {
        Self { state: State::Ready(Some(start)), limit }
    }

    /// From now on by threads and blocking transports, where nothing was asked for yet.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn block(&mut self) {
        if let State::Ready(start) = &mut self.state
            && let Some(start) = start.take()
        {
            self.state = State::Opening(Box::pin(async move {
                let start = start?;
                let io = start.core.outside.blocking()?.clone();
                open(start, io).await
            }));
        }
    }

    /// The head of the answer, once it is there.
    pub(super) fn head(&self) -> Option<&Parts> {
        match &self.state {
            State::Open(open) => Some(&open.answer.head),
            State::Ready(_) | State::Opening(_) | State::Done => None,
        }
    }

    /// The next event. Nothing follows an error.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<RawEvent>>> {
        loop {
            match &mut self.state {
                State::Ready(start) => {
                    let Some(start) = start.take() else {
                        self.state = State::Done;
                        continue;
                    };
                    self.state = State::Opening(Box::pin(async move {
                        let start = start?;
                        let io = start.core.outside.awaited()?.clone();
                        open(start, io).await
                    }));
                }
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
            Some(Err(error)) => {
                return Poll::Ready(Err(exchange::no_body(&self.answer.endpoint, &self.answer.head, error)));
            }
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
async fn open(start: Box<Start>, io: Io) -> Result<Opened> {
    let span = start.span();
    let outcome = start.run(&io, Want::Events).instrument(span.clone()).await;
    observe::ended(&span, &outcome);
    let (head, body) = outcome?.response.into_parts();
    let endpoint = start.endpoint.clone();
    let Some(whole) = body.as_whole() else { return Ok(Opened { head, endpoint, body, single: None }) };
    if !exchange::is_json_type(&head.headers) {
        return Ok(Opened { head, endpoint, body, single: None });
    }
    // A service may answer without a stream although one was asked for: that is one event.
    let data = String::from_utf8_lossy(whole).into_owned();
    let single = Some(RawEvent { data, ..RawEvent::default() });
    Ok(Opened { head, endpoint, body: Body::default(), single })
}
