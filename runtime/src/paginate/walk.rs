use super::cursor::Cursor;
use super::source::Source;
use crate::client::Pending;
use crate::error::{Error, ErrorKind, Result};
use crate::response::Response;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Pages of a source, one after the other. A page that fails is told and ends the walk.
pub(super) struct Walk<S: Source> {
    source: S,
    state: State<S::Reply>,
    #[cfg(not(target_arch = "wasm32"))]
    is_blocking: bool,
}

enum State<T> {
    /// Nothing was asked for yet.
    New,
    /// The request stands for the next page.
    Next(Cursor),
    Asked(Pending<T>, Cursor),
    /// To be told, and then it is over.
    Failed(Error),
    Done,
}

impl<S: Source> Walk<S> {
    pub(super) fn new(source: S) -> Self {
        Self {
            source,
            state: State::New,
            #[cfg(not(target_arch = "wasm32"))]
            is_blocking: false,
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn block(&mut self) {
        self.is_blocking = true;
    }

    pub(super) fn name(&self) -> &'static str {
        self.source.descriptor().name()
    }

    fn begin(&self) -> Result<Cursor> {
        let descriptor = self.source.descriptor();
        match descriptor.pagination() {
            Some(facts) => Ok(Cursor::new(facts, self.source.request())),
            None => {
                let message = "the operation does not answer page by page: make a single call";
                Err(Error::local(ErrorKind::Request, message).during(descriptor))
            }
        }
    }

    fn ask(&self) -> Result<Pending<S::Reply>> {
        let pending = self.source.send();
        #[cfg(not(target_arch = "wasm32"))]
        if self.is_blocking {
            return Ok(pending.with_io(&self.source.client().blocking_io()?));
        }
        Ok(pending)
    }

    pub(super) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Response<S::Reply>>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Done) {
                State::New => match self.begin() {
                    Ok(cursor) => self.state = State::Next(cursor),
                    Err(error) => return Poll::Ready(Some(Err(error))),
                },
                State::Next(cursor) => match self.ask() {
                    Ok(pending) => self.state = State::Asked(pending, cursor),
                    Err(error) => return Poll::Ready(Some(Err(error))),
                },
                State::Asked(mut pending, cursor) => match Pin::new(&mut pending).poll(context) {
                    Poll::Pending => {
                        self.state = State::Asked(pending, cursor);
                        return Poll::Pending;
                    }
                    Poll::Ready(Err(error)) => return Poll::Ready(Some(Err(error))),
                    Poll::Ready(Ok(response)) => {
                        self.turn(cursor, &response);
                        return Poll::Ready(Some(Ok(response)));
                    }
                },
                State::Failed(error) => return Poll::Ready(Some(Err(error))),
                State::Done => return Poll::Ready(None),
            }
        }
    }

    /// Looks for the next page. That it cannot be had is told after the page that is there.
    fn turn(&mut self, mut cursor: Cursor, response: &Response<S::Reply>) {
        let turned = cursor.advance(S::reply(response)).and_then(|next| match next {
            Some(value) => {
                let name = self.source.descriptor().pagination().map(|facts| facts.parameter());
                self.source.turn_to(name.unwrap_or_default(), value).map(|()| State::Next(cursor))
            }
            None => Ok(State::Done),
        });
        self.state = turned.unwrap_or_else(|error| State::Failed(error.during(self.source.descriptor())));
    }
}
