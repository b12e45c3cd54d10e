use crate::transport::TransportError;
use bytes::Bytes;
use futures_core::Stream;
use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Chunks that are all there already.
pub(super) struct Chunks(VecDeque<Result<Bytes, TransportError>>);

impl Chunks {
    pub(super) fn new(chunks: impl IntoIterator<Item = Result<Bytes, TransportError>>) -> Self {
        Self(chunks.into_iter().collect())
    }
}

impl Stream for Chunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front())
    }
}
