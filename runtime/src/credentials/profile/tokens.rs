use http::Uri;
use std::net::IpAddr;
use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds since 1970: how files say when a token expires.
pub(super) fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

/// Whether a token can be sent there: over TLS, or without leaving this machine.
pub(super) fn is_confidential(uri: &Uri) -> bool {
    match uri.scheme_str() {
        Some("https") => true,
        Some("http") => {
            let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
            host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_confidential;

    #[test]
    fn tokens_leave_the_machine_over_tls_only() {
        let is = |text: &str| is_confidential(&text.parse().unwrap());
        assert!(
            is("https://signin.example/x")
                && is("http://127.0.0.1:80/x")
                && is("http://[::1]/")
                && is("http://localhost/")
        );
        assert!(
            !is("http://signin.example/")
                && !is("http://127.0.0.1.example/")
                && !is("ftp://127.0.0.1/")
                && !is("/x")
        );
    }
}
