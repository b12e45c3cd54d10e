use std::path::PathBuf;

use crate::context::Context;
use crate::error::Result;
use crate::fresh::Fresh;
use crate::measure::{self, Cost};
use crate::stats::Samples;
use crate::{facts, ours};

/// How often each generation is measured at most.
const ROUNDS: usize = 3;

/// What it took to generate a crate.
#[derive(Debug)]
pub(super) struct Generated {
    /// What it was generated from.
    pub(super) specs: PathBuf,
    /// Seconds on processors.
    pub(super) cpu: Samples,
    /// The system's part of them.
    pub(super) system: Samples,
}

impl Generated {
    /// Nothing of that many operations yet.
    fn nothing(context: &Context, count: u32) -> Result<Self> {
        let specs = facts::specs(context, usize::try_from(count).unwrap_or_default())?;
        Ok(Self { specs, cpu: Samples::default(), system: Samples::default() })
    }

    /// Adds what one generation took.
    fn add(&mut self, cost: &Cost) {
        self.cpu.0.push(cost.cpu.as_secs_f64());
        self.system.0.push(cost.system.as_secs_f64());
    }
}

/// Generates crates of these numbers of operations several times, each time into a new folder.
///
/// The sizes take turns: if files were deleted shortly before, the first crates pay for it (see [`Fresh`]), and those must not be all of one
/// size.
pub(super) fn generate<const N: usize>(
    context: &Context,
    fresh: &Fresh,
    counts: [u32; N],
) -> [(u32, Result<Generated>); N] {
    let mut all = counts.map(|count| (count, Generated::nothing(context, count)));
    let once =
        |generated: &Generated| measure::run(&mut ours::command(context, &generated.specs, &fresh.next()?)?);
    rounds(context.rounds.clamp(1, ROUNDS), &mut all, once);
    all
}

/// Does `once` for all sizes in each round. A size that fails is left out of further rounds.
fn rounds(
    rounds: usize,
    all: &mut [(u32, Result<Generated>)],
    mut once: impl FnMut(&Generated) -> Result<Cost>,
) {
    for _ in 0..rounds {
        for (_, generated) in &mut *all {
            let Ok(known) = generated else { continue };
            match once(known) {
                Ok(cost) => known.add(&cost),
                Err(error) => *generated = Err(error),
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "these are tests")]
mod tests {
    use super::{Generated, rounds};
    use crate::error::Error;
    use crate::measure::Cost;
    use crate::stats::Samples;
    use std::time::Duration;

    #[test]
    fn sizes_take_turns_and_one_that_fails_is_left_out() {
        let nothing = |specs: &str| {
            Ok(Generated { specs: specs.into(), cpu: Samples::default(), system: Samples::default() })
        };
        let mut all = [(100, nothing("a")), (200, nothing("b")), (400, Err(Error::new("no facts")))];
        let mut order = String::new();
        rounds(3, &mut all, |generated| {
            order.push_str(&generated.specs.to_string_lossy());
            if order == "aba" {
                return Err(Error::new("it fails"));
            }
            let (cpu, system) = (Duration::from_secs(3), Duration::from_secs(1));
            Ok(Cost { cpu, system, ..Cost::default() })
        });
        assert_eq!(order, "ababb");
        let [(_, one), (_, two), (_, three)] = all;
        assert_eq!(one.unwrap_err().to_string(), "it fails");
        assert_eq!(three.unwrap_err().to_string(), "no facts");
        let two = two.unwrap();
        assert_eq!((two.cpu.0, two.system.0), (vec![3.0; 3], vec![1.0; 3]));
    }
}
