use std::time::Duration;

/// Limits beyond this are this. With more, the clocks of the libraries below overflow, and they panic.
const LONGEST: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);

/// How long an exchange may take (`docs/wire.md`, "Timeouts"). All three are on by default. More than 100 years count as
/// 100 years.
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

impl Timeouts {
    /// With limits that every clock can hold.
    #[cfg(all(any(feature = "reqwest", feature = "blocking"), not(target_arch = "wasm32")))]
    pub(super) fn within_reason(self) -> Self {
        let Self { connect, read, total } = self;
        Self {
            connect: connect.map(within_reason),
            read: read.map(within_reason),
            total: total.map(within_reason),
        }
    }
}

/// A limit that every clock can hold.
pub(crate) fn within_reason(limit: Duration) -> Duration {
    limit.min(LONGEST)
}
