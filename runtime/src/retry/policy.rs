use crate::error::Error;
use crate::operation::Descriptor;
use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

/// Decides whether a call that failed is made again. [`Backoff`](super::Backoff) is the one that is used unless
/// another is set, for a client with [`Config::retry`](crate::Config::retry) or for a call with
/// [`CallOptions::retry`](crate::CallOptions::retry).
///
/// The total timeout and the client's retry budget hold whatever a policy says.
pub trait RetryPolicy: Send + Sync + Debug {
    /// What to do after this failure. Must not wait itself.
    fn decide(&self, failed: &FailedAttempt<'_>) -> Decision;
}

/// What to do after a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Give the error to the caller.
    Stop,
    /// Wait, then make the call again.
    RetryAfter(Duration),
}

/// A failure to decide about.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FailedAttempt<'a> {
    /// What went wrong.
    pub error: &'a Error,
    /// The operation that was called.
    pub operation: &'static Descriptor,
    /// How many attempts were made, this one included.
    pub attempts: u32,
    /// Whether making the call again is safe: nothing was carried out, or the operation only reads, or the request has
    /// a client token by which the service tells repetitions (`docs/wire.md`, "Retry").
    pub is_safe: bool,
    /// Whether the service refused only the request's date or its expired credentials, and there may be better ones for
    /// the next attempt: the service's own time, or other credentials from the provider. True once for either in a call;
    /// nothing was carried out, and there is no reason to wait.
    pub is_outdated: bool,
    /// How long the service asks to wait, where it does.
    pub hint: Option<Duration>,
    /// A random number from 0, included, to 1, excluded.
    pub chance: f64,
}

impl<P: RetryPolicy + ?Sized> RetryPolicy for Arc<P> {
    fn decide(&self, failed: &FailedAttempt<'_>) -> Decision {
        (**self).decide(failed)
    }
}
