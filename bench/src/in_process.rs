//! Measures functions within this process, in turn, so that whatever disturbs the machine meets all of them.

use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};

use crate::error::{Error, Result};
use crate::stats::Samples;

/// A function to be measured: does its work as often as it is told.
type Work<'a> = Box<dyn FnMut(u32) -> Result<()> + 'a>;

/// Something to be measured.
pub(crate) struct Candidate<'a> {
    /// Its name.
    name: &'static str,
    /// Its work.
    work: Work<'a>,
    /// How often it does its work in one batch.
    times: u32,
}

impl<'a> Candidate<'a> {
    /// A candidate whose function does its work as often as it is told.
    pub(crate) fn new(name: &'static str, work: impl FnMut(u32) -> Result<()> + 'a) -> Self {
        Self { name, work: Box::new(work), times: 1 }
    }

    /// Finds out how often the work has to be done for a batch to last.
    fn warm_up(&mut self, length: Duration) -> Result<()> {
        loop {
            let begun = Instant::now();
            (self.work)(self.times)?;
            if begun.elapsed() >= length {
                return Ok(());
            }
            self.times = self.times.saturating_mul(2);
        }
    }
}

/// What was measured of a candidate: a sample for each round, in microseconds for one piece of work.
pub(crate) struct Timed {
    /// The candidate's name.
    pub(crate) name: &'static str,
    /// Time on processors, of user and system together.
    pub(crate) cpu: Samples,
    /// Time that passed.
    pub(crate) wall: Samples,
}

impl Timed {
    /// How many times the processor time of another candidate, round by round.
    pub(crate) fn cpu_ratio(&self, other: &Self) -> Samples {
        ratio(&self.cpu, &other.cpu)
    }

    /// How many times the time of another candidate that passed, round by round.
    pub(crate) fn wall_ratio(&self, other: &Self) -> Samples {
        ratio(&self.wall, &other.wall)
    }
}

fn ratio(ours: &Samples, theirs: &Samples) -> Samples {
    let pairs = ours.0.iter().zip(&theirs.0);
    Samples(pairs.filter(|(_, theirs)| **theirs > 0.0).map(|(ours, theirs)| ours / theirs).collect())
}

/// Runs a batch of each candidate in every round. Each round begins with another one.
///
/// # Errors
///
/// A candidate fails, or the system does not tell what this process has used.
pub(crate) fn rounds(candidates: &mut [Candidate<'_>], count: usize, length: Duration) -> Result<Vec<Timed>> {
    for candidate in &mut *candidates {
        candidate.warm_up(length)?;
    }
    let mut timed: Vec<Timed> = candidates
        .iter()
        .map(|candidate| Timed { name: candidate.name, cpu: Samples::default(), wall: Samples::default() })
        .collect();
    let all = candidates.len();
    for round in 0..count {
        for turn in 0..all {
            let index = (round + turn) % all;
            let (Some(candidate), Some(timed)) = (candidates.get_mut(index), timed.get_mut(index)) else {
                continue;
            };
            let (cpu, begun) = (used()?, Instant::now());
            (candidate.work)(candidate.times)?;
            let (wall, cpu) = (begun.elapsed(), used()?.saturating_sub(cpu));
            let each = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(candidate.times);
            timed.cpu.0.push(each(cpu));
            timed.wall.0.push(each(wall));
        }
    }
    Ok(timed)
}

/// The time that this process has spent on processors.
fn used() -> Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_SELF).map_err(|error| Error::new(error.to_string()))?;
    let micros = [usage.user_time(), usage.system_time()]
        .map(|time| time.tv_sec().saturating_mul(1_000_000).saturating_add(time.tv_usec()));
    Ok(micros.into_iter().filter_map(|micros| u64::try_from(micros).ok()).map(Duration::from_micros).sum())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Candidate, rounds};
    use std::cell::RefCell;
    use std::time::Duration;

    #[test]
    fn candidates_take_turns_and_do_not_always_begin() {
        let order = RefCell::new(Vec::new());
        let named = |name| {
            let order = &order;
            Candidate::new(name, move |_| {
                order.borrow_mut().push(name);
                Ok(())
            })
        };
        let timed = rounds(&mut [named("a"), named("b")], 3, Duration::ZERO).unwrap();
        // Both were warmed up before.
        assert_eq!(order.borrow().concat(), "ababbaab");
        assert!(timed.iter().all(|timed| timed.cpu.0.len() == 3 && timed.wall.0.len() == 3));
    }

    #[test]
    fn an_error_of_a_candidate_ends_the_measurement() {
        let mut failing = [Candidate::new("a", |_| Err(crate::error::Error::new("no")))];
        assert!(rounds(&mut failing, 1, Duration::ZERO).is_err());
    }
}
