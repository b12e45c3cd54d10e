//! Compares sample replies with the description of the reply.

mod compare;
mod locate;
mod unseen;

use super::disagreements::Finding;
use super::scope::{Scope, below};
use crate::diagnostics::{Diagnostic, codes};
use crate::source::Step;
use crate::spec::ShapeSpec;
use crate::spec::raw::Operation;
use locate::Body;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

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

/// Reads all samples. Reports samples that are no JSON object and fields that the description does not have.
pub(super) fn misfits(operation: &Operation, shapes: &[ShapeSpec], scope: &mut Scope<'_>) -> Misfits {
    let mut misfits = Misfits::default();
    let mut objects = Vec::new();
    for (index, sample) in operation.samples.iter().enumerate() {
        let path = below(&[], ["samples".into(), index.into(), "body".into()]);
        let body = Body::new(scope.file, &path, &sample.body);
        match serde_json::from_str(&sample.body) {
            Ok(Value::Object(members)) => {
                compare::compare(&members, &operation.reply.fields, shapes, &body, &mut misfits, scope);
                objects.push(members);
            }
            Ok(_) => report(&body, body.whole(), "the sample is no JSON object", scope),
            Err(error) => {
                let place = body.at_line(error.line());
                // The parser counts lines from the start of the body; the report shows the place in the file.
                let place_in_body = format!(" at line {} column {}", error.line(), error.column());
                let cause = error.to_string().replace(&place_in_body, "");
                report(&body, place, &format!("the sample is not JSON: {cause}"), scope);
            }
        }
    }
    // A sample that cannot be read may show anything.
    misfits.is_broken = objects.len() < operation.samples.len();
    if !misfits.is_broken {
        unseen::report(&objects, &operation.reply.fields, scope);
    }
    misfits
}

fn report(body: &Body<'_>, place: std::ops::Range<usize>, message: &str, scope: &mut Scope<'_>) {
    let problem = Diagnostic::error(codes::SAMPLE_NOT_JSON, message)
        .at(body.source(), place, "")
        .help("copy the body of the reply as the documentation shows it, below `body: |`");
    scope.push(problem);
}
