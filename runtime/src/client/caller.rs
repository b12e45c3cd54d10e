use crate::credentials::Credentials;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{Descriptor, Security};

/// Who makes a call, in a way that the operation takes (`docs/wire.md`, "Security").
pub(super) enum Caller {
    /// The holder of an access key, who signs.
    Key(Credentials),
    /// The holder of a bearer token.
    Bearer(Credentials),
    /// Nobody in particular.
    Anonymous,
}

/// Whether a call has to be made by somebody.
pub(super) fn needs_credentials(operation: &Descriptor) -> bool {
    let ways = operation.security_ways();
    ways.is_empty() || ways.iter().any(|way| *way != Security::Anonymous)
}

impl Caller {
    /// The caller that the credentials stand for.
    ///
    /// # Errors
    /// [`ErrorKind::Credentials`]: the operation does not take credentials of this kind.
    pub(super) fn admit(operation: &Descriptor, credentials: Credentials) -> Result<Self> {
        let ways = operation.security_ways();
        if credentials.is_anonymous() {
            return match ways.contains(&Security::Anonymous) {
                true => Ok(Self::Anonymous),
                false => Err(refused(
                    "the operation needs credentials, and the client was made without: pass some to `Config::new`",
                )),
            };
        }
        let is_bearer = credentials.bearer_token().is_some();
        // What is not known to be open to others is signed.
        let takes_key = ways.is_empty() || ways.contains(&Security::AccessKey);
        match is_bearer {
            false if takes_key => Ok(Self::Key(credentials)),
            true if ways.contains(&Security::Bearer) => Ok(Self::Bearer(credentials)),
            _ if ways.contains(&Security::Anonymous) => Ok(Self::Anonymous),
            false => Err(refused(
                "the operation takes a bearer token and no access key: make a client with `Credentials::bearer`",
            )),
            true => Err(refused(
                "the operation takes an access key and no bearer token: make a client with `Credentials::new`",
            )),
        }
    }
}

fn refused(message: &str) -> Error {
    Error::local(ErrorKind::Credentials, message)
}
