use super::items;
use crate::model::{Definitions, Member, Operation, Product, Shape, ShapeId, Shared, Type};
use std::collections::BTreeSet;

/// The wire names of all parameters and fields of an operation that must not be printed, also of those in shared shapes.
pub(super) fn names<'a>(product: &'a Product, operation: &'a Operation) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut names = secret(operation.definitions.members());
    let mut open: Vec<&Shared> = operation.definitions.shared().collect();
    while let Some(shared) = open.pop() {
        if !seen.insert((&shared.module, &shared.wire)) {
            continue;
        }
        let Some((definitions, id)) = items::find(product, shared) else { continue };
        for shape in nested(definitions, id) {
            names.extend(secret(shape.members.iter()));
            open.extend(shape.members.iter().filter_map(|member| member.kind.shared()));
        }
    }
    names
}

fn secret<'a>(members: impl Iterator<Item = &'a Member>) -> BTreeSet<&'a str> {
    members.filter(|member| member.sensitive).map(|member| member.wire.as_str()).collect()
}

/// A struct, and those of its module that stand in it.
fn nested(definitions: &Definitions, id: ShapeId) -> Vec<&Shape> {
    let mut found = Vec::new();
    let mut open = vec![id];
    while let Some(shape) = open.pop().and_then(|id| definitions.shape(id)) {
        open.extend(shape.members.iter().filter_map(|member| object(&member.kind)));
        found.push(shape);
    }
    found
}

fn object(kind: &Type) -> Option<ShapeId> {
    match kind {
        Type::Object(id) => Some(*id),
        Type::List(inner) | Type::Map(inner) => object(inner),
        Type::Scalar(_) | Type::Enumeration(_) | Type::Shared(_) => None,
    }
}
