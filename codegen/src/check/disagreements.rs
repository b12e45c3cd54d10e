use super::cause::Cause;
use super::examples;
use super::members::{Member, Role};
use super::sample::Misfits;
use super::scope::{Scope, below};
use crate::diagnostics::{Diagnostic, codes};
use crate::format::scalar;
use crate::source::Step;
use crate::spec::raw::{Disagreement, Place, Type};

/// A contradiction that was found in a spec.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// Which part of the page departs from the documented form.
    pub(super) place: Place,
    /// The documented form, as a `disagrees` entry would word it.
    pub(super) documented: String,
    /// What the part shows, to the letter.
    pub(super) observed: String,
    /// What further findings may go back to as well.
    pub(super) cause: Cause,
    /// How to report it where it is not recorded, with its place but without the advice to record it.
    pub(super) problem: Diagnostic,
    /// Whether the sample that shows it records it itself.
    pub(super) is_covered: bool,
}

/// Compares what a member records with what is found in its examples, values and samples.
pub(super) fn member(member: &Member<'_>, misfits: &Misfits, scope: &mut Scope<'_>) {
    // What an item has to record stands at its array or map.
    if member.role != Role::Item {
        let mut findings = examples::findings(member, scope);
        findings.extend(misfits.of(&member.path).iter().cloned());
        // Bytes cannot stand there, which is reported.
        let is_excused = misfits.hide(&member.path) || matches!(member.kind, Type::Binary | Type::Byte);
        settle(&member.path, member.disagrees, findings, is_excused, scope);
    }
}

/// As [`member`], for a member of a shared shape: what a sample shows belongs to one page, so it cannot stand here.
pub(super) fn shared_member(member: &Member<'_>, scope: &mut Scope<'_>) {
    if member.role == Role::Item {
        return;
    }
    for (index, _) in member.disagrees.iter().enumerate().filter(|(_, record)| record.place == Place::Sample)
    {
        let path = below(&member.path, ["disagrees".into(), index.into(), "in".into()]);
        let problem =
            Diagnostic::error(codes::KEY_DOES_NOT_FIT, "a shared shape cannot record what a sample shows")
                .help("describe the object's `fields` in the operation whose sample shows it");
        scope.report(&path, "belongs to one operation", problem);
    }
    let recorded: Vec<_> =
        member.disagrees.iter().filter(|record| record.place != Place::Sample).cloned().collect();
    settle(&member.path, &recorded, examples::findings(member, scope), false, scope);
}

/// Reports every finding that is not recorded, and every record that has no finding. Records about samples are excused where no sample
/// could show them, for a reason that is reported.
pub(super) fn settle(
    owner: &[Step],
    recorded: &[Disagreement],
    findings: Vec<Finding>,
    is_excused: bool,
    scope: &mut Scope<'_>,
) {
    for place in [Place::Sample, Place::Example, Place::Values] {
        let mut open: Vec<&Finding> = Vec::new();
        for finding in findings.iter().filter(|finding| finding.place == place) {
            match open.iter_mut().find(|other| other.observed == finding.observed) {
                Some(other) if other.is_covered => *other = finding,
                Some(_) => {}
                None => open.push(finding),
            }
        }
        let mut stale = Vec::new();
        for (index, record) in recorded.iter().enumerate().filter(|(_, record)| record.place == place) {
            match open.iter().position(|finding| finding.observed == record.observed) {
                Some(found) => drop(open.remove(found)),
                None => stale.push((index, record)),
            }
        }
        // A record and a finding that are left over belong together: the record is out of date.
        let mut unrecorded = open.into_iter().filter(|finding| !finding.is_covered);
        for (index, record) in stale {
            let path = below(owner, ["disagrees".into(), index.into(), "observed".into()]);
            match unrecorded.next() {
                Some(finding) => outdated(&path, record, finding, scope),
                None if place == Place::Sample && is_excused => {}
                None => vanished(&path, record, scope),
            }
        }
        for finding in unrecorded {
            scope.because(finding.cause.clone(), finding.problem.clone().help(record_it(finding)));
        }
    }
}

fn outdated(path: &[Step], record: &Disagreement, finding: &Finding, scope: &mut Scope<'_>) {
    let place = record.place.as_str();
    let message =
        format!("recorded is `{}` in the {place}, but that shows `{}`", record.observed, finding.observed);
    let mut problem = Diagnostic::error(codes::STALE_DISAGREEMENT, message)
        .help(format!("write `observed: {}`", scalar(&finding.observed)));
    if let Some(label) = &finding.problem.primary {
        problem = problem.also(&label.source, label.span.clone(), "this is what it shows");
    }
    scope.report(path, "not what it shows", problem);
}

fn vanished(path: &[Step], record: &Disagreement, scope: &mut Scope<'_>) {
    let message = format!("the recorded disagreement in the {} does not occur", record.place.as_str());
    let problem = Diagnostic::error(codes::STALE_DISAGREEMENT, message)
        .help("delete the entry, or write `in: text` if it is about the prose of the page");
    scope.report(path, "not found", problem);
}

fn record_it(finding: &Finding) -> String {
    let Finding { place, documented, observed, .. } = finding;
    format!(
        "correct it; if the page really contradicts itself, record that:\ndisagrees:\n  - in: {}\n    documented: {}\n    observed: {}",
        place.as_str(),
        scalar(documented),
        scalar(observed),
    )
}
