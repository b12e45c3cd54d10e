use crate::credentials::Secret;
use std::fmt;

/// Through which proxy the built-in transports send: the one that the environment names, unless another is chosen with
/// [`Config::proxy`](crate::Config::proxy) or [`Config::no_proxy`](crate::Config::no_proxy).
///
/// This machine itself (`localhost`, `127.0.0.0/8`, `::1`) and the metadata server `100.100.100.200` are never asked
/// through a proxy.
///
/// ```
/// use alicloud_runtime::transport::Proxy;
///
/// let proxy = Proxy::new("http://user:password@proxy.example:3128").except("internal.example, 10.0.0.0/8");
/// assert!(!format!("{proxy:?}").contains("password@"));
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct Proxy(pub(super) Choice);

#[derive(Clone, Default)]
pub(super) enum Choice {
    #[default]
    Environment,
    Direct,
    Given {
        address: Secret,
        exceptions: String,
    },
}

impl Proxy {
    /// The proxy that the environment names when the client is made: `HTTPS_PROXY` for addresses with `https`,
    /// `HTTP_PROXY` for those with `http`, else `ALL_PROXY`, but for the hosts in `NO_PROXY`. Names in lower case
    /// count too.
    pub fn from_environment() -> Self {
        Self(Choice::Environment)
    }

    /// No proxy, whatever the environment says.
    pub fn none() -> Self {
        Self(Choice::Direct)
    }

    /// This proxy for all hosts: `http://host:port`, `https://host:port`, `socks5://host:port` or
    /// `socks5h://host:port` (which leaves it to the proxy to resolve names), with `user:password@` before the host
    /// where the proxy asks for it. Checked when the client is made.
    pub fn new(address: impl Into<String>) -> Self {
        Self(Choice::Given { address: Secret::new(address), exceptions: String::new() })
    }

    /// Asks these hosts directly, in the syntax of `NO_PROXY`: names, which include the names below them, addresses,
    /// networks such as `10.0.0.0/8`, or `*`, with commas between them. Does nothing unless a proxy is given with
    /// [`Proxy::new`].
    pub fn except(mut self, hosts: impl Into<String>) -> Self {
        if let Choice::Given { exceptions, .. } = &mut self.0 {
            *exceptions = hosts.into();
        }
        self
    }
}

impl From<&str> for Proxy {
    fn from(address: &str) -> Self {
        Self::new(address)
    }
}

impl From<String> for Proxy {
    fn from(address: String) -> Self {
        Self::new(address)
    }
}

impl fmt::Debug for Proxy {
    /// Does not show the address: it may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Choice::Environment => f.write_str("Proxy::from_environment()"),
            Choice::Direct => f.write_str("Proxy::none()"),
            Choice::Given { address, exceptions } => {
                f.debug_struct("Proxy").field("address", address).field("except", exceptions).finish()
            }
        }
    }
}
