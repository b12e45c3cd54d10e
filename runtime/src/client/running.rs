use super::attempts::Want;
use super::reply::Reply;
use super::start::Start;
use crate::BoxFuture;
use crate::error::{Error, ErrorKind, Result};
use crate::io::Io;
use crate::operation::Descriptor;
use std::task::{Context, Poll, ready};
use tracing::Instrument;

/// A call on its way, but for its reply's type: the same machine code for all operations.
pub(super) struct Running {
    operation: Option<&'static Descriptor>,
    state: State,
}

enum State {
    Ready(Result<Box<Start>>),
    Running(BoxFuture<'static, Result<Box<Reply>>>),
    Arrived(Result<Box<Reply>>),
    Done,
}

impl Running {
    pub(super) fn new(operation: Option<&'static Descriptor>, start: Result<Box<Start>>) -> Self {
        Self { operation, state: State::Ready(start) }
    }

    pub(super) fn operation(&self) -> Option<&'static Descriptor> {
        self.operation
    }

    /// Reaches the outside with `io`, whether the call is awaited or not.
    pub(super) fn with_io(self, io: &Io) -> Self {
        let state = match self.state {
            State::Ready(Ok(start)) => State::Running(Box::pin(exchange(start, io.clone()))),
            other => other,
        };
        Self { state, ..self }
    }

    /// Waits on this thread until the outcome can be taken.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn block(&mut self) {
        let outcome = match std::mem::replace(&mut self.state, State::Done) {
            State::Ready(Ok(start)) => match start.core.outside.blocking().cloned() {
                Ok(io) => crate::io::block_on(exchange(start, io)),
                Err(error) => Err(error),
            },
            State::Ready(Err(error)) => Err(error),
            State::Running(exchange) => crate::io::block_on(exchange),
            State::Arrived(outcome) => outcome,
            State::Done => return,
        };
        self.state = State::Arrived(outcome);
    }

    /// Goes on until the outcome can be taken.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        loop {
            match &mut self.state {
                State::Running(exchange) => {
                    self.state = State::Arrived(ready!(exchange.as_mut().poll(context)));
                }
                State::Arrived(_) | State::Done => return Poll::Ready(()),
                State::Ready(_) => {
                    let State::Ready(start) = std::mem::replace(&mut self.state, State::Done) else {
                        continue;
                    };
                    self.state = match start.and_then(begin) {
                        Ok(exchange) => State::Running(exchange),
                        Err(error) => State::Arrived(Err(error)),
                    };
                }
            }
        }
    }

    /// The outcome.
    pub(super) fn take(&mut self) -> Result<Box<Reply>> {
        let outcome = match std::mem::replace(&mut self.state, State::Done) {
            State::Arrived(outcome) => outcome,
            _ => Err(over()),
        };
        outcome.map_err(|error| match self.operation {
            Some(operation) => error.during(operation),
            None => error,
        })
    }
}

fn begin(start: Box<Start>) -> Result<BoxFuture<'static, Result<Box<Reply>>>> {
    let io = start.core.outside.awaited()?.clone();
    Ok(Box::pin(exchange(start, io)))
}

async fn exchange(start: Box<Start>, io: Io) -> Result<Box<Reply>> {
    let span = start.span();
    let outcome = start.run(&io, Want::Whole).instrument(span.clone()).await;
    super::observe::ended(&span, &outcome);
    let answer = outcome?;
    let (parts, body) = answer.response.into_parts();
    // It is whole already.
    let body = body.collect(usize::MAX).await.unwrap_or_default();
    let response = http::Response::from_parts(parts, body);
    let (operation, strict, attempts) = (start.operation, start.core.strict, answer.attempts);
    Ok(Box::new(Reply { operation, strict, response, attempts }))
}

fn over() -> crate::Error {
    Error::local(ErrorKind::Request, "the call was made already, and its outcome was taken")
}
