use super::{Body, Timeouts, Transport, TransportError};
use crate::BoxFuture;
use crate::error::{Error, ErrorKind};
use ::reqwest::redirect::Policy;
use bytes::Bytes;
use futures_core::Stream;
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method, Request, Response};
use http_body::Body as _;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// Gateways close idle connections after about ten seconds, and writing to a closed one loses the request.
const IDLE: Duration = Duration::from_secs(5);

/// The built-in transport, on reqwest. It needs a tokio runtime.
///
/// Redirects are not followed. Proxies come from the variables that reqwest reads (`HTTPS_PROXY`, `NO_PROXY` and
/// their like). Certificates are checked by the platform's verifier.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: ::reqwest::Client,
}

impl ReqwestTransport {
    /// A transport with these timeouts.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`]: TLS could not be set up, for example because the system has no root
    /// certificates.
    pub fn new(timeouts: Timeouts) -> Result<Self, Error> {
        let mut builder =
            ::reqwest::Client::builder().redirect(Policy::none()).referer(false).pool_idle_timeout(IDLE);
        if let Some(connect) = timeouts.connect {
            builder = builder.connect_timeout(connect);
        }
        if let Some(read) = timeouts.read {
            builder = builder.read_timeout(read);
        }
        builder.build().map(Self::from).map_err(|error| {
            let message = format!(
                "the built-in transport cannot be set up: {}; to set it up yourself, pass a `reqwest::Client` to \
                 `ReqwestTransport::from` and the result to `Config::transport`",
                innermost(&error)
            );
            Error::builder(ErrorKind::Configuration).message(message).source(error).build()
        })
    }
}

impl From<::reqwest::Client> for ReqwestTransport {
    /// Uses a client of your own: other certificates, proxies or TLS. Its connect and read timeouts and its
    /// redirect policy are its own (choose `reqwest::redirect::Policy::none()`); the total timeout is set on
    /// every request.
    fn from(client: ::reqwest::Client) -> Self {
        Self { client }
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            // reqwest panics without one.
            tokio::runtime::Handle::try_current().map_err(|error| {
                TransportError::other("the built-in transport must be called within a tokio runtime")
                    .with_source(error)
            })?;
            let mut request = ::reqwest::Request::try_from(request).map_err(failure)?;
            *request.timeout_mut() = timeouts.total;
            if request.method() == Method::POST && is_empty(&request) {
                // Left out otherwise, and servers may refuse a POST that does not say how long it is.
                request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
            }
            let mut answer = self.client.execute(request).await.map_err(failure)?;
            let (status, headers) = (answer.status(), std::mem::take(answer.headers_mut()));
            let mut response = Response::new(Body::chunks(Chunks(answer.into())));
            *response.status_mut() = status;
            *response.headers_mut() = headers;
            Ok(response)
        })
    }
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

fn failure(error: ::reqwest::Error) -> TransportError {
    // The address holds the parameters, and some of those are secret.
    let error = error.without_url();
    let cause = innermost(&error);
    let failure = if error.is_timeout() {
        TransportError::timeout(cause)
    } else if error.is_connect() {
        TransportError::connect(cause)
    } else {
        TransportError::other(cause)
    };
    failure.with_source(error)
}

/// The error that caused all others: the outer ones only say where it passed through.
fn innermost(error: &::reqwest::Error) -> String {
    let mut innermost: &dyn std::error::Error = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
