//! Signatures: pure functions of a request, credentials, a date and a nonce.

mod algorithm;
mod hex;
#[cfg(test)]
mod tests;
mod v3;

pub use algorithm::Algorithm;

pub(crate) use hex::hex;
pub(crate) use v3::{Canonical, payload_hash, sign, string_to_sign};
