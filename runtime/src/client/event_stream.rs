use super::event_source::{EventSource, undecodable};
use crate::error::{self, Result};
use crate::event::Event;
use crate::operation::Descriptor;
use crate::record::{Record, Report};
use crate::wire::{self, Parts, RawEvent};
use bytes::Bytes;
use futures_core::Stream;
use http::HeaderMap;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// The events of one call, as they arrive: a `Stream` of [`Event`]s.
///
/// Nothing is sent before the first event is asked for. An event that cannot be read is an error with its text in
/// [`Error::body`](crate::Error::body), and the stream goes on behind it; after any other error it has ended. Dropping
/// the stream gives up the rest. An answer that is one JSON document is one event.
///
/// The total timeout does not hold for a stream. The read timeout limits the silence between two events.
#[must_use = "a stream does nothing until its events are asked for"]
pub struct EventStream<T> {
    operation: &'static Descriptor,
    strict: bool,
    source: EventSource,
    events: PhantomData<fn() -> T>,
}

impl<T> EventStream<T> {
    pub(super) fn new(operation: &'static Descriptor, strict: bool, source: EventSource) -> Self {
        Self { operation, strict, source, events: PhantomData }
    }

    /// HTTP headers of the answer; `None` before the first event and after the last one.
    pub fn headers(&self) -> Option<&HeaderMap> {
        Some(&self.source.head()?.headers)
    }

    /// Request id, where the answer has one; `None` before the first event and after the last one.
    pub fn request_id(&self) -> Option<String> {
        error::request_id(self.headers()?)
    }

    /// Decodes one event. Not generic in the reply, so that it is compiled once.
    fn read(&self, reply: &mut dyn Record, raw: &RawEvent) -> Result<Report> {
        let Some(head) = self.source.head() else { return Ok(Report::default()) };
        let body = Bytes::copy_from_slice(raw.data.as_bytes());
        let parts = Parts { status: head.status, headers: &head.headers, body: &body };
        let report = wire::read(self.operation, reply, &parts).map_err(|mismatch| {
            let message = format!("the event is not as documented: {mismatch}");
            undecodable(head, message).body(body.clone()).source(mismatch).build()
        })?;
        if self.strict && !report.is_empty() {
            let departures = report.to_string().replace('\n', "; ");
            return Err(undecodable(head, format!("strict mode: {departures}")).body(body).build());
        }
        Ok(report)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<T: Record + Default> EventStream<T> {
    /// The events as an iterator that waits on this thread, without an async runtime; see
    /// [`Pending::blocking`](crate::Pending::blocking).
    pub fn blocking(mut self) -> impl Iterator<Item = Result<Event<T>>> {
        self.source.block();
        std::iter::from_fn(move || crate::io::block_on(self.next()))
    }
}

impl<T: Record + Default> EventStream<T> {
    /// The next event; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Event<T>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T: Record + Default> Stream for EventStream<T> {
    type Item = Result<Event<T>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let event = ready!(self.source.poll(context)).map(|raw| {
            let raw = raw?;
            let mut value = T::default();
            let report = self.read(&mut value, &raw)?;
            Ok(Event { value, raw, report })
        });
        let operation = self.operation;
        Poll::Ready(event.map(|event| event.map_err(|error: crate::Error| error.during(operation))))
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").field("operation", &self.operation.name()).finish_non_exhaustive()
    }
}
