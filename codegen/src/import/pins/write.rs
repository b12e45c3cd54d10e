use super::assign::{Chosen, candidates};
use super::history::Names;
use super::visit::{List, Named, Visitor};
use crate::naming;
use crate::spec::raw::{Type, Value};
use std::collections::HashSet;

/// Writes the chosen names where they are not the derived ones.
pub(super) struct Write<'a> {
    pub(super) scope: &'a str,
    pub(super) known: Option<&'a Names>,
    pub(super) chosen: &'a Chosen,
}

impl Visitor for Write<'_> {
    fn fields(&mut self, key: &str, fields: &mut [Named<'_>]) {
        let place = |wire: &str| if key.is_empty() { wire.to_owned() } else { format!("{key}.{wire}") };
        let known = |wire: &str| self.known.and_then(|known| known.fields.get(&place(wire))).cloned();
        let derived = |wire: &str| Some(naming::field(wire).as_str().to_owned());
        name_all(
            fields,
            |field| known(field.wire),
            |field| derived(field.wire),
            |name, number| format!("{}_{number}", name.trim_end_matches('_')),
            |field, name| *field.rust_name = name,
        );
    }

    fn object(&mut self, key: &str, names: &[String], type_name: &mut Option<String>) {
        let place = (self.scope.to_owned(), key.to_owned());
        let chosen = self.chosen.types.get(&place);
        *type_name = chosen.filter(|name| candidates(names).first() != Some(name)).cloned();
    }

    fn values(&mut self, key: &str, _: &[String], list: List<'_>) {
        let place = (self.scope.to_owned(), key.to_owned());
        let chosen = self.chosen.lists.get(&place).filter(|_| self.chosen.explicit.contains(&place));
        *list.enumeration = chosen.cloned();
        let known = |value: &str| {
            let place = (key.to_owned(), value.to_owned());
            self.known.and_then(|known| known.variants.get(&place)).cloned()
        };
        let kind = list.kind;
        let own: Vec<Option<String>> = list.values.iter().map(|value| value.name.clone()).collect();
        name_all(
            list.values,
            |value| known(&value.value),
            |value| value.name.as_deref().and_then(camel).or_else(|| derived(kind, value)),
            |name, number| format!("{name}{number}"),
            |value, name| value.name = name,
        );
        // A name of its own that was free needs no other spelling.
        for (value, own) in list.values.iter_mut().zip(own) {
            if value.name.is_none()
                && let Some(own) = own
                && camel(&own) != derived(kind, value)
            {
                value.name = Some(own);
            }
        }
    }
}

fn camel(name: &str) -> Option<String> {
    Some(naming::variant(name).as_str().to_owned())
}

/// The variant that the generator makes of the value alone.
fn derived(kind: Type, value: &Value) -> Option<String> {
    match (kind, value.value.parse::<i64>()) {
        (Type::Integer | Type::Long, Ok(number)) => Some(naming::numeric_variant(number).as_str().to_owned()),
        _ => camel(&value.value),
    }
}

/// Gives each item a name of its own: known ones first, then derived ones, numbered where they are taken. `set` gets a name where it is not the
/// derived one.
fn name_all<T>(
    items: &mut [T],
    known: impl Fn(&T) -> Option<String>,
    derived: impl Fn(&T) -> Option<String>,
    numbered: impl Fn(&str, u32) -> String,
    mut set: impl FnMut(&mut T, Option<String>),
) {
    let mut taken = HashSet::new();
    let mut chosen: Vec<Option<String>> =
        items.iter().map(|item| known(item).filter(|name| taken.insert(name.clone()))).collect();
    for (item, slot) in items.iter().zip(&mut chosen) {
        let Some(name) = derived(item).filter(|_| slot.is_none()) else { continue };
        let others = (2_u32..).map(|number| numbered(&name, number));
        let free = std::iter::once(name.clone()).chain(others).find(|name| !taken.contains(name));
        taken.extend(free.clone());
        *slot = free;
    }
    for (item, name) in items.iter_mut().zip(chosen) {
        let explicit = name.filter(|name| derived(item).as_ref() != Some(name));
        set(item, explicit);
    }
}
