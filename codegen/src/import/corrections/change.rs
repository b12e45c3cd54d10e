use super::file::Fault;
use super::slots::{KindSlot, Slots};
use crate::spec::raw::{Correction, Type};
use serde::Serialize;

/// Changes a fact. The operation's own facts, names and whether something is there at all are not among them.
pub(super) fn change(slots: Slots<'_>, correction: &Correction, place: &str) -> Result<(), Fault> {
    let what = slots.what;
    let absent = |key: &str| {
        let help = "look at the place, or at the key";
        Fault::new(format!("{what} has no `{key}`"), "not here", help)
    };
    if correction.kind.is_some() {
        let style = slots.style;
        let slot = slots.kind.ok_or_else(|| absent("type"))?;
        let kind = retype(slot, correction, place)?;
        if let Some(style) = style.filter(|_| is_scalar(kind)) {
            *style = None;
        }
    } else if let Some(required) = correction.required {
        set(slots.required.ok_or_else(|| absent("required"))?, required, place, "required")?;
    } else if !correction.values.is_empty() {
        let values = slots.values.ok_or_else(|| absent("values"))?;
        for value in &correction.values {
            if values.iter().any(|listed| listed.value == value.value) {
                return Err(Fault::stale(format!("`{}` is listed at {place} already", value.value)));
            }
            values.push(value.clone());
        }
    } else if correction.no_values {
        let values = slots.values.ok_or_else(|| absent("values"))?;
        if values.is_empty() {
            return Err(Fault::stale(format!("{place} lists no values already")));
        }
        values.clear();
    } else if let Some(position) = correction.position {
        set(slots.position.ok_or_else(|| absent("position"))?, position, place, "position")?;
    } else if let Some(style) = correction.style {
        set(slots.style.ok_or_else(|| absent("style"))?, Some(style), place, "style")?;
    } else if let Some(text) = &correction.deprecated {
        let slot = slots.deprecated.ok_or_else(|| absent("deprecated"))?;
        set(slot, Some(text.clone()), place, "deprecated")?;
    } else if let Some(sensitive) = correction.sensitive {
        set(slots.sensitive.ok_or_else(|| absent("sensitive"))?, sensitive, place, "sensitive")?;
    } else if let Some(text) = &correction.description {
        let slot = slots.description.ok_or_else(|| absent("description"))?;
        set(slot, Some(text.clone()), place, "description")?;
    } else {
        let key = super::form::changes(correction).first().copied().unwrap_or("change");
        return Err(absent(key));
    }
    Ok(())
}

pub(super) fn set<T: PartialEq>(slot: &mut T, new: T, place: &str, key: &str) -> Result<(), Fault> {
    if *slot == new {
        return Err(Fault::stale(format!("{place} has this `{key}` already")));
    }
    *slot = new;
    Ok(())
}

fn retype(slot: KindSlot<'_>, correction: &Correction, place: &str) -> Result<Type, Fault> {
    let KindSlot { kind, fields, shape, items } = slot;
    let new = correction.kind.unwrap_or(*kind);
    let has_more =
        !correction.fields.is_empty() || correction.of_shape.is_some() || correction.items.is_some();
    let is_same =
        same(fields, &correction.fields) && *shape == correction.of_shape && same(items, &correction.items);
    if *kind == new && (is_same || !has_more) {
        return Err(Fault::stale(format!("{place} is of type `{}` already", new.as_str())));
    }
    if matches!(new, Type::Array | Type::Map) && correction.items.is_none() {
        return Err(Fault::new(
            format!("`type: {}` needs `items`", new.as_str()),
            "of what?",
            "add `items` beside `type`, as spec files have them",
        ));
    }
    *kind = new;
    fields.clone_from(&correction.fields);
    shape.clone_from(&correction.of_shape);
    items.clone_from(&correction.items);
    Ok(new)
}

/// Whether two parts of a spec say the same.
fn same<T: Serialize>(one: &T, other: &T) -> bool {
    match (serde_json::to_value(one), serde_json::to_value(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

fn is_scalar(kind: Type) -> bool {
    !matches!(kind, Type::Array | Type::Map | Type::Object | Type::Any)
}
