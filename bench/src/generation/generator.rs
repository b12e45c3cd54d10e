use std::fs;
use std::path::Path;
use std::process::Command;

use super::output::Output;
use crate::context::Context;
use crate::error::Result;
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

    /// Generates as often as the context says.
    pub(super) fn measure(self, context: &Context, specs: &Path, openapi: &Path) -> Result<Generation> {
        let out = context.work.join("generation").join(self.name().replace([',', ' '], "-"));
        let mut made = Generation::default();
        for round in 0..context.rounds.max(1) {
            // The second run finds what the one before it wrote, and none is counted that wrote something.
            if self != Self::Again || round == 0 {
                empty(&out)?;
            }
            if self == Self::Again && round == 0 {
                measure::run(&mut self.command(context, specs, openapi, &out)?)?;
            }
            let Cost { cpu, wall, peak } = measure::run(&mut self.command(context, specs, openapi, &out)?)?;
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

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}
