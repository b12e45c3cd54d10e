use super::Algorithm;
use hmac::digest::InvalidLength;
use http::HeaderMap;

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
        let lines: String = names.iter().map(|name| format!("{name}:{}\n", value(headers, name))).collect();
        let signed_headers = names.join(";");
        let path = if path.is_empty() { "/" } else { path };
        let request = format!("{method}\n{path}\n{query}\n{lines}\n{signed_headers}\n{payload_hash}");
        Self { request, signed_headers }
    }
}

/// A header's values, trimmed; several are sorted and joined with commas.
fn value(headers: &HeaderMap, name: &str) -> String {
    let mut values: Vec<String> = headers
        .get_all(name)
        .iter()
        .map(|value| String::from_utf8_lossy(value.as_bytes()).trim().to_owned())
        .collect();
    values.sort_unstable();
    values.join(",")
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
