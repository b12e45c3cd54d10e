use super::{nonce, region};
use crate::credentials::{
    Anonymous, CredentialsProvider, DefaultChain, Environment, ProcessEnvironment, variable,
};
use crate::endpoint;
use crate::error::Result;
use crate::io::{Clock, Scheduler, system_time};
use crate::retry::{Backoff, RetryPolicy};
use crate::sign::Algorithm;
use crate::transport::{Proxy, Settings, Transport, within_reason};
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

pub(super) type Nonce = Arc<dyn Fn() -> Result<String> + Send + Sync>;

/// What a client is made from. Nothing is checked before [`Client::new`](crate::Client::new).
#[derive(Clone)]
#[must_use]
pub struct Config {
    pub(super) region: String,
    pub(super) credentials: Arc<dyn CredentialsProvider>,
    pub(super) endpoint: Option<String>,
    pub(super) transport: Option<Arc<dyn Transport>>,
    pub(super) scheduler: Option<Arc<dyn Scheduler>>,
    pub(super) settings: Settings,
    pub(super) retry: Arc<dyn RetryPolicy>,
    pub(super) algorithm: Algorithm,
    pub(super) clock: Clock,
    pub(super) nonce: Nonce,
    pub(super) strict: bool,
    pub(super) user_agent: Option<String>,
    pub(super) body_limit: usize,
}

impl Config {
    /// A region such as `ap-southeast-1`, and where the credentials come from:
    /// [`Credentials`](crate::Credentials) themselves, or any other provider.
    ///
    /// The region chooses the endpoint. It is never sent as a parameter.
    pub fn new(region: impl Into<String>, credentials: impl CredentialsProvider + 'static) -> Self {
        Self {
            region: region.into(),
            credentials: Arc::new(credentials),
            endpoint: None,
            transport: None,
            scheduler: None,
            settings: Settings::default(),
            retry: Arc::new(Backoff::default()),
            algorithm: Algorithm::default(),
            clock: Arc::new(system_time),
            nonce: Arc::new(nonce::random),
            strict: false,
            user_agent: None,
            body_limit: 64 << 20,
        }
    }

    /// A client without credentials, for operations that need none. Any other call is refused before it is sent.
    pub fn anonymous(region: impl Into<String>) -> Self {
        Self::new(region, Anonymous)
    }

    /// Region and credentials from the environment of this process.
    ///
    /// The region is `ALIBABA_CLOUD_REGION_ID`, else the one of the command line tool's profile
    /// (`docs/wire.md`, "Command line profile"). The credentials are those of the [`DefaultChain`]: variables, an OIDC
    /// token, the profile of the command line tool or of the official SDKs, the role of the ECS instance, an address.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) without a region or with a malformed profile,
    /// [`ErrorKind::Credentials`](crate::ErrorKind::Credentials) where it is certain that there are none. A server is
    /// not asked before the first call.
    pub fn from_env() -> Result<Self> {
        Self::from_environment(ProcessEnvironment)
    }

    /// As [`Config::from_env`], with another environment.
    ///
    /// # Errors
    /// As [`Config::from_env`].
    pub fn from_environment(environment: impl Environment + 'static) -> Result<Self> {
        let environment: Arc<dyn Environment> = Arc::new(environment);
        let region = region::find(&*environment)?;
        let chain = DefaultChain::with(Arc::clone(&environment));
        // What is missing is better told here than by the first call.
        chain.check()?;
        let user_agent = variable(&*environment, "ALIBABA_CLOUD_USER_AGENT");
        Ok(Self { user_agent, ..Self::new(region, chain) })
    }

    /// As [`Config::from_environment`], with the region alone from the environment.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) without a region or with a malformed profile.
    #[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
    pub(crate) fn in_environment(
        environment: &dyn Environment,
        credentials: impl CredentialsProvider + 'static,
    ) -> Result<Self> {
        Ok(Self::new(region::find(environment)?, credentials))
    }

    /// Calls this endpoint whatever the region is: `host`, `host:port` or either behind `http://` or `https://`.
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// Sends through this transport instead of the built-in one.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Limits the time until the connection stands; 5 seconds by default, and zero is no limit.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeouts.connect = limit(timeout);
        self
    }

    /// Limits the silence while waiting for the answer; 10 seconds by default, and zero is no limit.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeouts.read = limit(timeout);
        self
    }

    /// Limits the whole call, repetitions and the waits between them included; 30 seconds by default, and zero is no
    /// limit. A call whose answer is a stream is limited until the stream begins.
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeouts.total = limit(timeout);
        self
    }

    /// Sends through this proxy instead of the one that the environment names: an address such as
    /// `http://user:password@proxy.example:3128`, or a [`Proxy`] for more. A transport of your own is not affected.
    pub fn proxy(mut self, proxy: impl Into<Proxy>) -> Self {
        self.settings.proxy = proxy.into();
        self
    }

    /// Sends directly, whatever proxy the environment names. A transport of your own is not affected.
    pub fn no_proxy(self) -> Self {
        self.proxy(Proxy::none())
    }

    /// Trusts the certificates of this PEM text besides those that the system trusts. A transport of your own is not
    /// affected.
    pub fn root_certificate(mut self, pem: impl Into<String>) -> Self {
        self.settings.root_certificates.push(pem.into());
        self
    }

    /// Decides about repetitions in the place of [`Backoff::default`]. [`Backoff::never`] switches them off.
    pub fn retry(mut self, policy: impl RetryPolicy + 'static) -> Self {
        self.retry = Arc::new(policy);
        self
    }

    /// Waits and works on the side with this in the place of what belongs to the transport.
    pub fn scheduler(mut self, scheduler: impl Scheduler + 'static) -> Self {
        self.scheduler = Some(Arc::new(scheduler));
        self
    }

    /// Hashes and signs in this way; HMAC with SHA-256 by default.
    pub fn algorithm(mut self, algorithm: Algorithm) -> Self {
        self.algorithm = algorithm;
        self
    }

    /// Reads the time from `clock` instead of the system: what requests are dated with.
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Takes nonces from `nonce` instead of the system's random numbers. The service refuses one that it has
    /// seen before.
    pub fn nonce(mut self, nonce: impl Fn() -> Result<String> + Send + Sync + 'static) -> Self {
        self.nonce = Arc::new(nonce);
        self
    }

    /// Turns every departure of a reply from its documentation into an error. Meant for tests.
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Limits the length of an answer's body in bytes, and of one event where the answer is a stream of them; 64 MiB by
    /// default. A longer one is an error of kind [`ErrorKind::Decode`](crate::ErrorKind::Decode).
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Appends text to the `user-agent` header, such as `my-tool/1.2`. [`Config::from_env`] appends what
    /// `ALIBABA_CLOUD_USER_AGENT` says.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }
}

fn limit(timeout: Duration) -> Option<Duration> {
    (!timeout.is_zero()).then(|| within_reason(timeout))
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("region", &self.region)
            .field("credentials", &self.credentials)
            .field("endpoint", &self.endpoint.as_deref().map(endpoint::printable))
            .field("transport", &self.transport)
            .field("settings", &self.settings)
            .field("retry", &self.retry)
            .field("algorithm", &self.algorithm)
            .field("strict", &self.strict)
            .field("body_limit", &self.body_limit)
            .field("user_agent", &self.user_agent)
            .finish_non_exhaustive()
    }
}
