//! Compares sample replies with the description of the reply.

mod departure;
mod locate;
mod read;
mod recorded;
mod report;
mod traversal;
mod unseen;

pub(super) use departure::Place;
pub use read::departures;
pub use traversal::Shapes;

use super::disagreements::Finding;
use super::product::Product;
use super::scope::{Scope, below};
use crate::diagnostics::{Diagnostic, codes};
use crate::source::Step;
use crate::spec::raw::Operation;
use locate::Body;
use recorded::Records;
use report::Report;
use std::collections::{HashMap, HashSet};
use traversal::Outcome;

/// What the samples of an operation show against its description, by the place of the field in the file.
#[derive(Debug, Default)]
pub(super) struct Misfits {
    by_field: HashMap<Vec<Step>, Vec<Finding>>,
    /// Places of what holds fields, where a sample shows a field that is not described, or where fields should be described.
    hidden: HashSet<Vec<Step>>,
    /// Whether a sample could not be read.
    is_broken: bool,
}

impl Misfits {
    /// What is shown against the field at a place of the file.
    pub(super) fn of(&self, field: &[Step]) -> &[Finding] {
        self.by_field.get(field).map_or(&[], Vec::as_slice)
    }

    /// Whether something that is reported may have hidden the field at a place of the file: a sample that cannot be read, or around the field a
    /// value of another type or a name that is not described.
    pub(super) fn hide(&self, field: &[Step]) -> bool {
        let mut around = (0..field.len()).filter_map(|length| field.get(..length));
        self.is_broken || around.any(|place| self.by_field.contains_key(place) || self.hidden.contains(place))
    }
}

/// Reads all samples. Reports those that are not JSON, fields that the description does not have, and what is wrong with their
/// own records.
pub(super) fn misfits(operation: &Operation, product: &Product<'_>, scope: &mut Scope<'_>) -> Misfits {
    let mut misfits = Misfits::default();
    let mut shown = Vec::new();
    for (index, sample) in operation.samples.iter().enumerate() {
        let path = below(&[], ["samples".into(), index.into(), "body".into()]);
        let body = Body::new(scope.file, &path, &sample.body);
        match read::read(operation, &sample.body) {
            Ok(None) => {
                let outcome = Outcome { is_partial: has_members(operation), ..Outcome::default() };
                drop(Records::new(index, sample, &outcome, &body, scope));
            }
            Ok(Some(value)) => {
                let outcome = read::compare(operation, &value, &product.shapes, false);
                let records = Records::new(index, sample, &outcome, &body, scope);
                let report = Report { body: &body, product, misfits: &mut misfits, scope };
                report.departures(&outcome.departures, &records);
                misfits.hidden.extend(outcome.skipped);
                shown.push(value);
            }
            Err(error) => {
                misfits.is_broken = true;
                unreadable(&body, &error, scope);
            }
        }
    }
    // A sample that cannot be read may show anything.
    if let Some(reply) = operation.reply.as_ref().filter(|_| !misfits.is_broken && !scope.is_imported) {
        unseen::report(&shown, reply, scope);
    }
    misfits
}

/// Whether members are described, though the type of the reply's root has none, which is reported.
fn has_members(operation: &Operation) -> bool {
    let reply = operation.reply.as_ref();
    reply.is_some_and(|reply| !reply.fields.is_empty() || reply.shape.is_some() || reply.items.is_some())
}

/// Notes the types that samples speak for.
pub(super) fn support(operation: &Operation, product: &Product<'_>, scope: &mut Scope<'_>) {
    for sample in &operation.samples {
        if let Ok(Some(value)) = read::read(operation, &sample.body) {
            let outcome = read::compare(operation, &value, &product.shapes, true);
            outcome.supported.into_iter().for_each(|place| scope.support(place));
        }
    }
}

fn unreadable(body: &Body<'_>, error: &serde_json::Error, scope: &mut Scope<'_>) {
    // The parser counts lines from the start of the body; the report shows the place in the file.
    let place_in_body = format!(" at line {} column {}", error.line(), error.column());
    let cause = error.to_string().replace(&place_in_body, "");
    let problem = Diagnostic::error(codes::SAMPLE_NOT_JSON, format!("the sample is not JSON: {cause}"))
        .at(body.source(), body.at_line(error.line()), "")
        .help("copy the body of the reply as the documentation shows it, below `body: |`");
    scope.push(problem);
}
