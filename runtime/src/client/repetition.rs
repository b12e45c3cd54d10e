use super::attempts::Progress;
use super::start::Start;
use crate::credentials::Credentials;
use crate::error::Error;
use crate::io::{self, Io};
use crate::operation::Effect;
use crate::retry::{self, Decision, FailedAttempt, RetryPolicy};
use std::time::Duration;

/// Whether a call that failed is made again (`docs/wire.md`, "Retry").
impl Start {
    /// How long to wait before the next attempt; `None` if there is none.
    pub(super) async fn decide(
        &self,
        io: &Io,
        policy: &dyn RetryPolicy,
        error: &Error,
        left: Option<Duration>,
        progress: &mut Progress,
    ) -> Option<Duration> {
        // What an outdated request was refused for says nothing about the next one. Either is worth one attempt more.
        let has_other_time = !progress.is_clock_corrected && self.correct_clock(io, error);
        let mut used = progress.used.take().filter(|_| retry::is_expired_token(error));
        if let Some(expired) = &used {
            self.core.credentials.refuse(expired);
        }
        used = used.filter(|_| !progress.is_renewed);
        progress.is_clock_corrected |= has_other_time;
        progress.is_renewed |= used.is_some();
        let decision = policy.decide(&FailedAttempt {
            error,
            operation: self.operation,
            attempts: progress.attempts,
            is_safe: retry::may_repeat(error, self.is_idempotent()),
            is_outdated: has_other_time || used.is_some(),
            hint: error.retry_after(),
            chance: retry::chance(),
        });
        let Decision::RetryAfter(delay) = decision else { return None };
        // A wait that ends after the call does is not begun.
        if left.is_some_and(|left| delay >= left) {
            return None;
        }
        match used {
            Some(used) => self.has_others(io, &used, left).await.then_some(delay),
            None if has_other_time => Some(delay),
            None => self.core.budget.take(error.is_timeout()).then_some(delay),
        }
    }

    /// Learns the service's time from an answer that refuses ours.
    fn correct_clock(&self, io: &Io, error: &Error) -> bool {
        match error.answer_date() {
            Some(theirs) if retry::is_clock_skew(error) => {
                self.core.correct_clock(io, theirs);
                true
            }
            _ => false,
        }
    }

    /// Whether there are other credentials in the place of those that the service no longer takes.
    async fn has_others(&self, io: &Io, used: &Credentials, left: Option<Duration>) -> bool {
        let asked = self.core.credentials.credentials(io);
        let others = match left {
            Some(left) => io::within(asked, io.scheduler(), left).await,
            None => Some(asked.await),
        };
        others.is_some_and(|others| others.is_ok_and(|others| others != *used))
    }

    fn is_idempotent(&self) -> bool {
        self.operation.effect() == Effect::Read || self.unsigned.has_client_token
    }
}
