//! What is known and reported while a document is read.

use super::super::raw::RawSchema;
use super::super::{Finding, FindingKind};
use super::place::Place;
use super::prose::Prose;
use std::collections::{HashMap, HashSet};

/// What is known and reported while a document is read.
pub(super) struct Context<'a> {
    /// Findings so far.
    pub(super) findings: Vec<Finding>,
    /// The second document.
    pub(super) prose: Option<Prose<'a>>,
    /// Names of components that the document has.
    pub(super) components: HashSet<String>,
    /// Components that only the second document has, in the order in which they were first referred to.
    pub(super) foreign: Vec<String>,
    /// What the second document writes in place of references to components that it does not have.
    pub(super) spelled_out: HashMap<String, &'a RawSchema<'a>>,
}

impl<'a> Context<'a> {
    /// Reports something.
    pub(super) fn report(&mut self, place: &Place<'_>, kind: FindingKind, text: impl Into<String>) {
        self.findings.push(Finding { place: place.to_string(), kind, text: text.into() });
    }

    /// Reports keys that are given twice.
    pub(super) fn report_twice(&mut self, place: &Place<'_>, keys: &[impl AsRef<str>]) {
        for key in keys {
            let text = format!("`{}` is given twice; the last counts", key.as_ref());
            self.report(place, FindingKind::KeyTwice, text);
        }
    }

    /// Whether a component can be referred to. One that only the second document has is taken over from there.
    pub(super) fn has_component(&mut self, name: &str) -> bool {
        if self.components.contains(name) {
            return true;
        }
        if self.prose.as_ref().and_then(|prose| prose.component(name)).is_none() {
            return false;
        }
        let place = Place::Component(name);
        self.report(
            &place,
            FindingKind::ComponentForeign,
            "only the second document has it; taken from there",
        );
        self.components.insert(name.to_owned());
        self.foreign.push(name.to_owned());
        true
    }

    /// Remembers what the second document writes in place of a reference.
    pub(super) fn spell_out(&mut self, name: &str, schema: &'a RawSchema<'a>) {
        let missing = self.prose.as_ref().is_some_and(|prose| prose.component(name).is_none());
        if missing && !self.spelled_out.contains_key(name) {
            self.spelled_out.insert(name.to_owned(), schema);
        }
    }
}
