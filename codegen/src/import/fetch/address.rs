use ureq::http::Uri;
use ureq::http::uri::Scheme;

/// Whether a text is an address and no path.
pub(super) fn is_address(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    lower.starts_with("http://") || lower.starts_with("https://")
}

/// An address without what must not be shown: a password in it.
pub(super) fn shown(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    match rest.get(..end).and_then(|authority| authority.rfind('@')) {
        Some(at) => format!("{scheme}://{}", rest.get(at + 1..).unwrap_or_default()),
        None => address.to_owned(),
    }
}

/// Host and port of an address; the port also where the address leaves it to the scheme.
pub(super) fn host(address: &Uri) -> (String, u16) {
    let usual = if address.scheme() == Some(&Scheme::HTTP) { 80 } else { 443 };
    let host = address.host().unwrap_or_default().to_ascii_lowercase();
    (host, address.port_u16().unwrap_or(usual))
}

/// Where a reply from an address points to. `None` where that cannot be read.
pub(super) fn pointed(from: &Uri, location: &str) -> Option<Uri> {
    let location = location.split('#').next().unwrap_or_default().trim();
    if is_address(location) {
        return location.parse().ok();
    }
    let scheme = from.scheme_str()?;
    let authority = from.authority()?;
    let path = from.path();
    let folder = path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or("/");
    let whole = match location {
        "" => return None,
        other if other.starts_with("//") => format!("{scheme}:{other}"),
        other if other.starts_with('/') => format!("{scheme}://{authority}{other}"),
        other if other.starts_with('?') => format!("{scheme}://{authority}{path}{other}"),
        // Another scheme, such as `file:`.
        other if other.split(['/', '?']).next().is_some_and(|first| first.contains(':')) => return None,
        other => format!("{scheme}://{authority}{folder}{other}"),
    };
    whole.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locations_are_taken_from_where_they_were_found() {
        let from: Uri = "https://one.example/meta/v1/a.json?language=EN_US".parse().unwrap();
        for (location, expected) in [
            ("https://two.example/x", Some("https://two.example/x")),
            ("/x?y=1#z", Some("https://one.example/x?y=1")),
            ("b.json", Some("https://one.example/meta/v1/b.json")),
            ("?language=ZH_CN", Some("https://one.example/meta/v1/a.json?language=ZH_CN")),
            ("//two.example/x", Some("https://two.example/x")),
            ("file:///etc/passwd", None),
            ("", None),
        ] {
            let found = pointed(&from, location).map(|address| address.to_string());
            assert_eq!(found.as_deref(), expected, "{location}");
        }
    }

    #[test]
    fn passwords_are_not_shown() {
        assert_eq!(shown("https://me:secret@one.example/a@b"), "https://one.example/a@b");
        assert_eq!(shown("https://one.example/a@b"), "https://one.example/a@b");
    }
}
