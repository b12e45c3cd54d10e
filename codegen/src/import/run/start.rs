use super::document;
use super::prepare::prepare;
use super::{Import, Progress};
use crate::error::Error;
use crate::import::parallel;
use crate::import::report::{Document, Report};
use crate::import::write::Only;
use crate::schema;
use std::sync::Mutex;

/// Imports documents, each on its own: one that cannot be imported does not keep the others from it.
///
/// # Errors
/// Something is wrong before any document is looked at: a source that is not there, a glob that matches nothing, a product version
/// that is given twice. Then nothing was written. Whatever is wrong with single documents is part of the report.
pub fn run(import: &Import, progress: &dyn Progress) -> Result<Report, Error> {
    let only = Only::new(&import.only)?;
    let prepared = prepare(import, &only, progress);
    if prepared.is_err() {
        progress.end();
    }
    let prepared: Vec<_> = prepared?.into_iter().map(Mutex::new).collect();
    // Threads that are not needed for documents help with the files of a single one.
    let inner = if prepared.len() == 1 { import.jobs } else { 1 };
    let documents = parallel::map(&prepared, import.jobs, |prepared| {
        let mut prepared = prepared.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let outcome = document::import(&mut prepared, &only, import, inner);
        progress.done(&prepared.wanted.shown);
        Document { shown: prepared.wanted.shown.clone(), outcome }
    });
    progress.end();
    let report = Report::new(documents, import.check);
    if report.has_written() {
        schema::write_missing(&import.out)?;
    }
    Ok(report)
}
