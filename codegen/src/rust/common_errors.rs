use crate::model::{ErrorCode, Operation, Product};
use std::collections::{BTreeMap, BTreeSet};

/// The errors that nearly all operations of a product document: the module of the codes tells them once. Counted once for a
/// product, since every operation asks.
pub(super) struct CommonErrors<'a>(BTreeMap<Key<'a>, BTreeSet<&'a str>>);

/// What makes two errors one: code, status and description. Messages differ with their examples.
type Key<'a> = (&'a str, Option<u16>, Option<&'a str>);

impl<'a> CommonErrors<'a> {
    /// One operation in so many may lack a common error. Of fewer operations, each tells all of its errors.
    const MANY: usize = 20;

    pub(super) fn of(product: &'a Product) -> Self {
        let mut having: BTreeMap<Key<'_>, BTreeSet<&str>> = BTreeMap::new();
        for operation in &product.operations {
            for error in &operation.errors {
                having.entry(key(error)).or_default().insert(&operation.name);
            }
        }
        let all = product.operations.len();
        let few = all / Self::MANY;
        having.retain(|_, names| few > 0 && names.len().saturating_add(few) >= all);
        Self(having)
    }

    pub(super) fn holds(&self, error: &ErrorCode) -> bool {
        self.0.contains_key(&key(error))
    }

    /// The operations that do not document a common error.
    pub(super) fn without<'p>(
        &'p self,
        product: &'p Product,
        error: &'p ErrorCode,
    ) -> impl Iterator<Item = &'p Operation> {
        let having = self.0.get(&key(error));
        let has =
            move |operation: &&Operation| having.is_some_and(|names| names.contains(operation.name.as_str()));
        product.operations.iter().filter(move |operation| !has(operation))
    }
}

fn key(error: &ErrorCode) -> Key<'_> {
    (&error.code, error.status, error.description.as_deref())
}
