use std::fs;
use std::path::Path;
use std::time::Duration;

use super::mode::Mode;
use super::workspace::Workspace;
use crate::error::Result;
use crate::measure::{self, Cost};
use crate::stats::Samples;

/// A measurement is not repeated any more when its runs took this long together.
const ENOUGH: Duration = Duration::from_secs(10);
/// How often cargo's own time is measured.
const OVERHEADS: usize = 3;

/// What it took to compile one package.
#[derive(Clone, Debug, Default)]
pub(crate) struct Build {
    /// Seconds on processors, without those of cargo itself.
    pub(crate) cpu: Samples,
    /// The most memory that one process of it held, in bytes.
    pub(crate) peak: u64,
}

/// Compiles all dependencies of a workspace's crate, and the crate with nothing in it.
///
/// # Errors
///
/// A dependency does not compile.
pub(super) fn warm(workspace: &Workspace, mode: Mode) -> Result<()> {
    let library = workspace.library();
    let text = fs::read(&library)?;
    fs::write(&library, "")?;
    let ended = measure::run(&mut workspace.cargo(mode, "alone"));
    fs::write(&library, text)?;
    ended.map(drop)
}

/// Compiles the crate of a warm workspace, several times if that is quick.
///
/// # Errors
///
/// It does not compile.
pub(super) fn library(workspace: &Workspace, mode: Mode, rounds: usize) -> Result<Build> {
    let compile = || measure::run(&mut workspace.cargo(mode, "alone"));
    // The crate, before the time of an empty package above it is known: that one needs it.
    let first = compile()?;
    let overhead = overhead(&workspace.alone(), compile)?;
    repeat(first, &workspace.library(), overhead, rounds, compile)
}

/// Compiles the program that calls every operation, several times if that is quick. The crate has to be there.
///
/// # Errors
///
/// It does not compile.
pub(super) fn program(workspace: &Workspace, mode: Mode, rounds: usize) -> Result<Build> {
    let compile = || measure::run(&mut workspace.cargo(mode, "program"));
    let first = compile()?;
    let overhead = samples(OVERHEADS, compile)?.median();
    repeat(first, &workspace.program(), overhead, rounds, compile)
}

/// The seconds that cargo takes for itself and for a package that is empty.
fn overhead(empty: &Path, compile: impl Fn() -> Result<Cost>) -> Result<f64> {
    let all = samples(OVERHEADS, || {
        touch(empty)?;
        compile()
    })?;
    Ok(all.median())
}

fn samples(rounds: usize, run: impl Fn() -> Result<Cost>) -> Result<Samples> {
    let mut samples = Samples::default();
    for _ in 0..rounds {
        samples.0.push(run()?.cpu.as_secs_f64());
    }
    Ok(samples)
}

/// The first run and further ones, each after the file was written again.
fn repeat(
    first: Cost,
    file: &Path,
    overhead: f64,
    rounds: usize,
    compile: impl Fn() -> Result<Cost>,
) -> Result<Build> {
    let mut build = Build::default();
    let mut took = Duration::ZERO;
    let mut cost = first;
    loop {
        build.cpu.0.push((cost.cpu.as_secs_f64() - overhead).max(0.0));
        build.peak = build.peak.max(cost.peak);
        took += cost.wall;
        if build.cpu.0.len() >= rounds || took >= ENOUGH {
            return Ok(build);
        }
        touch(file)?;
        cost = compile()?;
    }
}

/// Writes a file as it is. Cargo compiles what is newer than what it made.
fn touch(file: &Path) -> Result<()> {
    let text = fs::read(file)?;
    Ok(fs::write(file, text)?)
}
