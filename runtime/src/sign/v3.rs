use super::Algorithm;
use hmac::digest::InvalidLength;
use http::{HeaderMap, HeaderValue};
use std::borrow::Cow;

/// A request in the form that is signed (`docs/wire.md`, "V3 signature").
#[derive(Clone)]
pub(crate) struct Canonical {
    /// The canonical request.
    pub(crate) request: String,
    /// Names of the signed headers, sorted and joined with `;`.
    pub(crate) signed_headers: String,
}

/// Lower-case hexadecimal hash of the exact body bytes.
pub(crate) fn payload_hash(algorithm: Algorithm, body: &[u8]) -> String {
    algorithm.hash(body)
}

/// The text that the signature is computed from.
pub(crate) fn string_to_sign(algorithm: Algorithm, canonical: &Canonical) -> String {
    format!("{}\n{}", algorithm.name(), algorithm.hash(canonical.request.as_bytes()))
}

/// Only these are signed: a proxy may rewrite any other header.
fn is_signed(name: &str) -> bool {
    name == "host" || name == "content-type" || name.starts_with("x-acs-")
}

impl Canonical {
    /// Puts a request into canonical form. `path` and `query` are as sent.
    pub(crate) fn new(
        method: &str,
        path: &str,
        query: &str,
        headers: &HeaderMap,
        payload_hash: &str,
    ) -> Self {
        let mut names: Vec<&str> =
            headers.keys().map(|name| name.as_str()).filter(|name| is_signed(name)).collect();
        names.sort_unstable();
        let signed_headers = names.join(";");
        let path = if path.is_empty() { "/" } else { path };
        let mut request = format!("{method}\n{path}\n{query}\n");
        for name in names {
            for part in [name, ":", &value(headers, name), "\n"] {
                request.push_str(part);
            }
        }
        for part in ["\n", &signed_headers, "\n", payload_hash] {
            request.push_str(part);
        }
        Self { request, signed_headers }
    }
}

/// A header's values, trimmed; several are sorted and joined with commas.
fn value<'a>(headers: &'a HeaderMap, name: &str) -> Cow<'a, str> {
    let mut values = headers.get_all(name).iter().map(trimmed);
    let first = values.next().unwrap_or_default();
    let mut all: Vec<Cow<'_, str>> = values.collect();
    if all.is_empty() {
        return first;
    }
    all.push(first);
    all.sort_unstable();
    all.join(",").into()
}

fn trimmed(value: &HeaderValue) -> Cow<'_, str> {
    match String::from_utf8_lossy(value.as_bytes()) {
        Cow::Borrowed(text) => text.trim().into(),
        Cow::Owned(text) => text.trim().to_owned().into(),
    }
}

/// Value of the `Authorization` header.
///
/// # Errors
/// The MAC refuses the key. HMAC takes keys of every length, so this does not happen.
pub(crate) fn sign(
    algorithm: Algorithm,
    canonical: &Canonical,
    access_key_id: &str,
    secret: &str,
) -> Result<String, InvalidLength> {
    let signature = algorithm.mac(secret.as_bytes(), string_to_sign(algorithm, canonical).as_bytes())?;
    let (name, headers) = (algorithm.name(), &canonical.signed_headers);
    Ok(format!("{name} Credential={access_key_id},SignedHeaders={headers},Signature={signature}"))
}
