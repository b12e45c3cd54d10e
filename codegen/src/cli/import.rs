use super::arguments;
use super::exit::Status;
use super::progress::Bar;
use super::{drift, terminal};
use crate::Error;
use crate::import::report::Report;
use crate::import::run::{self, Import};

/// `import`: writes spec files from the official metadata, or with `--check` tells what would change.
pub(super) fn run(arguments: arguments::Import) -> Result<Status, Error> {
    let arguments::Import { sources, docs, out, only, replace, portal, check, verbose, jobs } = arguments;
    let mut import = Import { sources, docs, out, only, replace, portal, check, ..Import::default() };
    if let Some(jobs) = jobs {
        import.jobs = jobs.get();
    }
    let report = run::run(&import, &Bar::default())?;
    show(&report, verbose)
}

fn show(report: &Report, verbose: bool) -> Result<Status, Error> {
    terminal::result(&report.text(verbose || report.is_check))?;
    terminal::problems(&report.problems());
    for failure in report.failures() {
        terminal::message(&failure);
    }
    if report.is_check && report.has_changes() {
        terminal::message(&format!(
            "the spec files are not those of the documents\n  help: run `{}`",
            drift::command()
        ));
        return Ok(Status::Found);
    }
    if let Some(error) = report.errors().find(|error| Status::of(error) == Status::Trouble) {
        return Ok(Status::of(error));
    }
    Ok(if report.has_failures() { Status::Found } else { Status::Good })
}
