use super::arguments::{Schema, SchemaOf};
use super::exit::Status;
use super::{drift, terminal};
use crate::Error;
use crate::diagnostics::display_path;
use crate::schema::{self, FileKind};
use std::path::Path;

/// `schema`: prints a JSON Schema of the spec language, or keeps the files of a folder up to date.
pub(super) fn run(arguments: &Schema) -> Result<Status, Error> {
    match &arguments.out {
        Some(folder) if arguments.check => check(folder),
        Some(folder) => write(folder),
        None => {
            let kind = match arguments.of {
                SchemaOf::Product => FileKind::Product,
                SchemaOf::Operation => FileKind::Operation,
                SchemaOf::Shape => FileKind::Shape,
                SchemaOf::Corrections => FileKind::Corrections,
            };
            terminal::result(&schema::text(kind)?)?;
            Ok(Status::Good)
        }
    }
}

fn write(folder: &Path) -> Result<Status, Error> {
    let schemas = schema::write(folder)?;
    let written = terminal::count(schemas.stale.len(), "file");
    terminal::result(&format!("wrote {written}, {} unchanged\n", schemas.unchanged.len()))?;
    Ok(Status::Good)
}

fn check(folder: &Path) -> Result<Status, Error> {
    let schemas = schema::compare(folder)?;
    if schemas.stale.is_empty() {
        terminal::result(&format!("{} up to date\n", terminal::count(schemas.unchanged.len(), "file")))?;
        return Ok(Status::Good);
    }
    let lines = schemas.stale.iter().map(|path| format!("missing or stale: {}\n", display_path(path)));
    terminal::result(&lines.collect::<String>())?;
    let problem = "the schemas are not those of the spec language";
    terminal::message(&format!("{problem}\n  help: run `{}`", drift::command()));
    Ok(Status::Found)
}
