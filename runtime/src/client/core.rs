use super::caller::{self, Caller};
use super::config::{Clock, Config, Nonce};
use super::exchange::{self, Answer, Attempt, Surroundings};
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
    pub(super) body_limit: usize,
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
            body_limit: config.body_limit,
        })
    }

    /// One exchange: ask for credentials, sign, send, wait for the whole answer, tell errors from replies.
    pub(super) async fn exchange(&self, operation: &'static Descriptor, unsigned: Unsigned) -> Result<Reply> {
        let answer = self.open(operation, unsigned, "application/json", self.timeouts).await?;
        self.finish(operation, answer).await
    }

    /// The first half of an exchange: up to the headers of the answer.
    pub(super) async fn open(
        &self,
        operation: &'static Descriptor,
        unsigned: Unsigned,
        accept: &'static str,
        timeouts: Timeouts,
    ) -> Result<Answer> {
        self.check_product(operation)?;
        let endpoint = self.endpoint.with_labels(&unsigned.host)?;
        let caller = self.caller(operation).await?;
        let nonce = (self.nonce)()?;
        let attempt = Attempt { caller: &caller, now: (self.clock)(), nonce: &nonce };
        let surroundings = Surroundings { endpoint: &endpoint, user_agent: &self.user_agent, accept };
        let request = exchange::prepare(operation, unsigned, &surroundings, &attempt)?;
        match self.transport.send(request, timeouts).await {
            Ok(response) => Ok(Answer { endpoint, response }),
            Err(error) => Err(exchange::no_answer(&endpoint, error)),
        }
    }

    /// The second half: the body, and what the answer is.
    pub(super) async fn finish(&self, operation: &'static Descriptor, answer: Answer) -> Result<Reply> {
        let (parts, body) = answer.response.into_parts();
        let body = match body.collect(self.body_limit).await {
            Ok(body) => body,
            Err(error) => return Err(exchange::no_body(&answer.endpoint, parts, error)),
        };
        let response = exchange::classify(http::Response::from_parts(parts, body))?;
        Ok(Reply { operation, strict: self.strict, response })
    }

    /// Who makes the call. Nobody is asked for credentials that are not needed.
    async fn caller(&self, operation: &'static Descriptor) -> Result<Caller> {
        if !caller::needs_credentials(operation) {
            return Ok(Caller::Anonymous);
        }
        Caller::admit(operation, self.credentials.credentials().await?)
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
