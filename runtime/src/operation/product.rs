/// One version of one product: what all its operations share.
#[derive(Debug)]
pub struct Product {
    code: &'static str,
    version: &'static str,
    protocol: Protocol,
    endpoints: &'static [(&'static str, &'static str)],
}

/// Scheme of a product's endpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// TLS.
    Https,
    /// Plain text.
    Http,
}

impl Protocol {
    /// Scheme of an address, without `://`.
    pub const fn scheme(self) -> &'static str {
        match self {
            Self::Https => "https",
            Self::Http => "http",
        }
    }
}

impl Product {
    /// A product with its code, API version, scheme and hosts by region, sorted by region.
    pub const fn new(
        code: &'static str,
        version: &'static str,
        protocol: Protocol,
        endpoints: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { code, version, protocol, endpoints }
    }

    /// Product code, for example `Sas`.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// API version, sent as `x-acs-version`.
    pub const fn version(&self) -> &'static str {
        self.version
    }

    /// Scheme of the endpoints.
    pub const fn protocol(&self) -> Protocol {
        self.protocol
    }

    /// Regions with their hosts, sorted by region.
    pub const fn endpoints(&self) -> &'static [(&'static str, &'static str)] {
        self.endpoints
    }
}
