use std::sync::{Mutex, PoisonError};

/// What repetitions cost a client, so that a service that fails is not called many times as often as before
/// (a token bucket, shared by all calls of the client).
#[derive(Debug)]
pub(crate) struct Budget {
    tokens: Mutex<u32>,
}

const FULL: u32 = 500;
const COST: u32 = 5;
/// A timeout binds the other side for longest.
const COST_OF_TIMEOUT: u32 = 10;

impl Budget {
    /// Takes what a repetition costs, if it is there.
    pub(crate) fn take(&self, after_timeout: bool) -> bool {
        let cost = if after_timeout { COST_OF_TIMEOUT } else { COST };
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        match tokens.checked_sub(cost) {
            Some(left) => {
                *tokens = left;
                true
            }
            None => false,
        }
    }

    /// A call succeeded: gives back what a repetition costs, or one token where there was none.
    pub(crate) fn succeeded(&self, was_repeated: bool) {
        let gain = if was_repeated { COST } else { 1 };
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        *tokens = tokens.saturating_add(gain).min(FULL);
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self { tokens: Mutex::new(FULL) }
    }
}
