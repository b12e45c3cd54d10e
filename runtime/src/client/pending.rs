use super::attempts::Want;
use super::reply::Reply;
use super::start::Start;
use crate::BoxFuture;
use crate::error::Result;
use crate::io::Io;
use crate::operation::Descriptor;
use crate::response::Response;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use tracing::Instrument;

/// A call that is not made yet: await it, or call [`blocking`](Self::blocking).
///
/// The exchange is the same machine code for all operations. Only the decoding at its end knows the
/// reply's type, so a call costs its caller no state machine of its own.
#[must_use = "a call does nothing until it is awaited"]
pub struct Pending<T> {
    operation: Option<&'static Descriptor>,
    state: State,
    decode: fn(Reply) -> Result<Response<T>>,
}

enum State {
    Ready(Result<Box<Start>>),
    Running(BoxFuture<'static, Result<Reply>>),
    Done,
}

impl<T> Pending<T> {
    pub(super) fn new(
        operation: Option<&'static Descriptor>,
        start: Result<Box<Start>>,
        decode: fn(Reply) -> Result<Response<T>>,
    ) -> Self {
        Self { operation, state: State::Ready(start), decode }
    }

    /// Reaches the outside with `io`, whatever the call is awaited or not.
    pub(crate) fn with_io(self, io: &Io) -> Self {
        let state = match self.state {
            State::Ready(Ok(start)) => State::Running(Box::pin(exchange(start, io.clone()))),
            other => other,
        };
        Self { state, ..self }
    }

    /// Makes the call and waits for its outcome on this thread, without an async runtime.
    ///
    /// The feature `blocking` brings the transport for it. Where the client was given a transport, that one is used;
    /// one that is made for an async runtime does not work outside of it. Do not call this from async code: it holds
    /// up the thread.
    ///
    /// # Errors
    /// As when awaited.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn blocking(self) -> Result<Response<T>> {
        let Self { operation, state, decode } = self;
        let outcome = match state {
            State::Ready(Ok(start)) => match start.core.outside.blocking().cloned() {
                Ok(io) => crate::io::block_on(exchange(start, io)),
                Err(error) => Err(error),
            },
            State::Ready(Err(error)) => Err(error),
            State::Running(exchange) => crate::io::block_on(exchange),
            State::Done => Err(over()),
        };
        outcome.and_then(decode).map_err(|error| named(error, operation))
    }
}

/// Not generic, so that it is compiled once.
fn begin(start: Box<Start>) -> Result<BoxFuture<'static, Result<Reply>>> {
    let io = start.core.outside.awaited()?.clone();
    Ok(Box::pin(exchange(start, io)))
}

async fn exchange(start: Box<Start>, io: Io) -> Result<Reply> {
    let span = start.span();
    let outcome = start.run(&io, Want::Whole).instrument(span.clone()).await;
    super::observe::ended(&span, &outcome);
    let answer = outcome?;
    let (parts, body) = answer.response.into_parts();
    // It is whole already.
    let body = body.collect(usize::MAX).await.unwrap_or_default();
    let response = http::Response::from_parts(parts, body);
    Ok(Reply { operation: start.operation, strict: start.core.strict, response, attempts: answer.attempts })
}

fn named(error: crate::Error, operation: Option<&'static Descriptor>) -> crate::Error {
    match operation {
        Some(operation) => error.during(operation),
        None => error,
    }
}

fn over() -> crate::Error {
    crate::Error::local(crate::ErrorKind::Request, "the call was made already, and its outcome was taken")
}

impl<T> Future for Pending<T> {
    type Output = Result<Response<T>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let (operation, decode) = (self.operation, self.decode);
        let outcome = loop {
            match &mut self.state {
                State::Running(exchange) => match exchange.as_mut().poll(context) {
                    Poll::Ready(outcome) => break outcome,
                    Poll::Pending => return Poll::Pending,
                },
                State::Done => break Err(over()),
                State::Ready(_) => {
                    let State::Ready(start) = std::mem::replace(&mut self.state, State::Done) else {
                        continue;
                    };
                    match start.and_then(begin) {
                        Ok(exchange) => self.state = State::Running(exchange),
                        Err(error) => break Err(error),
                    }
                }
            }
        };
        self.state = State::Done;
        Poll::Ready(outcome.and_then(decode).map_err(|error| named(error, operation)))
    }
}

impl<T> fmt::Debug for Pending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.operation.map(Descriptor::name);
        f.debug_struct("Pending").field("operation", &name).finish_non_exhaustive()
    }
}
