use super::failure::failure;
use crate::transport::TransportError;
use ::ureq::BodyReader;
use bytes::Bytes;
use futures_core::Stream;
use std::io::Read;
use std::pin::Pin;
use std::task::{Context, Poll};

/// How much is read at once.
const LENGTH: usize = 32 << 10;

/// The pieces of an answer. Each poll waits for one.
pub(super) struct Chunks {
    /// Gone at the end, and after an error.
    body: Option<BodyReader<'static>>,
    buffer: Vec<u8>,
}

impl Chunks {
    pub(super) fn new(body: ::ureq::Body) -> Self {
        Self { body: Some(body.into_reader()), buffer: Vec::new() }
    }
}

impl Stream for Chunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self { body, buffer } = &mut *self;
        let Some(reader) = body else { return Poll::Ready(None) };
        buffer.resize(LENGTH, 0);
        let next = match reader.read(buffer) {
            Ok(0) => None,
            Ok(length) => Some(Ok(Bytes::copy_from_slice(buffer.get(..length).unwrap_or_default()))),
            Err(error) => Some(Err(failure(error.into()))),
        };
        if !matches!(next, Some(Ok(_))) {
            *body = None;
        }
        Poll::Ready(next)
    }
}
