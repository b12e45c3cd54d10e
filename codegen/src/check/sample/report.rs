use super::departure::{Departure, Expected, Place as Where, What};
use super::locate::Body;
use super::recorded::Records;
use super::{Finding, Misfits};
use crate::check::cause::Cause;
use crate::check::product::Product;
use crate::check::scope::{Scope, below};
use crate::check::{contradictions, json, typed};
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::source::{SourceFile, Step};
use crate::spec::raw::{Field, Place, Type};
use serde_json::Value;
use std::collections::HashSet;

/// Turns the departures of one sample into findings and reports.
pub(super) struct Report<'a, 'b, 's> {
    pub(super) body: &'a Body<'a>,
    pub(super) product: &'a Product<'b>,
    pub(super) misfits: &'a mut Misfits,
    pub(super) scope: &'a mut Scope<'s>,
}

impl Report<'_, '_, '_> {
    /// Makes each departure that the sample itself does not record a finding of its field, or a report.
    pub(super) fn departures(mut self, departures: &[Departure<'_>], records: &Records<'_>) {
        let mut undescribed: HashSet<&str> = HashSet::new();
        for departure in departures {
            let is_recorded = records.cover(&departure.path);
            match &departure.what {
                What::Type(expected) => self.wrong_type(departure, expected, is_recorded),
                What::Unlisted(expected) => self.unlisted(departure, expected, is_recorded),
                What::Undescribed { fields, owner } => {
                    if owner.shape.is_none() {
                        self.misfits.hidden.insert(owner.path.clone());
                    }
                    // Once for all items of a list.
                    if undescribed.insert(&departure.path) && !is_recorded {
                        self.undescribed(departure, fields);
                    }
                }
                What::Body if !is_recorded => self.no_body(),
                What::Body => {}
            }
        }
    }

    fn wrong_type(&mut self, departure: &Departure<'_>, expected: &Expected<'_>, is_recorded: bool) {
        let kind = expected.kind.as_str();
        let shown = match (departure.value, expected.kind) {
            (Value::Number(number), Type::Integer | Type::Long) => {
                format!("the number {number}, which is none")
            }
            (value, _) => json::name(value).to_owned(),
        };
        let message = format!("{} is of type {kind}, and the sample shows {shown}", expected.called());
        let finding = Misfit {
            documented: kind.to_owned(),
            cause: Cause::Type(expected.owner.key()),
            message,
            label: format!("no {kind}"),
        };
        self.misfit(departure, expected, finding, is_recorded);
    }

    fn unlisted(&mut self, departure: &Departure<'_>, expected: &Expected<'_>, is_recorded: bool) {
        let text = json::text(departure.value);
        let called = expected.called();
        let message = format!("the sample shows `{text}` for {called}, which is not among its valid values");
        let finding = Misfit {
            documented: typed::joined(expected.values()),
            cause: Cause::Unlisted(expected.place.key(), text),
            message,
            label: "not listed".to_owned(),
        };
        self.misfit(departure, expected, finding, is_recorded);
    }

    fn misfit(
        &mut self,
        departure: &Departure<'_>,
        expected: &Expected<'_>,
        misfit: Misfit,
        is_covered: bool,
    ) {
        let Misfit { documented, cause, message, label } = misfit;
        let is_own = expected.place.shape.is_none() && expected.field.is_some();
        if !is_own && is_covered {
            return;
        }
        let problem = Diagnostic::error(codes::SAMPLE_MISFIT, message).at(
            self.body.source(),
            self.body.value(&departure.json),
            label,
        );
        let problem = self.described(problem, &expected.place, expected.field.is_some());
        if !is_own {
            if expected.place.shape.is_some() && expected.field.is_some_and(contradictions::is_reported) {
                return;
            }
            // What one page shows cannot be recorded in a shape that others share, nor at the root.
            let help = format!("correct one of the two; {}", record_it(&departure.path));
            return self.scope.because(cause, problem.help(help));
        }
        let observed = json::text(departure.value);
        let finding = Finding { place: Place::Sample, documented, observed, cause, problem, is_covered };
        self.misfits.by_field.entry(expected.place.path.clone()).or_default().push(finding);
    }

    /// With the place where it is described.
    fn described(&self, problem: Diagnostic, place: &Where<'_>, has_name: bool) -> Diagnostic {
        let Some(file) = self.file(place) else { return problem };
        let key = if has_name { "name" } else { "type" };
        let mark = file.place(&below(&place.path, [key.into()])).mark;
        problem.also(&file.source, mark, "described here")
    }

    fn file(&self, place: &Where<'_>) -> Option<&SourceFile> {
        match place.shape {
            Some(name) => self.product.shape(name).map(|spec| &*spec.file),
            None => Some(self.scope.file),
        }
    }

    fn undescribed(&mut self, departure: &Departure<'_>, fields: &[Field]) {
        let name = match departure.json.last() {
            Some(Step::Key(name)) => name,
            _ => "",
        };
        let help = match suggest(name, fields.iter().map(|field| field.name.as_str())) {
            Some(near) => format!("describe it in `fields`; or is it `{near}`, misspelt here or there?"),
            None => format!("describe it in `fields`; {}", record_it(&departure.path)),
        };
        let message = format!("the sample shows `{name}`, which the reply does not describe");
        let problem = Diagnostic::error(codes::SAMPLE_MISFIT, message)
            .at(self.body.source(), self.body.key(&departure.json), "no field of this name")
            .help(help);
        self.scope.push(problem);
    }

    fn no_body(&mut self) {
        let message = "the sample shows a reply, and none is described";
        let problem = Diagnostic::error(codes::SAMPLE_MISFIT, message)
            .at(self.body.source(), self.body.whole(), "not described")
            .help("describe the `reply`, or delete the sample");
        self.scope.push(problem);
    }
}

/// What a departure of a described value is to be reported with.
struct Misfit {
    documented: String,
    cause: Cause,
    message: String,
    label: String,
}

fn record_it(path: &str) -> String {
    format!(
        "if the page really contradicts itself, record that at the sample:\ndeparts:\n  - {}",
        crate::format::scalar(path)
    )
}
