use crate::diagnostics::{Diagnostic, Label};
use crate::source::Step;
use std::collections::HashSet;
use std::sync::Arc;

/// What several reports can go back to. They become one, with all their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// The type of the member or item at a path: its default, example, limits and the samples may all speak against it.
    Type(Vec<Step>),
    /// A value that the list of a member leaves out.
    Unlisted(Vec<Step>, String),
}

impl Cause {
    /// The type of the member or item at a path.
    pub(super) fn type_of(path: &[Step]) -> Self {
        Self::Type(path.to_vec())
    }

    fn help(&self) -> &'static str {
        match self {
            Self::Type(_) => "correct the type, if all marked places speak against it",
            Self::Unlisted(..) => "list the value, if it is valid",
        }
    }
}

/// One report for each cause, in the order in which the causes first came up. A type is the cause only if nothing supports it.
pub(super) fn merge(found: Vec<(Cause, Diagnostic)>, supported: &HashSet<Vec<Step>>) -> Vec<Diagnostic> {
    let mut groups: Vec<(Cause, Vec<Diagnostic>)> = Vec::new();
    for (cause, problem) in found {
        let is_supported = matches!(&cause, Cause::Type(path) if supported.contains(path));
        match groups.iter_mut().find(|(known, _)| *known == cause && !is_supported) {
            Some((_, group)) => group.push(problem),
            None => groups.push((cause, vec![problem])),
        }
    }
    groups.into_iter().filter_map(|(cause, group)| merged(&cause, group)).collect()
}

/// The first in the file stands for all of them.
fn merged(cause: &Cause, mut group: Vec<Diagnostic>) -> Option<Diagnostic> {
    group.sort_by_key(|problem| problem.primary.as_ref().map(|label| label.span.start));
    let several = group.len() > 1;
    let mut group = group.into_iter();
    let mut first = group.next()?;
    if several {
        first.helps.insert(0, cause.help().to_owned());
    }
    for other in group {
        for label in other.primary.into_iter().chain(other.secondary) {
            if !first.primary.iter().chain(&first.secondary).any(|known| is_same(known, &label)) {
                first.secondary.push(label);
            }
        }
        for help in other.helps {
            if !first.helps.contains(&help) {
                first.helps.push(help);
            }
        }
    }
    Some(first)
}

fn is_same(one: &Label, other: &Label) -> bool {
    Arc::ptr_eq(&one.source, &other.source) && one.span == other.span
}
