//! Which shared shapes the files of a folder need.

use crate::spec::raw;
use std::collections::{BTreeMap, BTreeSet};

/// The shapes that an operation refers to itself.
pub(super) fn of_operation(operation: &raw::Operation) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for parameter in &operation.parameters {
        members(parameter.shape.as_deref(), &parameter.fields, parameter.items.as_deref(), &mut found);
    }
    if let Some(reply) = &operation.reply {
        members(None, &reply.headers, None, &mut found);
        members(reply.shape.as_deref(), &reply.fields, reply.items.as_deref(), &mut found);
    }
    found
}

/// The shapes that a shape refers to itself.
pub(super) fn of_shape(shape: &raw::SharedShape) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    members(None, &shape.fields, None, &mut found);
    found
}

/// The shapes that a file may refer to. Works on any text; one that only looks like a reference, as in a sample, counts.
pub(super) fn of_text(text: &str) -> BTreeSet<&str> {
    let references = text.lines().filter_map(|line| {
        let line = line.trim_start();
        line.strip_prefix("- ").unwrap_or(line).strip_prefix("shape: ")
    });
    references.map(|name| name.trim().trim_matches(['"', '\''])).collect()
}

/// All shapes that some of them lead to, through the references of each.
pub(super) fn closure<'a>(
    begin: impl IntoIterator<Item = &'a str>,
    references: &BTreeMap<&'a str, BTreeSet<&'a str>>,
) -> BTreeSet<&'a str> {
    let mut open: Vec<&str> = begin.into_iter().collect();
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            open.extend(references.get(name).into_iter().flatten());
        }
    }
    reached
}

fn members<'a>(
    shape: Option<&'a str>,
    fields: &'a [raw::Field],
    items: Option<&'a raw::Item>,
    found: &mut BTreeSet<&'a str>,
) {
    found.extend(shape);
    for field in fields {
        members(field.shape.as_deref(), &field.fields, field.items.as_deref(), found);
    }
    if let Some(item) = items {
        members(item.shape.as_deref(), &item.fields, item.items.as_deref(), found);
    }
}
