use super::{Definitions, EnumerationId, Member, Product, ShapeId, SharedShapes, Type};
use std::collections::{BTreeMap, BTreeSet};

/// Removes the shared types that no operation of the product needs. What stays keeps its name.
pub(super) fn prune(product: &mut Product) {
    let operations = &product.operations;
    product.shared.retain_mut(|shared| {
        let module = shared.definitions.module.clone();
        let references = operations.iter().flat_map(|operation| operation.definitions.shared());
        let wanted = references.filter(|reference| reference.module == module);
        let kept = Kept::from(shared, wanted.map(|reference| reference.wire.as_str()));
        kept.apply(shared);
        !shared.definitions.shapes.is_empty()
    });
}

/// The new place of each type that stays.
struct Kept {
    shapes: BTreeMap<usize, usize>,
    enumerations: BTreeMap<usize, usize>,
}

impl Kept {
    fn from<'a>(shared: &'a SharedShapes, wanted: impl Iterator<Item = &'a str>) -> Self {
        let named: BTreeMap<&str, ShapeId> =
            shared.named.iter().map(|(wire, id)| (wire.as_str(), *id)).collect();
        let mut open: Vec<ShapeId> = wanted.filter_map(|wire| named.get(wire).copied()).collect();
        let (mut shapes, mut enumerations) = (BTreeSet::new(), BTreeSet::new());
        while let Some(id) = open.pop() {
            if !shapes.insert(id.0) {
                continue;
            }
            for member in members(&shared.definitions, id) {
                match leaf(&member.kind) {
                    Type::Object(id) => open.push(*id),
                    Type::Shared(reference) => open.extend(named.get(reference.wire.as_str())),
                    Type::Enumeration(id) => drop(enumerations.insert(id.0)),
                    Type::Scalar(_) | Type::List(_) | Type::Map(_) => {}
                }
            }
        }
        Self { shapes: places(shapes), enumerations: places(enumerations) }
    }

    fn apply(&self, shared: &mut SharedShapes) {
        let is_kept: Vec<bool> = shared.named.iter().map(|(_, id)| self.shapes.contains_key(&id.0)).collect();
        // A file stands for each named shape, in the same order.
        retain(&mut shared.origins, |index| is_kept.get(index).is_none_or(|kept| *kept));
        retain(&mut shared.named, |index| is_kept.get(index).is_some_and(|kept| *kept));
        for (_, id) in &mut shared.named {
            *id = ShapeId(moved(&self.shapes, id.0));
        }
        let definitions = &mut shared.definitions;
        retain(&mut definitions.shapes, |index| self.shapes.contains_key(&index));
        retain(&mut definitions.enumerations, |index| self.enumerations.contains_key(&index));
        for member in definitions.shapes.iter_mut().flat_map(|shape| &mut shape.members) {
            self.adjust(&mut member.kind);
        }
    }

    fn adjust(&self, kind: &mut Type) {
        match kind {
            Type::List(inner) | Type::Map(inner) => self.adjust(inner),
            Type::Object(id) => *id = ShapeId(moved(&self.shapes, id.0)),
            Type::Enumeration(id) => *id = EnumerationId(moved(&self.enumerations, id.0)),
            Type::Scalar(_) | Type::Shared(_) => {}
        }
    }
}

fn members(definitions: &Definitions, id: ShapeId) -> &[Member] {
    definitions.shape(id).map(|shape| shape.members.as_slice()).unwrap_or_default()
}

/// What a list or map holds in the end.
fn leaf(kind: &Type) -> &Type {
    match kind {
        Type::List(inner) | Type::Map(inner) => leaf(inner),
        other => other,
    }
}

fn places(kept: BTreeSet<usize>) -> BTreeMap<usize, usize> {
    kept.into_iter().enumerate().map(|(new, old)| (old, new)).collect()
}

/// Whatever a kept type refers to is kept, so there always is a new place.
fn moved(places: &BTreeMap<usize, usize>, old: usize) -> usize {
    places.get(&old).copied().unwrap_or(old)
}

fn retain<T>(items: &mut Vec<T>, keep: impl Fn(usize) -> bool) {
    let mut index = 0_usize;
    items.retain(|_| {
        let kept = keep(index);
        index = index.saturating_add(1);
        kept
    });
}
