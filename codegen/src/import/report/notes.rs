use super::{Document, Done, Outcome, Report};
use crate::import::metadata::{CLOSED_LIST, Finding, FindingKind};
use crate::import::write::{Action, Planned};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What was skipped: each reason of the closed list with its number, and what corrections dropped.
pub(super) fn skipped(report: &Report, verbose: bool) -> String {
    let mut text = String::new();
    for feature in CLOSED_LIST {
        let of_feature = report.done().flat_map(|done| {
            done.skipped
                .iter()
                .filter(|skipped| skipped.reason.feature == *feature)
                .map(move |skipped| (done, skipped))
        });
        let found: Vec<_> = of_feature.collect();
        if found.is_empty() {
            continue;
        }
        line(
            &mut text,
            &format!(
                "skipped: {} that need{} {feature}",
                count(found.len(), "operation"),
                if found.len() == 1 { "s" } else { "" }
            ),
        );
        for (done, skipped) in found.iter().filter(|_| verbose) {
            line(&mut text, &format!("  {}/{}: {}", done.folder, skipped.operation, skipped.reason.because));
        }
    }
    for done in report.done() {
        for (operation, reason) in &done.applied.dropped {
            line(
                &mut text,
                &format!("skipped: {}/{operation} by correction: {}", done.folder, reason.trim()),
            );
        }
    }
    text
}

/// Files that went or stayed against the document; with `verbose` all that are not what they were.
pub(super) fn files(report: &Report, verbose: bool) -> String {
    let mut text = String::new();
    for Planned { path, action } in report.done().flat_map(|done| &done.plan.files) {
        match action {
            Action::Create(_) if verbose => line(&mut text, &format!("created: {path}")),
            Action::Change(_) if verbose => line(&mut text, &format!("changed: {path}")),
            Action::Remove => line(&mut text, &format!("removed: {path}")),
            Action::Keep(why) => line(&mut text, &format!("kept: {path} ({why})")),
            _ => {}
        }
    }
    text
}

/// What was wrong with the documents and put right, by kind; with `verbose` each place.
pub(super) fn findings(report: &Report, verbose: bool) -> String {
    let mut by_kind: BTreeMap<FindingKind, Vec<(&Done, &Finding)>> = BTreeMap::new();
    for done in report.done() {
        for finding in &done.findings {
            by_kind.entry(finding.kind).or_default().push((done, finding));
        }
    }
    let mut text = String::new();
    for (kind, found) in by_kind {
        line(&mut text, &format!("note: {}: {}", kind.title(), found.len()));
        for (done, finding) in found.iter().filter(|_| verbose) {
            line(&mut text, &format!("  {}@{}: {finding}", done.product, done.version));
        }
    }
    let samples: usize = report.done().map(|done| done.samples_left_out).sum();
    if samples > 0 {
        line(&mut text, &format!("note: sample replies without a described reply: {samples}"));
    }
    text
}

/// Documents that were not imported and are no failure.
pub(super) fn refused(report: &Report) -> String {
    let mut text = String::new();
    for Document { shown, outcome } in &report.documents {
        match outcome {
            Outcome::Gateway(refusal) => {
                line(&mut text, &format!("not imported: {shown}: {refusal}"));
                if let Some(help) = &refusal.help {
                    line(&mut text, &format!("  help: {help}"));
                }
            }
            Outcome::NotWanted => {
                line(&mut text, &format!("not imported: {shown}: no operation was asked for"))
            }
            _ => {}
        }
    }
    text
}

pub(super) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn line(text: &mut String, line: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{line}");
}
