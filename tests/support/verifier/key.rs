use std::fmt;

/// An access key that a verifier knows.
#[derive(Clone)]
pub struct Key {
    pub(super) id: String,
    pub(super) secret: String,
    pub(super) security_token: Option<String>,
}

impl Key {
    /// A long-lived key.
    pub fn new(id: &str, secret: &str) -> Self {
        Self { id: id.to_owned(), secret: secret.to_owned(), security_token: None }
    }

    /// Makes it a temporary key: requests must carry this security token.
    #[must_use]
    pub fn with_security_token(mut self, token: &str) -> Self {
        self.security_token = Some(token.to_owned());
        self
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key").field("id", &self.id).finish_non_exhaustive()
    }
}
