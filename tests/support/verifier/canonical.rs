use super::{RawRequest, Rejection, crypto, percent};

/// A request in the form that is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonical {
    /// The canonical request.
    pub request: String,
    /// The text that the signature is computed from.
    pub string_to_sign: String,
}

impl Canonical {
    /// Rebuilds the canonical form of a request from what was sent.
    ///
    /// # Errors
    /// [`Rejection::Malformed`] query, [`Rejection::MissingHeader`] for a name that is listed and not there.
    pub fn of(request: &RawRequest, signed_headers: &[&str]) -> Result<Self, Rejection> {
        let mut lines = String::new();
        for name in signed_headers {
            let mut values: Vec<&str> = request.values(name).collect();
            if values.is_empty() {
                return Err(Rejection::MissingHeader((*name).to_owned()));
            }
            values.sort_unstable();
            lines.push_str(&format!("{name}:{}\n", values.join(",")));
        }
        let text = [
            request.method.clone(),
            request.path.clone(),
            canonical_query(&request.query)?,
            lines,
            signed_headers.join(";"),
            crypto::sha256(&request.body),
        ]
        .join("\n");
        let string_to_sign = format!("ACS3-HMAC-SHA256\n{}", crypto::sha256(text.as_bytes()));
        Ok(Self { request: text, string_to_sign })
    }
}

/// A raw query, decoded, sorted by key and encoded again in the one form that is signed.
///
/// # Errors
/// [`Rejection::Malformed`].
pub fn canonical_query(query: &str) -> Result<String, Rejection> {
    let mut pairs = percent::pairs(query)?;
    pairs.sort_by(|left, right| left.0.cmp(&right.0));
    let encoded: Vec<String> = pairs
        .iter()
        .map(|(key, value)| format!("{}={}", percent::encode(key), percent::encode(value)))
        .collect();
    Ok(encoded.join("&"))
}
