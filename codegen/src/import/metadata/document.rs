//! The normalised document.

use super::{Api, Finding, FindingKind, Schema};
use std::collections::{BTreeMap, HashMap};

/// One product version as its metadata describes it, with everything questionable decided and reported.
#[derive(Clone, Debug)]
pub struct Document {
    /// Product code in its official case, for example `Sas`.
    pub product: String,
    /// Version of the product's API. Mostly a date, but not always: only ever a text.
    pub version: String,
    /// Style the document declares. The style of a call is [`Api::call`].
    pub style: Style,
    /// Region and host pairs, each once, in document order.
    pub endpoints: Vec<Endpoint>,
    /// Schemas that others refer to by name.
    pub components: Components,
    /// Operations in document order. Their names are unique.
    pub apis: Vec<Api>,
    /// Language of the texts taken from the second document; none where there was no usable one.
    pub prose_language: Option<Language>,
    /// What was wrong with the document and what was made of it, in the order it was come across.
    pub findings: Vec<Finding>,
}

impl Document {
    /// Number of findings of each kind that occurs.
    pub fn count_findings(&self) -> BTreeMap<FindingKind, usize> {
        let mut counts = BTreeMap::new();
        for finding in &self.findings {
            *counts.entry(finding.kind).or_default() += 1;
        }
        counts
    }
}

/// Style of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Style {
    /// Operations are named in the query: none has a path.
    Rpc,
    /// Every operation has a path.
    Roa,
    /// Both: an operation is called by path where it has one.
    V3,
}

/// Where a region is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Region, for example `cn-hangzhou`.
    pub region: String,
    /// Host name without scheme and path.
    pub host: String,
}

/// Language that texts are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English. Texts of an English document that are mostly Chinese were not translated, and not taken.
    English,
    /// Chinese.
    Chinese,
}

/// A schema with a name.
#[derive(Clone, Debug)]
pub struct Component {
    /// Name as written; no identifier, it may hold spaces.
    pub name: String,
    /// Schema, with its own description.
    pub schema: Schema,
}

impl Component {
    /// Whether the component is an object with properties and so a type of its own. All others (scalars, lists,
    /// maps, bare objects, other names of components) are to be put in place of references to them. That comes
    /// to an end: no chain of references through such components alone leads back to its start.
    pub fn is_shape(&self) -> bool {
        self.schema.kind.is_object_with_properties()
    }
}

/// The components of a document in its order, found by name.
///
/// Every [`Kind::Reference`](super::Kind::Reference) in a document names one of them.
#[derive(Clone, Debug, Default)]
pub struct Components {
    list: Vec<Component>,
    index: HashMap<String, usize>,
}

impl Components {
    /// The component of a name.
    pub fn get(&self, name: &str) -> Option<&Component> {
        self.list.get(*self.index.get(name)?)
    }

    /// All in document order; those that only the second document has come last.
    pub fn iter(&self) -> std::slice::Iter<'_, Component> {
        self.list.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Adds a component or replaces the one of its name.
    pub(super) fn put(&mut self, component: Component) {
        match self.index.get(&component.name).and_then(|at| self.list.get_mut(*at)) {
            Some(place) => *place = component,
            None => {
                self.index.insert(component.name.clone(), self.list.len());
                self.list.push(component);
            }
        }
    }
}

impl<'a> IntoIterator for &'a Components {
    type Item = &'a Component;
    type IntoIter = std::slice::Iter<'a, Component>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}
