use crate::error::{Error, ErrorKind, Result};
use crate::transport::certificates;
use ::ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use std::sync::Arc;

/// The certificates that the system trusts, and these. One cryptographic library serves both built-in transports.
///
/// The list is made once: ureq sets up TLS anew for every connection, and the platform's verifier would read it each
/// time.
pub(super) fn configuration(texts: &[String]) -> Result<TlsConfig> {
    let mut roots = system();
    for text in texts {
        let own = own(text)?;
        roots.extend(own);
    }
    if roots.is_empty() {
        let message = "the built-in transport cannot be set up: the system has no root certificates; install them, or \
                       pass some to `Config::root_certificate`";
        return Err(Error::local(ErrorKind::Configuration, message));
    }
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let roots = RootCerts::from(roots);
    Ok(TlsConfig::builder().root_certs(roots).unversioned_rustls_crypto_provider(provider).build())
}

fn system() -> Vec<Certificate<'static>> {
    let found = rustls_native_certs::load_native_certs().certs;
    found.iter().map(|certificate| Certificate::from_der(certificate).to_owned()).collect()
}

fn own(text: &str) -> Result<Vec<Certificate<'static>>> {
    let items: Result<Vec<_>, _> = parse_pem(text.as_bytes()).collect();
    let items = items.map_err(|_| certificates::unusable())?;
    let own = items.into_iter().filter_map(|item| match item {
        PemItem::Certificate(certificate) => Some(certificate),
        _ => None,
    });
    let own: Vec<_> = own.collect();
    if own.is_empty() { Err(certificates::unusable()) } else { Ok(own) }
}
