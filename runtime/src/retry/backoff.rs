use super::{Decision, FailedAttempt, RetryPolicy};
use crate::transport::within_reason;
use std::time::Duration;

/// Repeats what is safe to repeat and can succeed, after a random wait that grows: between nothing and `base` times two
/// for each attempt before, at most `longest` ("full jitter").
///
/// ```
/// use alicloud_runtime::retry::Backoff;
/// use std::time::Duration;
///
/// let patient = Backoff::default().attempts(6).base(Duration::from_millis(500));
/// let never = Backoff::never();
/// # let _ = (patient, never);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Backoff {
    attempts: u32,
    base: Duration,
    longest: Duration,
    longest_hint: Duration,
}

impl Backoff {
    /// One attempt and no more.
    pub fn never() -> Self {
        Self { attempts: 1, ..Self::default() }
    }

    /// How many attempts there are at most, the first one included; 3 by default, and zero counts as one.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// The longest wait after the first attempt; 100 milliseconds by default. It doubles with every attempt.
    pub fn base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// The longest wait after any attempt where the service asks for none; 20 seconds by default.
    pub fn longest(mut self, longest: Duration) -> Self {
        self.longest = within_reason(longest);
        self
    }

    /// The longest wait that the service may ask for; 2 minutes by default. Whoever asks for more gets no second
    /// attempt.
    pub fn longest_hint(mut self, longest: Duration) -> Self {
        self.longest_hint = longest;
        self
    }

    /// The longest wait after so many attempts.
    fn ceiling(&self, attempts: u32) -> Duration {
        let factor = 1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX);
        self.base.saturating_mul(factor).min(self.longest)
    }
}

impl Default for Backoff {
    fn default() -> Self {
        Self {
            attempts: 3,
            base: Duration::from_millis(100),
            longest: Duration::from_secs(20),
            longest_hint: Duration::from_secs(120),
        }
    }
}

impl RetryPolicy for Backoff {
    fn decide(&self, failed: &FailedAttempt<'_>) -> Decision {
        if failed.attempts >= self.attempts {
            return Decision::Stop;
        }
        if failed.is_outdated {
            return Decision::RetryAfter(Duration::ZERO);
        }
        if !failed.is_safe || !failed.error.is_retryable() {
            return Decision::Stop;
        }
        match failed.hint {
            Some(hint) if hint > self.longest_hint => Decision::Stop,
            Some(hint) => Decision::RetryAfter(hint),
            None => {
                Decision::RetryAfter(self.ceiling(failed.attempts).mul_f64(failed.chance.clamp(0.0, 1.0)))
            }
        }
    }
}
