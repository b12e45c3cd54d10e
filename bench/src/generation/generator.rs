use std::path::Path;
use std::process::Command;

use super::output::Output;
use crate::context::Context;
use crate::error::Result;
use crate::fresh::Fresh;
use crate::measure::{self, Cost};
use crate::ours;
use crate::peers::Peer;
use crate::stats::Samples;

/// What is measured once only: everything that takes longer than this many seconds.
const LONG: f64 = 60.0;

/// A way to generate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Generator {
    /// Ours, into an empty folder.
    Ours,
    /// Ours again, with nothing changed.
    Again,
    /// A peer.
    Peer(Peer),
    /// The part of progenitor that is not the formatter that its command runs: that finds another program in its place,
    /// which does nothing, so that nothing of use comes out.
    Unformatted,
}

/// What it took to generate from the same facts several times.
#[derive(Clone, Debug, Default)]
pub(super) struct Generation {
    /// Seconds of processors.
    pub(super) cpu: Samples,
    /// Seconds that passed.
    pub(super) wall: Samples,
    /// Bytes of memory at the most.
    pub(super) peak: u64,
    /// What came out.
    pub(super) output: Output,
}

impl Generator {
    /// All of them.
    pub(super) const ALL: [Self; 6] = [
        Self::Ours,
        Self::Again,
        Self::Peer(Peer::Progenitor),
        Self::Unformatted,
        Self::Peer(Peer::Oas3Gen),
        Self::Peer(Peer::OpenapiGenerator),
    ];

    /// Its name in tables.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ours => "alicloud-codegen",
            Self::Again => "alicloud-codegen, second run",
            Self::Peer(peer) => peer.name(),
            Self::Unformatted => "progenitor without rustfmt",
        }
    }

    /// The peer that has to be installed.
    pub(super) fn peer(self) -> Option<Peer> {
        match self {
            Self::Ours | Self::Again => None,
            Self::Peer(peer) => Some(peer),
            Self::Unformatted => Some(Peer::Progenitor),
        }
    }

    /// Generates as often as the context says, each time into a folder of its own but for [`Self::Again`].
    pub(super) fn measure(
        self,
        context: &Context,
        fresh: &Fresh,
        specs: &Path,
        openapi: &Path,
    ) -> Result<Generation> {
        let once = |out: &Path| measure::run(&mut self.command(context, specs, openapi, out)?);
        self.rounds(context.rounds, fresh, once)
    }

    /// Does `once` in each round, which generates into a folder and says what that took.
    fn rounds(
        self,
        rounds: usize,
        fresh: &Fresh,
        once: impl Fn(&Path) -> Result<Cost>,
    ) -> Result<Generation> {
        let mut out = fresh.next()?;
        if self == Self::Again {
            // The second run finds what the one before it wrote, and none is counted that wrote something.
            once(&out)?;
        }
        let mut made = Generation::default();
        for round in 0..rounds.max(1) {
            if self != Self::Again && round > 0 {
                out = fresh.next()?;
            }
            let Cost { cpu, wall, peak, .. } = once(&out)?;
            made.cpu.0.push(cpu.as_secs_f64());
            made.wall.0.push(wall.as_secs_f64());
            made.peak = made.peak.max(peak);
            if wall.as_secs_f64() > LONG {
                break;
            }
        }
        made.output = Output::count(&out)?;
        Ok(made)
    }

    fn command(self, context: &Context, specs: &Path, openapi: &Path, out: &Path) -> Result<Command> {
        match self {
            Self::Ours | Self::Again => ours::command(context, specs, out),
            Self::Peer(peer) => peer.command(context, openapi, out),
            Self::Unformatted => {
                let mut command = Peer::Progenitor.command(context, openapi, out)?;
                command.env("RUSTFMT", "true");
                Ok(command)
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "these are tests")]
mod tests {
    use super::Generator;
    use crate::context::Context;
    use crate::fresh::Fresh;
    use crate::measure::Cost;
    use std::cell::RefCell;
    use std::fs;
    use std::time::Duration;

    #[test]
    fn each_round_finds_an_empty_folder_and_second_runs_find_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let fresh = Fresh::new(&Context::of_tests(folder.path())).unwrap();
        for (generator, found) in
            [(Generator::Ours, vec![false, false, false]), (Generator::Again, vec![false, true, true, true])]
        {
            let finds = RefCell::new(Vec::new());
            let made = generator.rounds(3, &fresh, |out| {
                finds.borrow_mut().push(out.join("lib.rs").exists());
                fs::write(out.join("lib.rs"), "one\ntwo\n").unwrap();
                // User and system together, as it is measured.
                let (cpu, system) = (Duration::from_secs(3), Duration::from_secs(1));
                Ok(Cost { cpu, system, ..Cost::default() })
            });
            let made = made.unwrap();
            assert_eq!(finds.into_inner(), found, "{generator:?}");
            assert_eq!((made.cpu.0.as_slice(), made.output.files), ([3.0; 3].as_slice(), 1));
        }
    }
}
