//! Whether and when a call that failed is made again: pure functions, with time and chance passed in.

mod backoff;
mod budget;
mod chance;
mod classify;
mod hint;
mod policy;
#[cfg(test)]
mod tests;

pub use backoff::Backoff;
pub use policy::{Decision, FailedAttempt, RetryPolicy};

pub(crate) use budget::Budget;
pub(crate) use chance::chance;
pub(crate) use classify::{is_clock_skew, is_expired_token, may_repeat};
