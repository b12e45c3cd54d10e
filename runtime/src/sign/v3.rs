use super::hex::hex;
use hmac::digest::InvalidLength;
use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use sha2::{Digest, Sha256};

/// The algorithm's name, as it stands in the string to sign and in `Authorization`.
pub(crate) const ALGORITHM: &str = "ACS3-HMAC-SHA256";

/// A request in the form that is signed (`docs/wire.md`, "V3 signature").
pub(crate) struct Canonical {
    /// The canonical request.
    pub(crate) request: String,
    /// Names of the signed headers, sorted and joined with `;`.
    pub(crate) signed_headers: String,
}

/// Lower-case hexadecimal SHA-256 of the exact body bytes.
pub(crate) fn payload_hash(body: &[u8]) -> String {
    hex(&Sha256::digest(body))
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

    /// The text that the signature is computed from.
    pub(crate) fn string_to_sign(&self) -> String {
        format!("{ALGORITHM}\n{}", payload_hash(self.request.as_bytes()))
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
    canonical: &Canonical,
    access_key_id: &str,
    secret: &str,
) -> Result<String, InvalidLength> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes())?;
    mac.update(canonical.string_to_sign().as_bytes());
    let signature = hex(&mac.finalize().into_bytes());
    let headers = &canonical.signed_headers;
    Ok(format!("{ALGORITHM} Credential={access_key_id},SignedHeaders={headers},Signature={signature}"))
}
