use super::{Canonical, RawRequest};

/// What a request that was accepted asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Name of the operation.
    pub action: String,
    /// API version.
    pub version: String,
    /// Decoded parameters of the query, in the order sent.
    pub query: Vec<(String, String)>,
    /// Decoded parameters of the form, in the order sent.
    pub form: Vec<(String, String)>,
    /// Whose key it is.
    pub access_key_id: String,
    /// Security token of a temporary key.
    pub security_token: Option<String>,
    /// Canonical request and string to sign.
    pub canonical: Canonical,
    /// The request itself.
    pub raw: RawRequest,
}

impl Verified {
    /// The value of a parameter of the query.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|pair| pair.0 == name).map(|pair| pair.1.as_str())
    }
}
