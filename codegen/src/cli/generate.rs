use super::arguments::Generate;
use super::exit::Status;
use super::{drift, runtime, terminal};
use crate::{Builder, Error};
use std::path::Path;

/// `generate`: writes the crate, or with `--check` compares it.
pub(super) fn run(arguments: Generate) -> Result<Status, Error> {
    let mut builder = Builder::new()
        .spec(&arguments.spec.folder)
        .out(&arguments.out)
        .operations(arguments.only)
        .runtime(arguments.runtime.unwrap_or_else(|| runtime::default_of(Path::new(""))))
        .package(arguments.package);
    if let Some(jobs) = arguments.jobs {
        builder = builder.jobs(jobs.get());
    }
    if arguments.check {
        return drift::report(&builder.check_drift()?, &arguments.out);
    }
    let outcome = builder.generate()?;
    terminal::problems(&outcome.warnings);
    let written = terminal::count(outcome.written.len(), "file");
    let (unchanged, removed) = (outcome.unchanged.len(), outcome.removed.len());
    terminal::result(&format!("wrote {written}, {unchanged} unchanged, {removed} removed\n"))?;
    Ok(Status::Good)
}
