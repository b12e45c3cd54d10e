use super::config::{Config, Nonce};
use super::outside::Outside;
use super::user_agent::user_agent;
use crate::credentials::CredentialsProvider;
use crate::endpoint::Endpoint;
use crate::error::Result;
use crate::io::Io;
use crate::operation::Product;
use crate::retry::{Budget, RetryPolicy};
use crate::sign::Algorithm;
use crate::transport::Timeouts;
use http::HeaderValue;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

/// A checked configuration, shared by the clones of a client, and what they learn together.
pub(super) struct Core {
    pub(super) product: &'static Product,
    pub(super) region: String,
    pub(super) endpoint: Endpoint,
    pub(super) credentials: Arc<dyn CredentialsProvider>,
    pub(super) outside: Outside,
    pub(super) timeouts: Timeouts,
    pub(super) nonce: Nonce,
    pub(super) strict: bool,
    pub(super) user_agent: HeaderValue,
    pub(super) body_limit: usize,
    pub(super) retry: Arc<dyn RetryPolicy>,
    pub(super) budget: Budget,
    pub(super) algorithm: Algorithm,
    /// How far the service's clock is ahead of ours, in seconds, once a refusal has told.
    skew: AtomicI64,
}

impl Core {
    pub(super) fn new(product: &'static Product, config: Config) -> Result<Self> {
        let endpoint = Endpoint::resolve(product, &config.region, config.endpoint.as_deref())?;
        let outside = Outside::new(&config, &endpoint)?;
        Ok(Self {
            product,
            region: config.region,
            endpoint,
            credentials: config.credentials,
            outside,
            timeouts: config.settings.timeouts,
            nonce: config.nonce,
            strict: config.strict,
            user_agent: user_agent(config.user_agent.as_deref())?,
            body_limit: config.body_limit,
            retry: config.retry,
            budget: Budget::default(),
            algorithm: config.algorithm,
            skew: AtomicI64::new(0),
        })
    }

    /// The time of day as the service sees it, as far as is known.
    pub(super) fn now(&self, io: &Io) -> SystemTime {
        let skew = self.skew.load(Ordering::Relaxed);
        let shift = Duration::from_secs(skew.unsigned_abs());
        let now = io.now();
        let corrected = if skew < 0 { now.checked_sub(shift) } else { now.checked_add(shift) };
        corrected.unwrap_or(now)
    }

    /// Learns from the date of an answer how far the two clocks are apart.
    pub(super) fn correct_clock(&self, io: &Io, theirs: SystemTime) {
        let ours = io.now();
        let seconds = |gap: Duration| i64::try_from(gap.as_secs()).unwrap_or_default();
        let skew = match theirs.duration_since(ours) {
            Ok(ahead) => seconds(ahead),
            Err(behind) => -seconds(behind.duration()),
        };
        self.skew.store(skew, Ordering::Relaxed);
    }
}
