use super::coercion::Original;
use super::context::Context;
use super::encode::to_json_text;
use super::path::{self, Path, Step};
use super::raw_value::found;
use super::seed::SlotSeed;
use super::{ListSlot, MapSlot, Record, Shape};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

pub(super) fn decode_record<'de, A: MapAccess<'de>>(
    record: &mut dyn Record,
    mut members: A,
    path: &Path<'_>,
    context: &mut Context,
) -> Result<(), A::Error> {
    let shape = record.shape();
    let hidden = if path.is_root() { context.hidden } else { 0 };
    let visible = shape.fields().len().saturating_sub(hidden);
    let mut hint = 0;
    while let Some(key) = members.next_key_seed(KeySeed { shape, hint, visible })? {
        match key {
            Key::Known(index, name) => {
                hint = index.saturating_add(1);
                let path = path.then(Step::Field(name));
                let slot = record.slot_mut(index);
                let outcome = members.next_value_seed(SlotSeed { slot, path: &path, context: &mut *context });
                context.at(&path, outcome)?;
            }
            Key::Unknown(name) => {
                let path = path.then(Step::Unknown(&name));
                let value = context.at(&path, members.next_value())?;
                context.unknown(&path, value);
            }
        }
    }
    Ok(())
}

pub(super) fn decode_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn ListSlot,
    mut items: A,
    path: &Path<'_>,
    context: &mut Context,
) -> Result<(), A::Error> {
    list.begin();
    let before = (context.report.coercions.len(), context.report.unlisted_values.len());
    let mut index = 0_usize;
    loop {
        let item = path.then(Step::Index(index));
        let mut outcome = Ok(None);
        list.push(&mut |slot| {
            outcome = items.next_element_seed(SlotSeed { slot, path: &item, context: &mut *context });
        });
        if context.at(&item, outcome)?.is_none() {
            return Ok(());
        }
        if let Some((expected, value)) = context.rejected.take() {
            let item = (index, expected, found(&value));
            let mut all = originals(list, index, before.0, path, context).map_err(A::Error::custom)?;
            all.push(value);
            while let Some(value) = items.next_element()? {
                all.push(value);
            }
            // Nothing is bent in what is kept as it arrived.
            context.report.coercions.truncate(before.0);
            context.report.unlisted_values.truncate(before.1);
            if matches!(path.last(), Some(Step::Index(_) | Step::Key(_))) {
                list.begin();
            } else {
                list.clear();
            }
            context.raw(path, "array", Value::Array(all), Some(item));
            return Ok(());
        }
        index = index.saturating_add(1);
    }
}

/// The first `count` items of a list of scalars as they arrived.
fn originals(
    list: &dyn ListSlot,
    count: usize,
    before: usize,
    path: &Path<'_>,
    context: &Context,
) -> Result<Vec<Value>, serde_json::Error> {
    let path = path::render(path);
    let mut coercions = context.report.coercions.get(before..).unwrap_or_default().iter().peekable();
    let mut kept = 0..;
    let mut all = Vec::with_capacity(count);
    for index in 0..count {
        let place = path::item(path.clone(), index);
        let original =
            coercions.next_if(|coercion| coercion.path() == place).map(|coercion| &coercion.original);
        if let Some(Original::Value(value @ (Value::Null | Value::String(_)))) = original
            && value.as_str().unwrap_or_default().is_empty()
        {
            // Counts as absent, so the list does not have it.
            all.push(value.clone());
            continue;
        }
        let node = kept.next().and_then(|index| list.node(index));
        match (original, node) {
            (Some(Original::Value(value)), _) => all.push(value.clone()),
            (_, Some(node)) => all.push(serde_json::from_str(&to_json_text(node)?)?),
            (_, None) => {}
        }
    }
    Ok(all)
}

pub(super) fn decode_map<'de, A: MapAccess<'de>>(
    map: &mut dyn MapSlot,
    mut members: A,
    path: &Path<'_>,
    context: &mut Context,
) -> Result<(), A::Error> {
    map.begin();
    while let Some(key) = members.next_key::<String>()? {
        let path = path.then(Step::Key(&key));
        let mut outcome = Ok(());
        map.insert(key.clone(), &mut |slot| {
            outcome = members.next_value_seed(SlotSeed { slot, path: &path, context: &mut *context });
        });
        context.at(&path, outcome)?;
    }
    Ok(())
}

enum Key {
    Known(usize, &'static str),
    Unknown(String),
}

/// Looks a member's name up where serde holds it, so that a known name is never allocated.
struct KeySeed {
    shape: &'static Shape,
    hint: usize,
    /// Number of fields that the JSON can have.
    visible: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        let known = self.shape.position(name, self.hint, self.visible);
        let known = known.and_then(|index| Some(Key::Known(index, self.shape.fields().get(index)?)));
        Ok(known.unwrap_or_else(|| Key::Unknown(name.to_owned())))
    }
}
