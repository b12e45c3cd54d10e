use std::time::Duration;

/// The operation that tells whether something that was only started has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Poll {
    operation: &'static str,
    interval: Duration,
    attempts: u32,
}

impl Poll {
    pub(super) const fn new(operation: &'static str, interval: u64, attempts: u32) -> Self {
        Self { operation, interval: Duration::from_millis(interval), attempts }
    }

    /// Wire name of the operation to ask; one of the same product.
    pub const fn operation(&self) -> &'static str {
        self.operation
    }

    /// Time between two questions.
    pub const fn interval(&self) -> Duration {
        self.interval
    }

    /// How often to ask before giving up; zero where that is not documented.
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }
}
