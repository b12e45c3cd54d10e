use super::departure::{Departure, What};
use super::locate::Body;
use super::traversal::Outcome;
use crate::check::scope::{Scope, below};
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::format::scalar;
use crate::source::Step;
use crate::spec::raw::Sample;
use std::collections::HashSet;

/// The paths that a sample records in `departs`.
pub(super) struct Records<'a> {
    /// Those that are recorded, and those that another entry was probably meant to be.
    covered: HashSet<&'a str>,
}

impl<'a> Records<'a> {
    /// Compares the recorded paths with those at which the sample departs, and reports what does not occur.
    pub(super) fn new(
        index: usize,
        sample: &'a Sample,
        outcome: &'a Outcome<'a>,
        body: &Body<'_>,
        scope: &mut Scope<'_>,
    ) -> Self {
        let departures = &outcome.departures;
        let mut covered: HashSet<&str> = sample.departs.iter().map(String::as_str).collect();
        let mut seen: HashSet<&str> = HashSet::new();
        for (at, path) in sample.departs.iter().enumerate() {
            let place = place(index, at);
            if !seen.insert(path) {
                let first = sample.departs.iter().position(|earlier| earlier == path).unwrap_or_default();
                let problem = Diagnostic::new(codes::DUPLICATE_VALUE, format!("`{path}` is listed twice"))
                    .help("delete one of the two: an entry stands for all places of its path");
                let problem = scope.also(problem, &self::place(index, first), "first time");
                scope.report(&place, "second time", problem);
            } else if departures.iter().all(|departure| departure.path != *path) {
                let open = || {
                    departures.iter().filter(|departure| {
                        !covered.contains(departure.path.as_str()) && !departure.is_recorded_by_field()
                    })
                };
                // What is around it is reported, and hides it.
                if outcome.is_partial || open().any(|departure| is_inside(path, &departure.path)) {
                    continue;
                }
                let near = suggest(path, open().map(|departure| departure.path.as_str()));
                match near.and_then(|near| open().find(|departure| departure.path == near)) {
                    Some(meant) => {
                        covered.insert(&meant.path);
                        outdated(path, &place, meant, body, scope);
                    }
                    None => vanished(path, &place, scope),
                }
            }
        }
        Self { covered }
    }

    /// Whether a departure at a path needs no other record.
    pub(super) fn cover(&self, path: &str) -> bool {
        self.covered.contains(path)
    }
}

fn place(sample: usize, entry: usize) -> Vec<Step> {
    below(&[], ["samples".into(), sample.into(), "departs".into(), entry.into()])
}

fn outdated(path: &str, place: &[Step], meant: &Departure<'_>, body: &Body<'_>, scope: &mut Scope<'_>) {
    let shown = match meant.what {
        What::Undescribed { .. } => body.key(&meant.json),
        _ => body.value(&meant.json),
    };
    let message = format!("recorded is `{path}`, but the sample departs at `{}`", meant.path);
    let problem = Diagnostic::new(codes::STALE_DISAGREEMENT, message)
        .also(body.source(), shown, "it departs here")
        .help(format!("write `{}`, or correct the description", scalar(&meant.path)));
    scope.report(place, "does not occur", problem);
}

fn vanished(path: &str, place: &[Step], scope: &mut Scope<'_>) {
    let message = format!("`{path}` is recorded, and the sample does not depart there");
    let problem = Diagnostic::new(codes::STALE_DISAGREEMENT, message).help("delete the entry");
    scope.report(place, "does not occur", problem);
}

/// Whether a path leads to something inside what another leads to.
fn is_inside(path: &str, other: &str) -> bool {
    let is_root = other == "$" && path != "$";
    is_root || path.strip_prefix(other).is_some_and(|rest| rest.starts_with(['.', '[', '{']))
}
