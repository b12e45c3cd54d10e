use crate::credentials::Secret;
use http::Uri;
use std::fmt;

/// A proxy's address, checked.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::transport) struct Address {
    text: Secret,
    /// Without user and password.
    shown: String,
}

impl Address {
    /// # Errors
    /// What is wrong with it, without a word of the address itself.
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        let text = text.trim();
        let text = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
        let uri: Uri = text.parse().map_err(|_| "it has to look like `http://host:port`")?;
        let scheme = uri.scheme_str().unwrap_or_default();
        match scheme {
            "http" | "socks5" | "socks5h" => {}
            "https" if cfg!(feature = "rustls") => {}
            "https" => return Err("one behind `https` needs the feature `rustls`"),
            _ => return Err("it has to begin with `http://`, `https://`, `socks5://` or `socks5h://`"),
        }
        let host = uri.host().unwrap_or_default();
        if host.is_empty() {
            return Err("it names no host");
        }
        let port = uri.port_u16().map(|port| format!(":{port}")).unwrap_or_default();
        let end = uri.authority().map(|authority| authority.as_str()).unwrap_or_default();
        if !end.ends_with(&format!("{host}{port}")) {
            return Err("its port is no number up to 65535");
        }
        let shown = format!("{scheme}://{host}{port}");
        Ok(Self { text: Secret::new(text), shown })
    }

    /// All of it, password included.
    pub(in crate::transport) fn expose(&self) -> &str {
        self.text.expose()
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}
