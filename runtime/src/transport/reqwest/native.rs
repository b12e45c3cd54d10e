use super::ReqwestTransport;
use super::failure::failure;
use crate::BoxFuture;
use crate::transport::{Body, Timeouts, Transport, TransportError};
use bytes::Bytes;
use futures_core::Stream;
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method, Request, Response};
use http_body::Body as _;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, ready};

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            check_runtime()?;
            let mut request = ::reqwest::Request::try_from(request).map_err(failure)?;
            *request.timeout_mut() = timeouts.within_reason().total;
            if request.method() == Method::POST && is_empty(&request) {
                // Left out otherwise, and servers may refuse a POST that does not say how long it is.
                request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
            }
            // The runtime may not have looked at its sockets since the last call: it does now, so that connections which
            // were closed meanwhile are found out before a request is written to them (`docs/wire.md`, "Connections").
            tokio::task::yield_now().await;
            let mut exchange = pin!(self.client.execute(request));
            // The rest of a call that was given up may be polled elsewhere.
            let answer = poll_fn(|context| match check_runtime() {
                Ok(()) => exchange.as_mut().poll(context).map_err(failure),
                Err(error) => Poll::Ready(Err(error)),
            });
            let mut answer = answer.await?;
            let (status, headers) = (answer.status(), std::mem::take(answer.headers_mut()));
            let mut response = Response::new(Body::chunks(Chunks(answer.into())));
            *response.status_mut() = status;
            *response.headers_mut() = headers;
            Ok(response)
        })
    }
}

/// reqwest panics without a runtime.
fn check_runtime() -> Result<(), TransportError> {
    tokio::runtime::Handle::try_current().map(drop).map_err(|error| {
        let message = "the transport on reqwest must be called within a tokio runtime; the feature `blocking` brings one \
                       that needs none";
        TransportError::other(message).with_source(error)
    })
}

/// The pieces of an answer as they arrive. What follows the last one, trailers, is left out.
struct Chunks(::reqwest::Body);

impl Stream for Chunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match ready!(Pin::new(&mut self.0).poll_frame(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(failure(error)))),
                Some(Ok(frame)) => {
                    if let Ok(chunk) = frame.into_data() {
                        return Poll::Ready(Some(Ok(chunk)));
                    }
                }
            }
        }
    }
}

fn is_empty(request: &::reqwest::Request) -> bool {
    request.body().and_then(|body| body.as_bytes()).is_none_or(<[u8]>::is_empty)
}
