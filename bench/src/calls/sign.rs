//! A signed request as somebody writes it who needs this one operation: the V3 signature by hand.

use std::fmt::Write;
use std::time::SystemTime;

use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sha2::{Digest, Sha256};

use super::parameters::{
    ACTION, CRITERIA, CURRENT_PAGE, KEY_ID, KEY_SECRET, LANGUAGE, PAGE_SIZE, REGION, VERSION,
};
use crate::error::{Error, Result};

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The hash of a body without bytes.
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// A signed request without a body.
pub(super) struct Signed {
    /// The encoded query.
    pub(super) query: String,
    /// All headers but those that an HTTP library adds.
    pub(super) headers: [(&'static str, String); 9],
}

/// Builds and signs the request.
///
/// # Errors
///
/// The key cannot be used, which does not happen.
pub(super) fn request(host: &str, now: SystemTime, nonce: String) -> Result<Signed> {
    let (page, size) = (CURRENT_PAGE.to_string(), PAGE_SIZE.to_string());
    // Sorted by name, as they are signed.
    let pairs = [
        ("Criteria", CRITERIA),
        ("CurrentPage", page.as_str()),
        ("Lang", LANGUAGE),
        ("PageSize", size.as_str()),
        ("RegionId", REGION),
    ];
    let mut query = String::with_capacity(256);
    for (name, value) in pairs {
        let separator = if query.is_empty() { "" } else { "&" };
        write!(query, "{separator}{name}={}", utf8_percent_encode(value, RESERVED)).map_err(failed)?;
    }
    let date = humantime::format_rfc3339_seconds(now).to_string();
    let signed = "host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;\
                  x-acs-version";
    let canonical = format!(
        "POST\n/\n{query}\nhost:{host}\nx-acs-action:{ACTION}\nx-acs-content-sha256:{EMPTY}\n\
         x-acs-credentials-provider:static_ak\nx-acs-date:{date}\nx-acs-signature-nonce:{nonce}\n\
         x-acs-version:{VERSION}\n\n{signed}\n{EMPTY}"
    );
    let text = format!("ACS3-HMAC-SHA256\n{}", hex(&Sha256::digest(canonical.as_bytes())));
    let mut mac = Hmac::<Sha256>::new_from_slice(KEY_SECRET.as_bytes()).map_err(failed)?;
    mac.update(text.as_bytes());
    let signature = hex(&mac.finalize().into_bytes());
    let authorization =
        format!("ACS3-HMAC-SHA256 Credential={KEY_ID},SignedHeaders={signed},Signature={signature}");
    Ok(Signed {
        query,
        headers: [
            ("host", host.to_owned()),
            ("x-acs-action", ACTION.to_owned()),
            ("x-acs-content-sha256", EMPTY.to_owned()),
            ("x-acs-credentials-provider", "static_ak".to_owned()),
            ("x-acs-date", date),
            ("x-acs-signature-nonce", nonce),
            ("x-acs-version", VERSION.to_owned()),
            ("accept", "application/json".to_owned()),
            ("authorization", authorization),
        ],
    })
}

/// The request of this moment, with a nonce of its own.
///
/// # Errors
///
/// The system gives no random numbers.
pub(super) fn request_now(host: &str) -> Result<Signed> {
    let mut nonce = [0_u8; 16];
    getrandom::fill(&mut nonce).map_err(failed)?;
    request(host, SystemTime::now(), hex(&nonce))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from(if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 });
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::new(format!("signing by hand: {error}"))
}
