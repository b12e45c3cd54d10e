//! A verifier of signed requests, as the service would be one.
//!
//! It reads raw bytes, and it shares no code with the crates under test: what it accepts is signed as the
//! documentation says, whatever those crates think.

mod authorization;
mod canonical;
mod crypto;
mod date;
mod key;
mod percent;
mod raw;
mod rejection;
#[cfg(test)]
mod tests;
mod verified;
mod verify;

pub use canonical::{Canonical, canonical_query};
pub use crypto::{sha256, signature};
pub use date::{from_text, seconds_since_1970};
pub use key::Key;
pub use raw::{RawRequest, complete};
pub use rejection::Rejection;
pub use verified::Verified;
pub use verify::Verifier;
