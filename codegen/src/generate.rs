//! What generating is for all front ends: nothing, where nothing changed since the last run, and else all stages.

use crate::error::Error;
use crate::options::Options;
use crate::output::{self, Outcome, record};
use crate::{pipeline, source};
use std::time::UNIX_EPOCH;

/// Makes the output folder hold what the spec folder says. `reads` is told of each spec file, by its path below the spec folder, before
/// anything can be wrong with it.
pub(crate) fn generate(options: &Options, reads: impl FnMut(&str)) -> Result<Outcome, Error> {
    generate_as(generator().as_deref(), options, reads)
}

/// `generator` is what distinguishes this generator from every other one; without it nothing is recorded.
fn generate_as(
    generator: Option<&str>,
    options: &Options,
    mut reads: impl FnMut(&str),
) -> Result<Outcome, Error> {
    if let Some((inputs, outcome)) = generator.and_then(|generator| unchanged(generator, options)) {
        inputs.iter().for_each(|input| reads(&input.path));
        return Ok(outcome);
    }
    let loaded = pipeline::load(options)?;
    loaded.files.iter().for_each(|path| reads(path));
    let key = generator.and_then(|generator| record::Key::new(generator, options, &loaded.inputs));
    let resolved = loaded.resolve(&options.only)?;
    let files = pipeline::emit(&resolved.model, options)?;
    let outcome = output::write(&files, &options.out, options.layout)?;
    // A run that warned has to warn again.
    if let Some(key) = key.filter(|_| resolved.warnings.is_empty()) {
        record::keep(key, &files, &options.out);
    }
    Ok(Outcome { warnings: resolved.warnings, ..outcome })
}

/// The outcome of a run that has nothing to do, with what it would read.
fn unchanged(generator: &str, options: &Options) -> Option<(Vec<source::Input>, Outcome)> {
    let record = record::Record::read(&options.out)?;
    let inputs = source::inputs(&options.spec, options.jobs)?;
    let key = record::Key::new(generator, options, &inputs)?;
    let unchanged = record.holds(&key, options)?;
    Some((inputs, Outcome { unchanged, is_up_to_date: true, ..Outcome::default() }))
}

/// The version is not enough: people who work on the generator, and updates of what formats its output, change what it makes. A program is
/// replaced as a whole when it is built, so its place, size and time tell one build from another.
fn generator() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    let metadata = program.metadata().ok()?;
    let time = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    Some(format!("{} {} {time} {}", env!("CARGO_PKG_VERSION"), metadata.len(), program.display()))
}

#[cfg(test)]
#[path = "generate_tests.rs"]
mod tests;
