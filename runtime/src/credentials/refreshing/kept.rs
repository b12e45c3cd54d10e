use crate::credentials::Credentials;
use std::time::{Duration, SystemTime};

/// How long before they expire credentials are renewed on the side (`docs/wire.md`, "Refresh").
const SOFT: Duration = Duration::from_secs(15 * 60);

/// How long before they expire callers wait for new ones.
const HARD: Duration = Duration::from_secs(3 * 60);

/// How long credentials are used that were said to be expired when they came: one of two clocks is wrong.
const DOUBTFUL: Duration = Duration::from_secs(60);

/// Credentials, and when to renew them.
pub(super) struct Kept {
    pub(super) credentials: Credentials,
    /// The number of the request that brought them.
    pub(super) id: u64,
    margins: Option<Margins>,
}

struct Margins {
    soft: SystemTime,
    hard: SystemTime,
    until: SystemTime,
}

/// What to do with credentials that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// Use them.
    Fresh,
    /// Use them, and have new ones fetched on the side.
    Soft,
    /// Fetch new ones, and use these if that fails.
    Hard,
    /// They are of no use.
    Expired,
}

impl Kept {
    pub(super) fn new(credentials: Credentials, id: u64, now: SystemTime) -> Self {
        let margins = credentials.expiration().map(|expiration| Margins::new(expiration, now));
        Self { credentials, id, margins }
    }

    pub(super) fn age(&self, now: SystemTime) -> Age {
        match &self.margins {
            None => Age::Fresh,
            Some(margins) if now < margins.soft => Age::Fresh,
            Some(margins) if now < margins.hard => Age::Soft,
            Some(margins) if now < margins.until => Age::Hard,
            Some(_) => Age::Expired,
        }
    }
}

impl Margins {
    /// The margins of credentials that live for a short time are shorter, or each call would renew them.
    fn new(expiration: SystemTime, now: SystemTime) -> Self {
        let life = expiration.duration_since(now).unwrap_or_default();
        let (life, until) = match life.is_zero() {
            true => (DOUBTFUL, now.checked_add(DOUBTFUL).unwrap_or(now)),
            false => (life, expiration),
        };
        let before = |margin: Duration| until.checked_sub(margin).unwrap_or(now);
        Self { soft: before(SOFT.min(life / 2)), hard: before(HARD.min(life / 4)), until }
    }
}

#[cfg(test)]
mod tests {
    use super::{Age, Kept};
    use crate::credentials::Credentials;
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    fn at(seconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_000_000 + seconds)
    }

    fn ages(life: u64, seconds: &[u64]) -> Vec<Age> {
        let kept = Kept::new(Credentials::new("id", "secret").with_expiration(at(life)), 1, at(0));
        seconds.iter().map(|second| kept.age(at(*second))).collect()
    }

    #[test]
    fn an_hour_has_the_full_margins() {
        use Age::{Expired, Fresh, Hard, Soft};
        let ages = ages(3600, &[0, 2699, 2700, 3419, 3420, 3599, 3600, 9999]);
        assert_eq!(ages, [Fresh, Fresh, Soft, Soft, Hard, Hard, Expired, Expired]);
    }

    #[test]
    fn short_lives_have_short_margins_and_none_has_none() {
        use Age::{Expired, Fresh, Hard, Soft};
        assert_eq!(
            ages(600, &[0, 299, 300, 449, 450, 599, 600]),
            [Fresh, Fresh, Soft, Soft, Hard, Hard, Expired]
        );
        let forever = Kept::new(Credentials::new("id", "secret"), 1, at(0));
        assert_eq!(forever.age(at(1_000_000_000)), Fresh);
    }

    #[test]
    fn what_comes_expired_is_used_for_a_minute() {
        let late = Kept::new(Credentials::new("id", "secret").with_expiration(at(0)), 1, at(7200));
        assert_eq!(
            (late.age(at(7200)), late.age(at(7259)), late.age(at(7260))),
            (Age::Fresh, Age::Hard, Age::Expired)
        );
    }
}
