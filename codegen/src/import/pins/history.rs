use crate::model::{Definitions, Member, Model, Operation, ShapeId, Type};
use std::collections::HashMap;

/// The names that an earlier import has been generated with.
///
/// A key is the place of a part in its request, reply or shape: `Data.Items[]` is the struct in a list, `Data.Status` a field or an enumeration.
#[derive(Clone, Debug, Default)]
pub struct History {
    scopes: HashMap<String, Names>,
}

/// The names of one request, reply or shared shape.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub(super) fields: HashMap<String, String>,
    pub(super) types: HashMap<String, String>,
    pub(super) enumerations: HashMap<String, String>,
    /// Key of the enumeration, and value.
    pub(super) variants: HashMap<(String, String), String>,
}

impl History {
    /// The names in a model.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        let mut history = Self::default();
        for product in &model.products {
            for operation in &product.operations {
                for (side, root) in [("request", Operation::REQUEST), ("reply", Operation::REPLY)] {
                    let names = history.scopes.entry(scope(side, &operation.name)).or_default();
                    shape(&operation.definitions, root, names);
                }
            }
            for shared in &product.shared {
                for (wire, id) in &shared.named {
                    let names = history.scopes.entry(scope("shape", wire)).or_default();
                    shape(&shared.definitions, *id, names);
                }
            }
        }
        history
    }

    pub(super) fn names(&self, scope: &str) -> Option<&Names> {
        self.scopes.get(scope)
    }
}

/// How the names of one side of an operation, or of a shared shape, are called.
pub(super) fn scope(side: &str, name: &str) -> String {
    format!("{side} {name}")
}

fn shape(definitions: &Definitions, id: ShapeId, names: &mut Names) {
    let members = definitions.shape(id).map(|shape| shape.members.as_slice()).unwrap_or_default();
    for member in members {
        // A recursive struct is met again under a longer path; its fields are there already.
        if names.fields.insert(member.path.clone(), member.name.as_str().to_owned()).is_none() {
            kind(definitions, member, &member.kind, member.path.clone(), names);
        }
    }
}

fn kind(definitions: &Definitions, member: &Member, kind_of: &Type, key: String, names: &mut Names) {
    match kind_of {
        Type::List(inner) => kind(definitions, member, inner, format!("{key}[]"), names),
        Type::Map(inner) => kind(definitions, member, inner, format!("{key}{{}}"), names),
        Type::Object(id) => {
            let name = definitions.shape(*id).map(|shape| shape.name.as_str().to_owned());
            names.types.extend(name.map(|name| (key, name)));
            shape(definitions, *id, names);
        }
        Type::Enumeration(id) => {
            let Some(found) = definitions.enumeration(*id) else { return };
            names.enumerations.insert(member.path.clone(), found.name.as_str().to_owned());
            for variant in &found.variants {
                let place = (member.path.clone(), variant.value.clone());
                names.variants.insert(place, variant.name.as_str().to_owned());
            }
        }
        Type::Scalar(_) | Type::Shared(_) => {}
    }
}
