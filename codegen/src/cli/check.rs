use super::arguments::{Check, Deny, Report};
use super::exit::Status;
use super::terminal;
use crate::diagnostics::{Diagnostics, Severity};
use crate::{Builder, Error};

/// `check`: the problems of the spec files.
pub(super) fn run(arguments: &Check) -> Result<Status, Error> {
    let (mut problems, counted) = match Builder::new().spec(&arguments.spec.folder).check() {
        Ok(checked) => {
            let operations = terminal::count(checked.operations, "operation");
            let products = terminal::count(checked.products, "product");
            (checked.warnings, format!("{operations} of {products}, no errors\n"))
        }
        Err(error) => (error.into_problems()?, String::new()),
    };
    if arguments.deny == Some(Deny::Warnings) {
        problems.deny_warnings();
    }
    let status = if problems.has_errors() { Status::Found } else { Status::Good };
    match arguments.format {
        Report::Human => human(&problems, &counted)?,
        Report::Json => terminal::result(&problems.to_json())?,
        Report::Sarif => terminal::result(&problems.to_sarif())?,
    }
    Ok(status)
}

fn human(problems: &Diagnostics, counted: &str) -> Result<(), Error> {
    terminal::problems(problems);
    match problems.count(Severity::Error) {
        0 => terminal::result(counted),
        _ => Ok(()),
    }
}
