use crate::credentials::ProcessEnvironment;
use crate::error::{Error, ErrorKind, Result};
use crate::transport::proxy::Routes;
use crate::transport::{Settings, within_reason};
use ::ureq::Agent;

/// As many connections as there are threads that call at once, within reason.
const IDLE_CONNECTIONS: usize = 128;

pub(super) fn agent(settings: &Settings) -> Result<Agent> {
    let builder = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .proxy(None)
        .max_idle_age(within_reason(settings.idle))
        .max_idle_connections(IDLE_CONNECTIONS)
        .max_idle_connections_per_host(IDLE_CONNECTIONS);
    #[cfg(feature = "rustls")]
    let builder = builder.tls_config(super::tls::configuration(&settings.root_certificates)?);
    #[cfg(not(feature = "rustls"))]
    if !settings.root_certificates.is_empty() {
        return Err(crate::transport::certificates::without_tls());
    }
    Ok(builder.build().new_agent())
}

/// Which proxy leads where, all of them such that ureq can use them.
pub(super) fn routes(settings: &Settings) -> Result<Routes> {
    let routes = Routes::new(&settings.proxy, &ProcessEnvironment)?;
    for address in routes.addresses() {
        if ::ureq::Proxy::new(address.expose()).is_err() {
            let message = format!(
                "the proxy's address {address:?} cannot be used: it has to look like `http://host:port`"
            );
            return Err(Error::local(ErrorKind::Configuration, message));
        }
    }
    Ok(routes)
}
