use super::{TransportError, TransportErrorKind};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

/// The body of an answer: all of it, or chunks that are still to come.
///
/// As a [`Stream`] it yields its chunks, none of them empty; a whole body is one chunk. Dropping it gives up the rest
/// of the answer.
pub struct Body(State);

#[cfg(not(target_arch = "wasm32"))]
type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;
/// A browser has one thread, and its streams are bound to it.
#[cfg(target_arch = "wasm32")]
type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>>>>;

enum State {
    Whole(Bytes),
    Chunks(Chunks),
}

impl Body {
    /// A body that is there already.
    pub fn whole(bytes: impl Into<Bytes>) -> Self {
        Self(State::Whole(bytes.into()))
    }

    /// A body that arrives in chunks. A chunk may be of any length and end anywhere.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn chunks(chunks: impl Stream<Item = Result<Bytes, TransportError>> + Send + 'static) -> Self {
        Self(State::Chunks(Box::pin(chunks)))
    }

    /// A body that arrives in chunks. A chunk may be of any length and end anywhere.
    #[cfg(target_arch = "wasm32")]
    pub fn chunks(chunks: impl Stream<Item = Result<Bytes, TransportError>> + 'static) -> Self {
        Self(State::Chunks(Box::pin(chunks)))
    }

    /// The whole body, where it is there already.
    pub fn as_whole(&self) -> Option<&Bytes> {
        match &self.0 {
            State::Whole(bytes) => Some(bytes),
            State::Chunks(_) => None,
        }
    }

    /// The next chunk; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Bytes, TransportError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Waits for the rest of the body.
    ///
    /// # Errors
    /// That of a chunk; [`TransportErrorKind::TooLong`]: the body has more than `limit` bytes.
    pub async fn collect(mut self, limit: usize) -> Result<Bytes, TransportError> {
        if let State::Whole(bytes) = self.0 {
            return if bytes.len() > limit { Err(too_long(limit)) } else { Ok(bytes) };
        }
        let Some(first) = self.next().await.transpose()? else { return Ok(Bytes::new()) };
        if first.len() > limit {
            return Err(too_long(limit));
        }
        let Some(mut next) = self.next().await.transpose()? else { return Ok(first) };
        let mut all = BytesMut::from(first);
        loop {
            if next.len() > limit.saturating_sub(all.len()) {
                return Err(too_long(limit));
            }
            all.extend_from_slice(&next);
            match self.next().await.transpose()? {
                Some(chunk) => next = chunk,
                None => return Ok(all.freeze()),
            }
        }
    }
}

fn too_long(limit: usize) -> TransportError {
    let message = format!("it is longer than {limit} bytes, see `Config::body_limit`");
    TransportError::new(TransportErrorKind::TooLong, message)
}

impl Stream for Body {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut self.0 {
            State::Whole(bytes) => {
                Poll::Ready(Some(std::mem::take(bytes)).filter(|bytes| !bytes.is_empty()).map(Ok))
            }
            State::Chunks(chunks) => loop {
                match chunks.as_mut().poll_next(context) {
                    Poll::Ready(Some(Ok(chunk))) if chunk.is_empty() => {}
                    other => return other,
                }
            },
        }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::whole(Bytes::new())
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self::whole(bytes)
    }
}

impl fmt::Debug for Body {
    /// Shows no content.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            State::Whole(bytes) => f.debug_struct("Body").field("length", &bytes.len()).finish(),
            State::Chunks(_) => f.debug_struct("Body").finish_non_exhaustive(),
        }
    }
}
