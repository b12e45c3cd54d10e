//! SHA-256 in hexadecimal, and of many parts that cannot run into each other.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The hash of some bytes.
pub(crate) fn of(bytes: &[u8]) -> String {
    let mut parts = Parts::default();
    parts.hasher.update(bytes);
    parts.finish()
}

/// One hash of many parts.
#[derive(Default)]
pub(crate) struct Parts {
    hasher: Sha256,
}

impl Parts {
    /// The length goes first, so that no other parts make the same bytes.
    pub(crate) fn add(&mut self, part: &[u8]) {
        self.hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        self.hasher.update(part);
    }

    pub(crate) fn finish(self) -> String {
        self.hasher.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}
