use super::address::Address;
use super::choice::{Choice, Proxy};
use super::exceptions::Exceptions;
use crate::credentials::Environment;
use crate::error::{Error, ErrorKind, Result};

/// What a [`Proxy`] comes to.
#[derive(Clone, Debug, Default)]
pub(in crate::transport) struct Routes {
    http: Option<Address>,
    https: Option<Address>,
    exceptions: Exceptions,
}

impl Routes {
    /// # Errors
    /// [`ErrorKind::Configuration`]: an address cannot be used.
    pub(in crate::transport) fn new(proxy: &Proxy, environment: &dyn Environment) -> Result<Self> {
        match &proxy.0 {
            Choice::Direct => Ok(Self::default()),
            Choice::Given { address, exceptions } => {
                let address = Address::parse(address.expose())
                    .map_err(|reason| unusable(&format!("the proxy's address cannot be used: {reason}")))?;
                let exceptions = Exceptions::parse(exceptions);
                Ok(Self { http: Some(address.clone()), https: Some(address), exceptions })
            }
            Choice::Environment => {
                let all = first(environment, &["ALL_PROXY", "all_proxy"])?;
                // To programs that a web server runs, `HTTP_PROXY` is a header of the request they answer.
                let is_script = environment.var("REQUEST_METHOD").is_some();
                let http: &[&str] = if is_script { &["http_proxy"] } else { &["HTTP_PROXY", "http_proxy"] };
                Ok(Self {
                    http: first(environment, http)?.or_else(|| all.clone()),
                    https: first(environment, &["HTTPS_PROXY", "https_proxy"])?.or(all),
                    exceptions: value(environment, &["NO_PROXY", "no_proxy"])
                        .map(|(_, hosts)| Exceptions::parse(&hosts))
                        .unwrap_or_default(),
                })
            }
        }
    }

    /// The proxy through which to reach `host`; `None` is directly.
    pub(in crate::transport) fn proxy(&self, scheme: &str, host: &str) -> Option<&Address> {
        let address = if scheme == "https" { self.https.as_ref() } else { self.http.as_ref() };
        address.filter(|_| !self.exceptions.contain(host))
    }

    /// Every proxy that may be used.
    pub(in crate::transport) fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.http.iter().chain(&self.https)
    }
}

/// The first of the variables that holds something.
fn value<'a>(environment: &dyn Environment, names: &[&'a str]) -> Option<(&'a str, String)> {
    names.iter().find_map(|name| {
        let value = environment.var(name).filter(|value| !value.trim().is_empty())?;
        Some((*name, value))
    })
}

fn first(environment: &dyn Environment, names: &[&str]) -> Result<Option<Address>> {
    let Some((name, text)) = value(environment, names) else { return Ok(None) };
    match Address::parse(&text) {
        Ok(address) => Ok(Some(address)),
        Err(reason) => Err(unusable(&format!(
            "the proxy's address in `{name}` cannot be used: {reason}; correct it, or switch proxies off with \
             `Config::no_proxy`"
        ))),
    }
}

fn unusable(message: &str) -> Error {
    Error::local(ErrorKind::Configuration, message)
}
