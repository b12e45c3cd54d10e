use crate::error::{Error, ErrorKind};
use crate::operation::{Product, Protocol};
use crate::suggest::did_you_mean;
use http::uri::Authority;
use std::fmt;

/// Scheme, host and, where it is not the scheme's own, port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint {
    pub(crate) protocol: Protocol,
    /// `host` or `host:port`: the value of the `host` header.
    pub(crate) authority: String,
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.protocol.scheme(), self.authority)
    }
}

impl Endpoint {
    /// The endpoint that was given, else the one of the region (`docs/wire.md`, "Endpoints").
    ///
    /// # Errors
    /// [`ErrorKind::Endpoint`]: malformed, or no host is known for the region. No host is ever guessed.
    pub(crate) fn resolve(product: &Product, region: &str, given: Option<&str>) -> Result<Self, Error> {
        match given {
            Some(text) => Self::parse(product, text),
            None => Self::of_region(product, region),
        }
    }

    /// The endpoint with labels in front of its host, each with its dot.
    ///
    /// # Errors
    /// [`ErrorKind::Endpoint`]: the host is an address, which has no labels.
    pub(crate) fn with_labels(&self, labels: &str) -> Result<Self, Error> {
        if labels.is_empty() {
            return Ok(self.clone());
        }
        let host = self.authority.rsplit_once(':').map_or(self.authority.as_str(), |(host, _)| host);
        if self.authority.starts_with('[') || host.parse::<std::net::Ipv4Addr>().is_ok() {
            let message = format!(
                "the operation puts a label in front of the endpoint's host, which {self} cannot have; use a name, see \
                 `Config::endpoint`"
            );
            return Err(Error::local(ErrorKind::Endpoint, message));
        }
        Ok(Self { authority: format!("{labels}{}", self.authority), ..self.clone() })
    }

    fn of_region(product: &Product, region: &str) -> Result<Self, Error> {
        let known = product.endpoints();
        match known.iter().find(|(name, _)| *name == region) {
            Some((_, host)) => Self::new(product.protocol(), host),
            None => {
                let message = format!(
                    "no endpoint is known for region `{}`{}; a region that is not listed is called by its host, see \
                     `Config::endpoint`",
                    region.escape_debug(),
                    did_you_mean(region, known.iter().map(|(name, _)| *name)),
                );
                Err(Error::builder(ErrorKind::Endpoint).product(product.code()).message(message).build())
            }
        }
    }

    fn parse(product: &Product, text: &str) -> Result<Self, Error> {
        let (protocol, rest) = match text.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => (Protocol::Https, rest),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => (Protocol::Http, rest),
            Some(_) => return Err(malformed(text, "the scheme must be http or https")),
            None => (product.protocol(), text),
        };
        Self::new(protocol, rest.strip_suffix('/').unwrap_or(rest))
            .map_err(|_| malformed(text, "expected `host`, `host:port` or `https://host:port`"))
    }

    /// Only what is certainly a host and a port gets through: both end up in a header and in an address.
    fn new(protocol: Protocol, authority: &str) -> Result<Self, Error> {
        let parsed: Option<Authority> = authority.parse().ok();
        let valid = parsed.filter(|parsed| {
            let host = parsed.host();
            let inner = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
            let host_is_valid = match inner {
                Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
                None => {
                    !host.is_empty()
                        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
                }
            };
            let rest = authority.strip_prefix(host);
            // `Authority` lets user names and odd ports through.
            let port_is_valid = match rest.map(|rest| rest.strip_prefix(':')) {
                Some(None) => rest == Some(""),
                Some(Some(port)) => {
                    port.parse::<u16>().is_ok_and(|number| number > 0 && !port.starts_with('+'))
                }
                None => false,
            };
            host_is_valid && port_is_valid
        });
        let parsed = valid.ok_or_else(|| malformed(authority, "expected `host` or `host:port`"))?;
        let default_port = match protocol {
            Protocol::Https => 443,
            Protocol::Http => 80,
        };
        // HTTP stacks drop the scheme's own port from the `host` header, and that header is signed.
        let authority = match parsed.port_u16() {
            Some(port) if port != default_port => format!("{}:{port}", parsed.host()),
            _ => parsed.host().to_owned(),
        };
        Ok(Self { protocol, authority: authority.to_ascii_lowercase() })
    }
}

fn malformed(text: &str, reason: &str) -> Error {
    Error::local(ErrorKind::Endpoint, format!("`{}` is no endpoint: {reason}", printable(text)))
}

/// An endpoint as it may be printed. What is given by mistake may be anything; before an `@` it is a password.
pub(crate) fn printable(text: &str) -> String {
    let visible = text.rsplit('@').next().unwrap_or_default();
    let hidden = if visible.len() < text.len() { "[redacted]@" } else { "" };
    let visible: String = visible.chars().take(100).collect();
    format!("{hidden}{}", visible.escape_debug())
}
