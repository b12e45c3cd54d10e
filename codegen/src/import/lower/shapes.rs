use super::facts::description;
use super::kind::{Context, kind};
use crate::spec::raw;
use std::collections::BTreeSet;

/// The components that operations use, and those that these use in turn, in the order of the document.
pub(super) fn used(context: &mut Context<'_>) -> Vec<raw::SharedShape> {
    let document = context.document;
    let mut done: BTreeSet<String> = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(name) = context.used.difference(&done).next().cloned() {
        if let Some(component) = document.components.get(&name) {
            let fields = kind(&component.schema, context).fields;
            let description = description(&component.schema, &name, context);
            found.push(raw::SharedShape {
                name: name.clone(),
                description,
                fields,
                origin: None,
                allow: Vec::new(),
            });
        }
        done.insert(name);
    }
    let place = |shape: &raw::SharedShape| {
        document.components.iter().position(|component| component.name == shape.name)
    };
    found.sort_by_key(place);
    found
}
