use crate::credentials::ProcessEnvironment;
use crate::error::{Error, ErrorKind, Result};
use crate::transport::proxy::Routes;
use crate::transport::{Settings, within_reason};
use ::reqwest::redirect::Policy;
use ::reqwest::{Client, ClientBuilder, Proxy};

pub(super) fn client(settings: &Settings) -> Result<Client> {
    let timeouts = settings.timeouts.within_reason();
    let mut builder = Client::builder()
        .redirect(Policy::none())
        .referer(false)
        .pool_idle_timeout(within_reason(settings.idle));
    if let Some(connect) = timeouts.connect {
        builder = builder.connect_timeout(connect);
    }
    if let Some(read) = timeouts.read {
        builder = builder.read_timeout(read);
    }
    builder = with_proxies(builder, Routes::new(&settings.proxy, &ProcessEnvironment)?)?;
    builder = with_certificates(builder, &settings.root_certificates)?;
    builder.build().map_err(|error| {
        let message = format!(
            "the built-in transport cannot be set up: {}; to set it up yourself, pass a `reqwest::Client` to \
             `ReqwestTransport::from` and the result to `Config::transport`",
            super::failure::innermost(&error)
        );
        Error::builder(ErrorKind::Configuration).message(message).source(error).build()
    })
}

fn with_proxies(builder: ClientBuilder, routes: Routes) -> Result<ClientBuilder> {
    // Otherwise reqwest reads the environment too.
    let builder = builder.no_proxy();
    for address in routes.addresses() {
        // The error may show the address and its password, so it is left out.
        if Proxy::all(address.expose()).is_err() {
            let message = format!(
                "the proxy's address {address:?} cannot be used: it has to look like `http://host:port`"
            );
            return Err(Error::local(ErrorKind::Configuration, message));
        }
    }
    if routes.addresses().next().is_none() {
        return Ok(builder);
    }
    Ok(builder.proxy(Proxy::custom(move |url| {
        routes.proxy(url.scheme(), url.host_str()?).map(|address| address.expose().to_owned())
    })))
}

#[cfg(feature = "rustls")]
fn with_certificates(builder: ClientBuilder, texts: &[String]) -> Result<ClientBuilder> {
    let mut certificates = Vec::new();
    for text in texts {
        match ::reqwest::Certificate::from_pem_bundle(text.as_bytes()) {
            Ok(found) if !found.is_empty() => certificates.extend(found),
            _ => return Err(crate::transport::certificates::unusable()),
        }
    }
    Ok(if certificates.is_empty() { builder } else { builder.tls_certs_merge(certificates) })
}

#[cfg(not(feature = "rustls"))]
fn with_certificates(builder: ClientBuilder, texts: &[String]) -> Result<ClientBuilder> {
    if texts.is_empty() { Ok(builder) } else { Err(crate::transport::certificates::without_tls()) }
}
