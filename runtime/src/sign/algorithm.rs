use super::hex::hex;
use hmac::digest::InvalidLength;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// How requests are hashed and signed (`docs/wire.md`, "V3 signature").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Algorithm {
    /// `ACS3-HMAC-SHA256`.
    #[default]
    HmacSha256,
    /// `ACS3-HMAC-SM3`, the Chinese national standard.
    #[cfg(feature = "sm3")]
    HmacSm3,
}

impl Algorithm {
    /// The name, as it stands in the string to sign and in `Authorization`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HmacSha256 => "ACS3-HMAC-SHA256",
            #[cfg(feature = "sm3")]
            Self::HmacSm3 => "ACS3-HMAC-SM3",
        }
    }

    /// Lower-case hexadecimal hash.
    pub(super) fn hash(self, bytes: &[u8]) -> String {
        match self {
            Self::HmacSha256 => hex(&Sha256::digest(bytes)),
            #[cfg(feature = "sm3")]
            Self::HmacSm3 => hex(&sm3::Sm3::digest(bytes)),
        }
    }

    /// Lower-case hexadecimal HMAC.
    ///
    /// # Errors
    /// The MAC refuses the key. HMAC takes keys of every length, so this does not happen.
    pub(super) fn mac(self, key: &[u8], bytes: &[u8]) -> Result<String, InvalidLength> {
        match self {
            Self::HmacSha256 => authenticate::<Hmac<Sha256>>(key, bytes),
            #[cfg(feature = "sm3")]
            Self::HmacSm3 => authenticate::<Hmac<sm3::Sm3>>(key, bytes),
        }
    }
}

fn authenticate<M: Mac + KeyInit>(key: &[u8], bytes: &[u8]) -> Result<String, InvalidLength> {
    let mut mac = <M as KeyInit>::new_from_slice(key)?;
    mac.update(bytes);
    Ok(hex(&mac.finalize().into_bytes()))
}
