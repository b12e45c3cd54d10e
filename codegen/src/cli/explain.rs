use super::arguments::Explain;
use super::exit::Status;
use super::terminal;
use crate::Error;
use crate::diagnostics::{codes, explain, suggest};

/// `explain`: what a code means.
pub(super) fn run(arguments: &Explain) -> Result<Status, Error> {
    let text = match &arguments.code {
        Some(code) => of(code)?,
        None if arguments.markdown => explain::page(),
        None => explain::list(),
    };
    terminal::result(&text)?;
    Ok(Status::Good)
}

fn of(id: &str) -> Result<String, Error> {
    let known = codes::find(id).and_then(explain::of);
    known.map(explain::explanation).ok_or_else(|| {
        let help = match suggest(id, codes::ALL.iter().map(|code| code.id)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`explain` without a code lists all of them".to_owned(),
        };
        Error::usage(format!("there is no code `{id}`\n  help: {help}"))
    })
}
