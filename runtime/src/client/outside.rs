use super::config::Config;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind, Result};
use crate::io::{Clock, Io, Scheduler};
use crate::operation::Protocol;
use crate::transport::{Settings, Transport};
use std::sync::{Arc, OnceLock};

/// What the calls of a client reach the outside with: one thing for those that are awaited, one for those that block.
pub(super) struct Outside {
    given: Option<Arc<dyn Transport>>,
    scheduler: Option<Arc<dyn Scheduler>>,
    #[cfg_attr(not(any(feature = "reqwest", feature = "blocking")), expect(dead_code))]
    settings: Settings,
    clock: Clock,
    needs_tls: bool,
    awaited: OnceLock<Io>,
    blocking: OnceLock<Io>,
}

impl Outside {
    /// # Errors
    /// [`ErrorKind::Configuration`]: the built-in transports cannot be set up like this.
    pub(super) fn new(config: &Config, endpoint: &Endpoint) -> Result<Self> {
        let outside = Self {
            given: config.transport.clone(),
            scheduler: config.scheduler.clone(),
            settings: config.settings.clone(),
            clock: Arc::clone(&config.clock),
            needs_tls: endpoint.protocol == Protocol::Https,
            awaited: OnceLock::new(),
            blocking: OnceLock::new(),
        };
        // Told now where it can be told now. Which of the two is wanted is not known before a call.
        if cfg!(feature = "reqwest") {
            outside.awaited()?;
        } else if cfg!(feature = "blocking") {
            outside.blocking()?;
        } else if outside.given.is_none() {
            return Err(none(
                "enable the features `reqwest` and `rustls` (or `blocking` and `rustls`) for a built-in one",
            ));
        }
        Ok(outside)
    }

    /// For calls that are awaited.
    pub(super) fn awaited(&self) -> Result<&Io> {
        if let Some(io) = self.awaited.get() {
            return Ok(io);
        }
        let io = match &self.given {
            Some(transport) => self.with(Arc::clone(transport), default_scheduler()?),
            None => self.with(self.built_in()?, default_scheduler()?),
        };
        Ok(self.awaited.get_or_init(|| io))
    }

    /// For calls that block.
    pub(super) fn blocking(&self) -> Result<&Io> {
        if let Some(io) = self.blocking.get() {
            return Ok(io);
        }
        let transport = match &self.given {
            Some(transport) => Arc::clone(transport),
            None => self.built_in_blocking()?,
        };
        let io = self.with(transport, blocking_scheduler()?);
        Ok(self.blocking.get_or_init(|| io))
    }

    /// The scheduler that was set goes before the one that the transport brings, and that before the usual one.
    fn with(&self, transport: Arc<dyn Transport>, usual: Arc<dyn Scheduler>) -> Io {
        let scheduler = self.scheduler.clone().or_else(|| transport.scheduler()).unwrap_or(usual);
        Io::from_parts(transport, scheduler, Arc::clone(&self.clock))
    }

    #[cfg(feature = "reqwest")]
    fn built_in(&self) -> Result<Arc<dyn Transport>> {
        self.check_tls()?;
        Ok(Arc::new(crate::transport::ReqwestTransport::with_settings(&self.settings)?))
    }

    #[cfg(not(feature = "reqwest"))]
    fn built_in(&self) -> Result<Arc<dyn Transport>> {
        Err(none("enable the features `reqwest` and `rustls` for the built-in one of calls that are awaited"))
    }

    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    fn built_in_blocking(&self) -> Result<Arc<dyn Transport>> {
        self.check_tls()?;
        Ok(Arc::new(crate::transport::UreqTransport::with_settings(&self.settings)?))
    }

    #[cfg(not(all(feature = "blocking", not(target_arch = "wasm32"))))]
    fn built_in_blocking(&self) -> Result<Arc<dyn Transport>> {
        Err(none("enable the features `blocking` and `rustls` for the built-in one of calls that block"))
    }

    /// The libraries would only tell with the first request, and in words that do not help.
    #[cfg_attr(not(any(feature = "reqwest", feature = "blocking")), expect(dead_code))]
    fn check_tls(&self) -> Result<()> {
        if !self.needs_tls || cfg!(feature = "rustls") || cfg!(target_arch = "wasm32") {
            return Ok(());
        }
        let message = "the endpoint needs TLS, and the built-in transport was compiled without it: enable the feature \
                       `rustls`, or pass a transport of your own to `Config::transport`";
        Err(Error::local(ErrorKind::Configuration, message))
    }
}

impl std::fmt::Debug for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.awaited.get().or_else(|| self.blocking.get()) {
            Some(io) => io.fmt(f),
            None => self.given.fmt(f),
        }
    }
}

fn none(what: &str) -> Error {
    let message = format!("no transport: {what}, or pass one to `Config::transport`");
    Error::local(ErrorKind::Configuration, message)
}

#[cfg(all(feature = "reqwest", not(target_arch = "wasm32")))]
fn default_scheduler() -> Result<Arc<dyn Scheduler>> {
    Ok(Arc::new(crate::io::TokioScheduler))
}

#[cfg(all(not(feature = "reqwest"), not(target_arch = "wasm32")))]
fn default_scheduler() -> Result<Arc<dyn Scheduler>> {
    blocking_scheduler()
}

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
fn default_scheduler() -> Result<Arc<dyn Scheduler>> {
    Ok(Arc::new(crate::io::BrowserScheduler))
}

#[cfg(all(target_arch = "wasm32", not(target_os = "unknown")))]
fn default_scheduler() -> Result<Arc<dyn Scheduler>> {
    blocking_scheduler()
}

#[cfg(not(target_arch = "wasm32"))]
fn blocking_scheduler() -> Result<Arc<dyn Scheduler>> {
    Ok(Arc::new(crate::io::ThreadScheduler))
}

#[cfg(target_arch = "wasm32")]
fn blocking_scheduler() -> Result<Arc<dyn Scheduler>> {
    let message = "this target has no threads: pass a scheduler to `Config::scheduler`";
    Err(Error::local(ErrorKind::Configuration, message))
}
