use super::options::Options;
use super::overlay::Overlay;
use super::surroundings::Surroundings;
use crate::client::{CallOptions, Config};
use crate::credentials::{Anonymous, CliProfile, Credentials, Environment, IniProfile, variable};
use crate::error::Result;
use crate::operation::{Descriptor, Security};
use crate::retry::Backoff;
use std::sync::Arc;

const ID: &str = "ALIBABA_CLOUD_ACCESS_KEY_ID";
const SECRET: &str = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
const TOKEN: &str = "ALIBABA_CLOUD_SECURITY_TOKEN";

/// The client's configuration: what the environment says, and the options over it.
pub(super) fn configuration(
    operation: &Descriptor,
    options: &Options,
    surroundings: &Surroundings<'_>,
) -> Result<Config> {
    let mut overlay = Overlay::new(Arc::clone(&surroundings.environment));
    if let Some(region) = &options.region {
        overlay.set("ALIBABA_CLOUD_REGION_ID", region);
    }
    if let Some(profile) = &options.profile {
        overlay.set("ALIBABA_CLOUD_PROFILE", profile);
    }
    let mut config = credentials(operation, options, Arc::new(overlay))?;
    if let Some(endpoint) = &options.endpoint {
        config = config.endpoint(endpoint);
    }
    if let Some(timeout) = options.timeout {
        config = config.total_timeout(timeout).read_timeout(timeout);
    }
    match options.retries {
        Some(0) => config = config.retry(Backoff::never()),
        Some(retries) => config = config.retry(Backoff::default().attempts(retries.saturating_add(1))),
        None => {}
    }
    if let Some(date) = options.date {
        config = config.clock(move || date);
    }
    if let Some(nonce) = options.nonce.clone() {
        config = config.nonce(move || Ok(nonce.clone()));
    }
    Ok((surroundings.configure)(config))
}

/// Who names a profile wants that one and no other credentials, whatever else the environment has.
fn credentials(operation: &Descriptor, options: &Options, environment: Arc<Overlay>) -> Result<Config> {
    if operation.security_ways() == [Security::Anonymous] {
        return Config::in_environment(&*environment, Anonymous);
    }
    if options.profile.is_some() {
        let cli = CliProfile::with(Arc::clone(&environment));
        let Err(error) = cli.check() else { return Config::in_environment(&*environment, cli) };
        let ini = IniProfile::with(Arc::clone(&environment));
        return if ini.check().is_ok() { Config::in_environment(&*environment, ini) } else { Err(error) };
    }
    match key(&*environment) {
        Some(key) => Config::in_environment(&*environment, key),
        None => Config::from_environment(environment),
    }
}

/// The key in the environment, as one that was given: what it signs then depends on nothing but the key, the
/// arguments, date and nonce.
fn key(environment: &dyn Environment) -> Option<Credentials> {
    let (id, secret) = (variable(environment, ID)?, variable(environment, SECRET)?);
    let token = variable(environment, TOKEN).unwrap_or_default();
    Some(Credentials::new(id, secret).with_security_token(token))
}

/// What each call does differently.
pub(super) fn call_options(options: &Options) -> CallOptions {
    let mut each = CallOptions::new();
    for (name, value) in &options.header {
        each = each.header(name, value);
    }
    for (name, value) in &options.query {
        each = each.query(name, value);
    }
    each
}
