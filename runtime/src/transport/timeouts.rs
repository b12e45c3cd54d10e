use std::time::Duration;

/// How long an exchange may take (`docs/wire.md`, "Timeouts"). All three are on by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeouts {
    /// Until the connection stands, TLS included: 5 seconds. `None` is no limit.
    pub connect: Option<Duration>,
    /// Between two pieces of the answer, and until the first one: 10 seconds. `None` is no limit.
    pub read: Option<Duration>,
    /// From the start to the last byte of the answer: 30 seconds. `None` is no limit.
    pub total: Option<Duration>,
}

impl Default for Timeouts {
    fn default() -> Self {
        let seconds = |seconds| Some(Duration::from_secs(seconds));
        Self { connect: seconds(5), read: seconds(10), total: seconds(30) }
    }
}
