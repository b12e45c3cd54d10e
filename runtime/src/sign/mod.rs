//! Signatures: pure functions of a request, credentials, a date and a nonce.

mod date;
mod hex;
#[cfg(test)]
mod tests;
mod v3;

pub(crate) use date::iso8601;
pub(crate) use hex::hex;
pub(crate) use v3::{Canonical, payload_hash, sign};
