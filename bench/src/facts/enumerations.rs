use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use alicloud_codegen::model::{Enumeration, Model};
use serde::{Deserialize, Serialize};

use crate::error::Result;

/// How many enumerations facts have. A document has all of them, and ours makes one type of those that are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Enumerations {
    /// All, each as often as an operation has it.
    all: usize,
    /// Those that differ in name or values.
    distinct: usize,
    /// The types that ours makes.
    emitted: usize,
}

impl Enumerations {
    /// Counts those of a model.
    pub(super) fn count(model: &Model) -> Self {
        let mut counts = Self { all: 0, distinct: 0, emitted: 0 };
        for product in &model.products {
            let operations = product.operations.iter().map(|operation| &operation.definitions);
            let modules = operations.chain(product.shared.iter().map(|shapes| &shapes.definitions));
            counts.add(modules.flat_map(|definitions| &definitions.enumerations));
        }
        counts
    }

    /// Adds the enumerations of one product.
    fn add<'a>(&mut self, enumerations: impl Iterator<Item = &'a Enumeration>) {
        // Of each name, those that differ, with the number of their uses.
        let mut known: BTreeMap<&str, Vec<(&Enumeration, usize)>> = BTreeMap::new();
        for one in enumerations {
            self.all += 1;
            let named = known.entry(one.name.as_str()).or_default();
            let is_equal = |other: &Enumeration| other.wire == one.wire && other.variants == one.variants;
            match named.iter_mut().find(|(other, _)| is_equal(other)) {
                Some((_, uses)) => *uses += 1,
                None => named.push((one, 1)),
            }
        }
        for named in known.values() {
            self.distinct += named.len();
            let uses = named.iter().map(|(_, uses)| uses);
            // The one with the most uses is made once, and all others of its name where they are used.
            self.emitted += uses.clone().sum::<usize>() - uses.max().map_or(0, |most| most - 1);
        }
    }

    /// Keeps them beside a document.
    pub(super) fn keep(self, document: &Path) -> Result<()> {
        Ok(fs::write(beside(document), serde_json::to_vec(&self)?)?)
    }
}

impl fmt::Display for Enumerations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { all, distinct, emitted } = self;
        write!(f, "{all} enumerations, {distinct} of them distinct, and ours makes {emitted} types of them")
    }
}

/// The number of enumerations in a document that was made here.
///
/// # Errors
///
/// The document was not made here.
pub(crate) fn of(document: &Path) -> Result<Enumerations> {
    Ok(serde_json::from_slice(&fs::read(beside(document))?)?)
}

fn beside(document: &Path) -> PathBuf {
    document.with_extension("enumerations")
}
