use super::chunks::Chunks;
use super::failure::failure;
use super::setup;
use crate::BoxFuture;
use crate::error::Error;
use crate::transport::proxy::Routes;
use crate::transport::{Body, Settings, Timeouts, Transport, TransportError};
use ::ureq::{Agent, AsSendBody};
use bytes::Bytes;
use http::{Method, Request, Response};
use std::fmt;

/// The built-in transport of calls that block, on ureq. It needs no async runtime.
///
/// The exchange is done at the first poll of its future, which holds up the thread until the headers of the answer are
/// there; so does every chunk of the body. Redirects are not followed, answers are unpacked where the service packed
/// them, and connections are reused unless they were idle for five seconds. Certificates are checked against those that
/// the system trusts when the transport is made.
///
/// At the level `trace` of the crate `log`, ureq logs the bytes of requests: leave that level off for its targets where
/// parameters are secret.
#[derive(Clone)]
pub struct UreqTransport {
    agent: Agent,
    routes: Routes,
}

impl UreqTransport {
    /// A transport with these timeouts, and a proxy if the environment names one.
    ///
    /// # Errors
    /// As [`UreqTransport::with_settings`].
    pub fn new(timeouts: Timeouts) -> Result<Self, Error> {
        Self::with_settings(&Settings { timeouts, ..Settings::default() })
    }

    /// A transport with all that can be set.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): a proxy's address or a certificate cannot be
    /// used, or the system has no root certificates.
    pub fn with_settings(settings: &Settings) -> Result<Self, Error> {
        let routes = setup::routes(settings)?;
        Ok(Self { agent: setup::agent(settings)?, routes })
    }

    fn exchange(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> Result<Response<Body>, TransportError> {
        let (parts, body) = request.into_parts();
        // Servers may refuse a POST that does not say how long it is, so an empty one says it too.
        let has_body = !body.is_empty() || matches!(parts.method, Method::POST | Method::PUT | Method::PATCH);
        let answer = if has_body {
            self.run(Request::from_parts(parts, &*body), timeouts)?
        } else {
            self.run(Request::from_parts(parts, ()), timeouts)?
        };
        Ok(answer.map(|body| Body::chunks(Chunks::new(body))))
    }

    fn run(
        &self,
        request: Request<impl AsSendBody>,
        timeouts: Timeouts,
    ) -> Result<Response<::ureq::Body>, TransportError> {
        let uri = request.uri();
        let address = self.routes.proxy(uri.scheme_str().unwrap_or_default(), uri.host().unwrap_or_default());
        let timeouts = timeouts.within_reason();
        // Checked when the transport was made.
        let proxy =
            address.map(|address| ::ureq::Proxy::new(address.expose())).transpose().map_err(failure)?;
        let request = self
            .agent
            .configure_request(request)
            .timeout_resolve(timeouts.connect)
            .timeout_connect(timeouts.connect)
            .timeout_per_read(timeouts.read)
            .timeout_per_write(timeouts.read)
            .timeout_global(timeouts.total)
            .proxy(proxy)
            .build();
        self.agent.run(request).map_err(failure)
    }
}

impl Transport for UreqTransport {
    fn send(
        &self,
        request: Request<Bytes>,
        timeouts: Timeouts,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move { self.exchange(request, timeouts) })
    }
}

impl fmt::Debug for UreqTransport {
    /// Shows nothing of the client: its proxy may have a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UreqTransport").finish_non_exhaustive()
    }
}
