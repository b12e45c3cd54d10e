use super::Rejection;

/// The parts of an `Authorization` header.
pub(super) struct Authorization<'a> {
    pub(super) access_key_id: &'a str,
    /// Sorted, in lower case, without repetition.
    pub(super) signed_headers: Vec<&'a str>,
    pub(super) signature: &'a str,
}

impl<'a> Authorization<'a> {
    /// Reads `ACS3-HMAC-SHA256 Credential=..,SignedHeaders=..,Signature=..`: one blank, and none after the commas.
    ///
    /// # Errors
    /// [`Rejection::Authorization`].
    pub(super) fn parse(text: &'a str) -> Result<Self, Rejection> {
        let malformed = |what: &str| Rejection::Authorization(what.to_owned());
        let rest = text.strip_prefix("ACS3-HMAC-SHA256 ").ok_or_else(|| malformed("the algorithm"))?;
        let parts: Vec<&str> = rest.split(',').collect();
        let [credential, headers, signature] = parts.as_slice() else {
            return Err(malformed("there are three parts"));
        };
        let part = |part: &'a str, name: &str| {
            part.strip_prefix(name).filter(|value| !value.is_empty()).ok_or_else(|| malformed(name))
        };
        let signed_headers: Vec<&str> = part(headers, "SignedHeaders=")?.split(';').collect();
        let is_name = |name: &&str| !name.is_empty() && !name.contains(|c: char| c.is_ascii_uppercase());
        if !signed_headers.is_sorted_by(|left, right| left < right) || !signed_headers.iter().all(is_name) {
            return Err(malformed("the signed headers must be sorted, in lower case, each once"));
        }
        let signature = part(signature, "Signature=")?;
        let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if signature.len() != 64 || !signature.bytes().all(is_digit) {
            return Err(malformed("the signature must be 64 lower-case hexadecimal digits"));
        }
        Ok(Self { access_key_id: part(credential, "Credential=")?, signed_headers, signature })
    }
}
