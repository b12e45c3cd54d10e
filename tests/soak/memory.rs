use std::fmt;
use std::thread::{JoinHandle, sleep, spawn};
use std::time::{Duration, Instant};

const PERIOD: Duration = Duration::from_millis(50);
/// More than an allocator takes back and forth, and less than a leak of a hundred bytes per call comes to in a minute.
const MAY_GROW: u64 = 8 << 20;
/// A shorter run is over before everything has reached its size.
const FEWEST_SAMPLES: usize = 200;

/// Watches how much memory this process has.
pub(crate) struct Memory;

/// Resident bytes, one after the other.
pub(crate) struct Samples(Vec<u64>);

impl Memory {
    pub(crate) fn watch(until: Instant) -> JoinHandle<Samples> {
        spawn(move || {
            let mut samples = Vec::new();
            while Instant::now() < until {
                samples.extend(resident());
                sleep(PERIOD);
            }
            Samples(samples)
        })
    }
}

/// `None` where the system does not tell.
fn resident() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = text.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4096)
}

impl Samples {
    /// The means of the second and of the last quarter.
    fn quarters(&self) -> (u64, u64) {
        let quarter = self.0.len() / 4;
        let mean = |samples: &[u64]| samples.iter().sum::<u64>() / (samples.len().max(1) as u64);
        (mean(&self.0[quarter..2 * quarter]), mean(&self.0[3 * quarter..]))
    }

    pub(crate) fn assert_flat(&self) {
        let (before, after) = self.quarters();
        let is_long = self.0.len() >= FEWEST_SAMPLES;
        assert!(!is_long || after < before + MAY_GROW, "memory grows: {self}");
    }
}

impl fmt::Display for Samples {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mib = |bytes: u64| bytes as f64 / f64::from(1 << 20);
        let (before, after) = self.quarters();
        let most = self.0.iter().copied().max().unwrap_or_default();
        let (before, after, most) = (mib(before), mib(after), mib(most));
        write!(f, "{before:.1} MiB in the second quarter, {after:.1} MiB in the last, {most:.1} MiB at most")
    }
}
