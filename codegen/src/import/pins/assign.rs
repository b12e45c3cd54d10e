use super::history::Names;
use super::visit::{List, Named, Visitor};
use crate::naming;
use crate::spec::raw::{Type, Value};
use std::collections::{HashMap, HashSet};

/// What is to be named in one module of the emitted crate.
#[derive(Default)]
pub(super) struct Wanted {
    types: Vec<Candidate>,
    lists: Vec<Listed>,
}

struct Candidate {
    place: Place,
    /// From the short name to ever longer ones.
    names: Vec<String>,
    known: Option<String>,
}

struct Listed {
    place: Place,
    names: Vec<String>,
    known: Option<String>,
    kind: Type,
    values: Vec<Value>,
}

/// Scope and key.
pub(super) type Place = (String, String);

/// The names that were chosen.
#[derive(Default)]
pub(super) struct Chosen {
    pub(super) types: HashMap<Place, String>,
    pub(super) lists: HashMap<Place, String>,
    /// Lists whose name cannot be derived from their own place.
    pub(super) explicit: HashSet<Place>,
}

/// Collects what a scope has to name.
pub(super) struct Collect<'a> {
    pub(super) scope: &'a str,
    pub(super) known: Option<&'a Names>,
    pub(super) wanted: &'a mut Wanted,
}

impl Visitor for Collect<'_> {
    fn fields(&mut self, _: &str, _: &mut [Named<'_>]) {}

    fn object(&mut self, key: &str, names: &[String], _: &mut Option<String>) {
        self.wanted.types.push(Candidate {
            place: (self.scope.to_owned(), key.to_owned()),
            names: candidates(names),
            known: self.known.and_then(|known| known.types.get(key)).cloned(),
        });
    }

    fn values(&mut self, key: &str, names: &[String], list: List<'_>) {
        self.wanted.lists.push(Listed {
            place: (self.scope.to_owned(), key.to_owned()),
            names: candidates(names),
            known: self.known.and_then(|known| known.enumerations.get(key)).cloned(),
            kind: list.kind,
            values: list.values.clone(),
        });
    }
}

/// Type names of a part, from its own name to ever longer ones with the names around it in front.
pub(super) fn candidates(names: &[String]) -> Vec<String> {
    let from =
        |first: usize| naming::type_name(&names.get(first..)?.join("_")).map(|name| name.as_str().to_owned());
    (0..names.len()).rev().filter_map(from).collect()
}

impl Wanted {
    /// Chooses a name for everything: known ones first, then in order the shortest that is free.
    pub(super) fn choose(self, kept: impl IntoIterator<Item = String>) -> Chosen {
        let mut taken: HashSet<String> = kept.into_iter().collect();
        let mut chosen = Chosen::default();
        let Self { types, lists } = self;
        let groups = groups(lists);
        let mut open = Vec::new();
        for (index, candidate) in types.iter().enumerate() {
            match candidate.known.as_ref().filter(|known| taken.insert((*known).clone())) {
                Some(known) => drop(chosen.types.insert(candidate.place.clone(), known.clone())),
                None => open.push(index),
            }
        }
        let mut names: Vec<Option<String>> = Vec::new();
        for group in &groups {
            let known = group.iter().find_map(|listed| listed.known.as_ref());
            names.push(known.filter(|known| taken.insert((*known).clone())).cloned());
        }
        // What lies further out is met more often: it has the short name.
        let mut open: Vec<&Candidate> = open.into_iter().filter_map(|index| types.get(index)).collect();
        open.sort_by_key(|candidate| candidate.names.len());
        for candidate in open {
            if let Some(name) = free(&candidate.names, &mut taken) {
                chosen.types.insert(candidate.place.clone(), name);
            }
        }
        for (group, name) in groups.iter().zip(names) {
            let Some(first) = group.first() else { continue };
            let Some(name) = name.or_else(|| free(&first.names, &mut taken)) else { continue };
            // The generator makes one enumeration of equal lists, unless both have a name.
            let is_alone =
                groups.iter().filter(|other| other.first().is_some_and(|other| other.equals(first))).count()
                    == 1;
            let is_derived = is_alone && group.iter().all(|listed| listed.names.first() == Some(&name));
            for listed in group {
                chosen.lists.insert(listed.place.clone(), name.clone());
                if !is_derived {
                    chosen.explicit.insert(listed.place.clone());
                }
            }
        }
        chosen
    }
}

impl Listed {
    /// Whether both lists are the same in type, values, names and meanings.
    fn equals(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.values.len() == other.values.len()
            && self.values.iter().zip(&other.values).all(|(one, two)| {
                one.value == two.value && one.name == two.name && one.meaning == two.meaning
            })
    }

    /// Whether the values of both mean the same: equal words for equal names, or equal meanings.
    fn means(&self, other: &Self) -> bool {
        let has_meanings = self.values.iter().all(|value| value.meaning.is_some());
        self.equals(other) && (has_meanings || self.names.first() == other.names.first())
    }
}

/// Lists that become one enumeration: equal ones that mean the same, and are not known by different names.
fn groups(lists: Vec<Listed>) -> Vec<Vec<Listed>> {
    let mut groups: Vec<Vec<Listed>> = Vec::new();
    for listed in lists {
        let fits = |group: &&mut Vec<Listed>| {
            group.first().is_some_and(|first| first.means(&listed))
                && (listed.known.is_none()
                    || group.iter().all(|other| other.known.is_none() || other.known == listed.known))
        };
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(listed),
            None => groups.push(vec![listed]),
        }
    }
    groups
}

/// The first candidate that is free; where all are taken, the last one with the lowest free number.
fn free(candidates: &[String], taken: &mut HashSet<String>) -> Option<String> {
    let last = candidates.last()?;
    let numbered = (2_u32..).map(|number| format!("{last}{number}"));
    let name = candidates.iter().cloned().chain(numbered).find(|name| !taken.contains(name))?;
    taken.insert(name.clone());
    Some(name)
}
