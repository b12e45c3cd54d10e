use std::path::Path;

use super::artifact;
use super::build::{self, Build};
use super::lines::{self, Lines};
use super::mode::Mode;
use super::workspace::Workspace;
use crate::context::Context;
use crate::error::Result;
use crate::stats::Samples;

/// What one crate costs.
#[derive(Clone, Debug)]
pub(crate) struct Figures {
    /// Whose it is.
    pub(crate) name: String,
    /// How many operations it has.
    pub(crate) operations: usize,
    /// How long its source is.
    pub(crate) lines: Lines,
    /// What it took to compile.
    pub(crate) modes: Vec<(Mode, Pair)>,
    /// Bytes of its library from a release build, where there was one.
    pub(crate) library: Option<u64>,
    /// Bytes of the stripped program that calls every operation. `None`: there is no program.
    pub(crate) program: Option<u64>,
}

/// A crate, and a program that calls every operation of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pair {
    /// The crate.
    pub(crate) library: Build,
    /// The program, without the crate.
    pub(crate) program: Option<Build>,
}

impl Pair {
    /// Median seconds of both together.
    pub(crate) fn both(&self) -> Option<f64> {
        self.program.as_ref().map(|program| self.library.cpu.median() + program.cpu.median())
    }
}

impl Figures {
    /// Measures the crate in a folder, and a program that calls every operation of it where there is one.
    ///
    /// # Errors
    ///
    /// Something does not compile.
    pub(crate) fn measure(
        context: &Context,
        name: &str,
        operations: usize,
        measured: &Path,
        program: Option<&str>,
        how: &[Mode],
    ) -> Result<Self> {
        let folder = format!("{}-{operations}", name.replace(' ', "-"));
        let workspace = Workspace::new(context, &folder, measured, program.unwrap_or_default())?;
        let mut modes = Vec::new();
        for &mode in how {
            build::warm(&workspace, mode)?;
            let library = build::library(&workspace, mode, context.rounds)?;
            let program = match program {
                Some(_) => Some(build::program(&workspace, mode, context.rounds)?),
                None => None,
            };
            eprintln!("  {name}, {operations} operations: {} measured", mode.name());
            modes.push((mode, Pair { library, program }));
        }
        let is_built = how.contains(&Mode::Release);
        let library = if is_built { Some(artifact::library(&workspace, Mode::Release)?) } else { None };
        let program = match program {
            Some(_) if is_built => Some(artifact::program(&workspace, Mode::Release)?),
            _ => None,
        };
        let lines = lines::count(&measured.join("src"))?;
        Ok(Self { name: name.to_owned(), operations, lines, modes, library, program })
    }

    /// What was measured in this mode.
    pub(crate) fn pair(&self, mode: Mode) -> Option<&Pair> {
        self.modes.iter().find(|(of, _)| *of == mode).map(|(_, pair)| pair)
    }

    /// Seconds of all that was measured, once.
    pub(crate) fn total(&self) -> f64 {
        let seconds = |pair: &Pair| pair.both().unwrap_or_else(|| pair.library.cpu.median());
        self.modes.iter().map(|(_, pair)| seconds(pair)).sum()
    }

    /// So much of something for one operation.
    #[allow(
        clippy::cast_precision_loss,
        reason = "counts of operations and bytes are far below what a float holds exactly"
    )]
    pub(crate) fn each(&self, of: f64) -> f64 {
        of / self.operations as f64
    }

    /// Milliseconds for one operation from seconds for all.
    pub(crate) fn each_ms(&self, seconds: &Samples) -> Samples {
        Samples(seconds.0.iter().map(|seconds| self.each(seconds * 1000.0)).collect())
    }
}
