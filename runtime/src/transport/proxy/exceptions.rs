use std::net::{IpAddr, Ipv4Addr};

/// Where the credentials of a machine in the cloud come from. A proxy would be given other ones.
const METADATA_SERVER: IpAddr = IpAddr::V4(Ipv4Addr::new(100, 100, 100, 200));

/// The hosts that are asked without a proxy.
#[derive(Clone, Debug, Default)]
pub(super) struct Exceptions(Vec<Rule>);

#[derive(Clone, Debug)]
enum Rule {
    Everything,
    /// In lower case, without a dot at its beginning: the name itself and those below it.
    Domain(String),
    /// The first so many bits are those of the address.
    Network(IpAddr, u32),
}

impl Exceptions {
    /// From the syntax of `NO_PROXY`.
    pub(super) fn parse(text: &str) -> Self {
        Self(text.split([',', ' ']).map(str::trim).filter(|rule| !rule.is_empty()).map(rule).collect())
    }

    /// Whether `host`, a name or an address (with `[]` around one of version 6), is asked without a proxy.
    pub(super) fn contain(&self, host: &str) -> bool {
        let host = bare(host);
        match host.parse::<IpAddr>().map(|address| address.to_canonical()) {
            Ok(address) => {
                address.is_loopback()
                    || address == METADATA_SERVER
                    || self.0.iter().any(|rule| match rule {
                        Rule::Everything => true,
                        Rule::Network(network, length) => is_within(address, *network, *length),
                        Rule::Domain(_) => false,
                    })
            }
            Err(_) => {
                let host = host.trim_end_matches('.').to_ascii_lowercase();
                is_below(&host, "localhost")
                    || self.0.iter().any(|rule| match rule {
                        Rule::Everything => true,
                        Rule::Domain(domain) => is_below(&host, domain),
                        Rule::Network(..) => false,
                    })
            }
        }
    }
}

fn rule(text: &str) -> Rule {
    if text == "*" {
        return Rule::Everything;
    }
    let (address, length) =
        text.split_once('/').map_or((text, None), |(address, length)| (address, Some(length)));
    if let Ok(address) = bare(address).parse::<IpAddr>() {
        let all = if address.is_ipv4() { 32 } else { 128 };
        // A length that is no number excepts the one address.
        let length = length.and_then(|length| length.parse().ok()).unwrap_or(all).min(all);
        return Rule::Network(address, length);
    }
    Rule::Domain(text.trim_start_matches('*').trim_start_matches('.').to_ascii_lowercase())
}

fn bare(host: &str) -> &str {
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host)
}

fn is_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn is_within(address: IpAddr, network: IpAddr, length: u32) -> bool {
    match (address, network) {
        (IpAddr::V4(a), IpAddr::V4(b)) => {
            (a.to_bits() ^ b.to_bits()).checked_shr(32 - length).unwrap_or(0) == 0
        }
        (IpAddr::V6(a), IpAddr::V6(b)) => {
            (a.to_bits() ^ b.to_bits()).checked_shr(128 - length).unwrap_or(0) == 0
        }
        _ => false,
    }
}
