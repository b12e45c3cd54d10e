use crate::model::{Definitions, Enumeration, EnumerationId, Origin, Product, Type};
use crate::naming::Ident;
use std::collections::{BTreeMap, BTreeSet};

/// The enumerations that several modules of a product have alike, sorted by name. Each is emitted once: the traits of an
/// enumeration are what the compiler checks longest, and a language or a risk level stands in hundreds of operations.
#[derive(Default)]
pub(super) struct Common<'a>(BTreeMap<&'a Ident, CommonEnumeration<'a>>);

/// One of them.
pub(super) struct CommonEnumeration<'a> {
    /// As its first module has it.
    pub(super) enumeration: &'a Enumeration,
    /// Whether all modules describe it with the same words.
    pub(super) has_one_description: bool,
    /// Whether it stands in a list or map anywhere.
    pub(super) is_in_lists: bool,
    /// The modules that have it.
    uses: usize,
    /// Their files.
    origins: Vec<&'a Origin>,
}

impl<'a> Common<'a> {
    /// Modules need a name for one list only. So where lists that differ have the same name, the one with the most
    /// uses is common, the first of them where several have as many.
    pub(super) fn of(product: &'a Product) -> Self {
        let mut lists: BTreeMap<&Ident, Vec<CommonEnumeration<'_>>> = BTreeMap::new();
        for (definitions, origins) in modules(product) {
            let in_lists = in_lists(definitions);
            for (index, enumeration) in definitions.enumerations.iter().enumerate() {
                let is_in_lists = in_lists.contains(&EnumerationId(index));
                let known = lists.entry(&enumeration.name).or_default();
                match known.iter_mut().find(|known| is_equal(known.enumeration, enumeration)) {
                    Some(known) => known.add(enumeration, is_in_lists, origins),
                    None => known.push(CommonEnumeration::first(enumeration, is_in_lists, origins)),
                }
            }
        }
        let most = |lists: Vec<CommonEnumeration<'a>>| {
            // Of equal ones the last is the maximum, so the first one comes last.
            lists.into_iter().rev().filter(|list| list.uses > 1).max_by_key(|list| list.uses)
        };
        Self(lists.into_iter().filter_map(|(name, lists)| Some((name, most(lists)?))).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn holds(&self, enumeration: &Enumeration) -> bool {
        self.0.get(&enumeration.name).is_some_and(|common| is_equal(common.enumeration, enumeration))
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &CommonEnumeration<'a>> {
        self.0.values()
    }

    /// The files that have any of them, each once and in their order.
    pub(super) fn origins(&self) -> impl Iterator<Item = &'a Origin> {
        let origins = self.all().flat_map(|common| &common.origins);
        origins.map(|origin| (&origin.path, *origin)).collect::<BTreeMap<_, _>>().into_values()
    }
}

impl<'a> CommonEnumeration<'a> {
    fn first(enumeration: &'a Enumeration, is_in_lists: bool, origins: &'a [Origin]) -> Self {
        Self {
            enumeration,
            has_one_description: true,
            is_in_lists,
            uses: 1,
            origins: origins.iter().collect(),
        }
    }

    fn add(&mut self, other: &Enumeration, is_in_lists: bool, origins: &'a [Origin]) {
        self.has_one_description &= self.enumeration.description == other.description;
        self.is_in_lists |= is_in_lists;
        self.uses = self.uses.saturating_add(1);
        self.origins.extend(origins);
    }
}

/// The enumerations of a module that are items of a list or values of a map somewhere in it.
pub(super) fn in_lists(definitions: &Definitions) -> BTreeSet<EnumerationId> {
    fn listed(kind: &Type, is_inside: bool) -> Option<EnumerationId> {
        match kind {
            Type::List(inner) | Type::Map(inner) => listed(inner, true),
            Type::Enumeration(id) => is_inside.then_some(*id),
            Type::Scalar(_) | Type::Object(_) | Type::Shared(_) => None,
        }
    }
    definitions.members().filter_map(|member| listed(&member.kind, false)).collect()
}

/// The modules with types, and the files that each is made from.
fn modules(product: &Product) -> impl Iterator<Item = (&Definitions, &[Origin])> {
    let operations = product
        .operations
        .iter()
        .map(|operation| (&operation.definitions, std::slice::from_ref(&operation.origin)));
    let shared = product.shared.iter().map(|shared| (&shared.definitions, shared.origins.as_slice()));
    operations.chain(shared)
}

/// Whether one emitted type can stand for both. Descriptions are those of fields, and the fields keep them.
fn is_equal(one: &Enumeration, other: &Enumeration) -> bool {
    one.name == other.name && one.wire == other.wire && one.variants == other.variants
}
