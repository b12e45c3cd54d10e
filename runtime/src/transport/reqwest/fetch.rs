use super::ReqwestTransport;
use super::failure::failure;
use crate::BoxFuture;
use crate::transport::{Body, Timeouts, Transport, TransportError};
use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// More milliseconds than this, 24 days, are no number for `setTimeout`, and reqwest panics.
const LONGEST: Duration = Duration::from_millis(i32::MAX as u64);

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let mut request = ::reqwest::Request::try_from(request).map_err(failure)?;
            *request.timeout_mut() = timeouts.total.map(|total| total.min(LONGEST));
            let mut answer = self.client.execute(request).await.map_err(failure)?;
            let (status, headers) = (answer.status(), std::mem::take(answer.headers_mut()));
            let mut response = Response::new(Body::chunks(Chunks(Box::pin(answer.bytes_stream()))));
            *response.status_mut() = status;
            *response.headers_mut() = headers;
            Ok(response)
        })
    }
}

/// The pieces of an answer as they arrive.
struct Chunks(Pin<Box<dyn Stream<Item = Result<Bytes, ::reqwest::Error>>>>);

impl Stream for Chunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map_err(failure)
    }
}
