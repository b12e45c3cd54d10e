use super::redaction::Redaction;
use super::tape::Tape;
use super::{entry, reply_entry};
use crate::transport::{Body, TransportError};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use serde_json::Value;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

/// One exchange that is being recorded.
pub(super) struct Exchange {
    pub(super) tape: Arc<Tape>,
    pub(super) place: usize,
    pub(super) request: Value,
    pub(super) redaction: Redaction,
}

impl Exchange {
    pub(super) fn failed(self, error: &TransportError) {
        self.tape.end(self.place, self.request, entry::failure(error), self.redaction.secrets());
    }

    fn answered(mut self, status: StatusCode, headers: &HeaderMap, body: &Bytes) {
        let reply = reply_entry::entry(status, headers, body, &mut self.redaction);
        self.tape.end(self.place, self.request, reply, self.redaction.secrets());
    }
}

/// The body of an answer, which is recorded when it has been read, or as far as it has been when it is dropped.
pub(super) struct Tee {
    body: Body,
    read: BytesMut,
    head: (StatusCode, HeaderMap),
    exchange: Option<Exchange>,
}

impl Tee {
    pub(super) fn new(body: Body, status: StatusCode, headers: HeaderMap, exchange: Exchange) -> Self {
        Self { body, read: BytesMut::new(), head: (status, headers), exchange: Some(exchange) }
    }

    fn end(&mut self) {
        if let Some(exchange) = self.exchange.take() {
            exchange.answered(self.head.0, &self.head.1, &std::mem::take(&mut self.read).freeze());
        }
    }
}

impl Stream for Tee {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(Pin::new(&mut self.body).poll_next(context));
        match &next {
            Some(Ok(chunk)) => self.read.extend_from_slice(chunk),
            Some(Err(error)) => {
                if let Some(exchange) = self.exchange.take() {
                    exchange.failed(error);
                }
            }
            None => self.end(),
        }
        Poll::Ready(next)
    }
}

impl Drop for Tee {
    fn drop(&mut self) {
        self.end();
    }
}
