use super::config::{Clock, Config, Nonce};
use super::exchange::{self, Attempt};
use super::reply::Reply;
use super::user_agent::user_agent;
use crate::credentials::CredentialsProvider;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{Descriptor, Product};
use crate::transport::{Timeouts, Transport};
use crate::wire::Unsigned;
use http::HeaderValue;
use std::sync::Arc;

/// A checked configuration, shared by the clones of a client.
pub(super) struct Core {
    pub(super) product: &'static Product,
    pub(super) region: String,
    pub(super) endpoint: Endpoint,
    pub(super) credentials: Arc<dyn CredentialsProvider>,
    pub(super) transport: Arc<dyn Transport>,
    pub(super) timeouts: Timeouts,
    clock: Clock,
    nonce: Nonce,
    pub(super) strict: bool,
    user_agent: HeaderValue,
}

impl Core {
    pub(super) fn new(product: &'static Product, config: Config) -> Result<Self> {
        let endpoint = Endpoint::resolve(product, &config.region, config.endpoint.as_deref())?;
        let transport = match config.transport {
            Some(transport) => transport,
            None => built_in(&endpoint, config.timeouts)?,
        };
        Ok(Self {
            product,
            region: config.region,
            endpoint,
            credentials: config.credentials,
            transport,
            timeouts: config.timeouts,
            clock: config.clock,
            nonce: config.nonce,
            strict: config.strict,
            user_agent: user_agent(config.user_agent.as_deref())?,
        })
    }

    /// One exchange: ask for credentials, sign, send, tell errors from replies.
    pub(super) async fn exchange(&self, operation: &'static Descriptor, unsigned: Unsigned) -> Result<Reply> {
        self.check_product(operation)?;
        let credentials = self.credentials.credentials().await?;
        let nonce = (self.nonce)()?;
        let attempt = Attempt { credentials: &credentials, now: (self.clock)(), nonce: &nonce };
        let request = exchange::prepare(operation, &unsigned, &self.endpoint, &self.user_agent, &attempt)?;
        let answer = self.transport.send(request, self.timeouts).await;
        let answer = answer.map_err(|error| exchange::no_answer(&self.endpoint, error))?;
        Ok(Reply { strict: self.strict, response: exchange::classify(answer)? })
    }

    /// Another product lives at another endpoint and has other versions.
    fn check_product(&self, operation: &'static Descriptor) -> Result<()> {
        let (own, other) = (self.product, operation.product());
        if own.code() == other.code() && own.version() == other.version() {
            return Ok(());
        }
        let message = format!(
            "the operation belongs to {} {}, but this client calls {} {}; make a client for that product",
            other.code(),
            other.version(),
            own.code(),
            own.version()
        );
        Err(Error::local(ErrorKind::Request, message))
    }
}

#[cfg(feature = "reqwest")]
fn built_in(endpoint: &Endpoint, timeouts: Timeouts) -> Result<Arc<dyn Transport>> {
    use crate::operation::Protocol;

    // reqwest would only tell with the first request, and in words that do not help.
    if endpoint.protocol == Protocol::Https && !cfg!(feature = "rustls") {
        let message = "the endpoint needs TLS, and the built-in transport was compiled without it: enable the feature \
                       `rustls`, or pass a transport of your own to `Config::transport`";
        return Err(Error::local(ErrorKind::Configuration, message));
    }
    Ok(Arc::new(crate::transport::ReqwestTransport::new(timeouts)?))
}

#[cfg(not(feature = "reqwest"))]
fn built_in(_: &Endpoint, _: Timeouts) -> Result<Arc<dyn Transport>> {
    let message = "no transport: enable the features `reqwest` and `rustls` for the built-in one, or pass one to \
                   `Config::transport`";
    Err(Error::local(ErrorKind::Configuration, message))
}
