use crate::error::{Error, ErrorKind, Result};
use crate::sign::hex;

/// Sixteen random bytes as hexadecimal digits: the service remembers nonces for a quarter of an hour.
pub(super) fn random() -> Result<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| {
        let message = format!("the system gives no random numbers: {error}");
        Error::builder(ErrorKind::Configuration).message(message).source(error).build()
    })?;
    Ok(hex(&bytes))
}
