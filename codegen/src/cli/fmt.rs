use super::arguments::Fmt;
use super::exit::Status;
use super::{drift, terminal};
use crate::diagnostics::display_path;
use crate::format::{self, Formatted};
use crate::{Error, Options};

/// `fmt`: gives the spec files their canonical form, or with `--check` tells which do not have it.
pub(super) fn run(arguments: &Fmt) -> Result<Status, Error> {
    let formatted = format::folder(&arguments.spec.folder, Options::default().jobs)?;
    terminal::problems(&formatted.problems);
    let status = if formatted.problems.has_errors() { Status::Found } else { Status::Good };
    if arguments.check {
        return check(&formatted, status);
    }
    format::write(&formatted)?;
    let changed = terminal::count(formatted.changed.len(), "file");
    terminal::result(&format!("formatted {changed}, {} unchanged\n", formatted.unchanged))?;
    Ok(status)
}

fn check(formatted: &Formatted, status: Status) -> Result<Status, Error> {
    if formatted.changed.is_empty() {
        terminal::result(&format!("{} in canonical form\n", terminal::count(formatted.unchanged, "file")))?;
        return Ok(status);
    }
    let mut text = String::new();
    for changed in &formatted.changed {
        let difference = drift::difference(&changed.found, &changed.canonical);
        text.push_str(&format!("not canonical: {}\n{difference}", display_path(&changed.path)));
    }
    terminal::result(&text)?;
    let is_one = formatted.changed.len() == 1;
    let files = terminal::count(formatted.changed.len(), "file");
    let are = if is_one { "is" } else { "are" };
    terminal::message(&format!("{files} {are} not in canonical form\n  help: run `{}`", drift::command()));
    Ok(Status::Found)
}
