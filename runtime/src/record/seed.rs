use super::SlotMut;
use super::coercion::Original;
use super::containers::{decode_list, decode_map, decode_record};
use super::context::Context;
use super::path::{Path, Step};
use super::scalar::Scalar;
use bytes::Bytes;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;
use std::fmt;

/// Decodes one value into one slot: the only seed, whatever the type.
pub(super) struct SlotSeed<'a, 'c> {
    pub(super) slot: SlotMut<'a>,
    pub(super) path: &'c Path<'c>,
    pub(super) context: &'c mut Context,
}

impl<'de> DeserializeSeed<'de> for SlotSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.slot {
            SlotMut::Any(cell) => {
                let value = Value::deserialize(deserializer)?;
                // A field that is null is unset; in a list or map of anything, null is one of the values.
                let is_item = matches!(self.path.last(), Some(Step::Index(_) | Step::Key(_)));
                *cell = Some(value).filter(|value| is_item || !value.is_null());
                Ok(())
            }
            SlotMut::Absent => IgnoredAny::deserialize(deserializer).map(|_| ()),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for SlotSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slot.expected())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        match self.slot {
            SlotMut::Boolean(cell) => {
                *cell = Some(value);
                Ok(())
            }
            slot => self.context.store(self.path, slot, Scalar::Boolean(value)),
        }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.context.store(self.path, self.slot, Scalar::Signed(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        match (self.slot, i32::try_from(value), i64::try_from(value)) {
            (SlotMut::Integer(cell), Ok(value), _) => {
                *cell = Some(value);
                Ok(())
            }
            (SlotMut::Long(cell), _, Ok(value)) => {
                *cell = Some(value);
                Ok(())
            }
            (slot, _, Ok(value)) => self.context.store(self.path, slot, Scalar::Signed(value)),
            (slot, _, Err(_)) => self.context.store(self.path, slot, Scalar::Unsigned(value)),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.context.store(self.path, self.slot, Scalar::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        match self.slot {
            SlotMut::String(cell) => {
                *cell = Some(value.to_owned());
                Ok(())
            }
            slot => self.context.store(self.path, slot, Scalar::Text(value)),
        }
    }

    fn visit_bytes<E: Error>(self, value: &[u8]) -> Result<(), E> {
        match self.slot {
            SlotMut::Bytes(cell) => {
                *cell = Some(Bytes::copy_from_slice(value));
                Ok(())
            }
            slot => self.context.keep(self.path, slot, Value::from(value)),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.context.store(self.path, self.slot, Scalar::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        match self.slot {
            SlotMut::List(list) => decode_list(list, items, self.path, self.context),
            slot => {
                let value = Value::deserialize(SeqAccessDeserializer::new(items))?;
                self.context.structure(self.path, slot, value, "array")
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        match self.slot {
            SlotMut::Record(cell) => match cell.put(true) {
                Some(record) => decode_record(record, members, self.path, self.context),
                None => IgnoredAny.visit_map(members).map(|_| ()),
            },
            SlotMut::Map(map) => decode_map(map, members, self.path, self.context),
            slot => {
                let value = Value::deserialize(MapAccessDeserializer::new(members))?;
                self.context.structure(self.path, slot, value, "object")
            }
        }
    }
}

impl Context {
    /// An array or object in a slot of another kind.
    fn structure<E: Error>(
        &mut self,
        path: &Path<'_>,
        slot: SlotMut<'_>,
        value: Value,
        found: &'static str,
    ) -> Result<(), E> {
        match slot {
            SlotMut::String(cell) => {
                *cell = Some(value.to_string());
                self.coerced(path, "string", found, Original::Text);
                Ok(())
            }
            SlotMut::List(list) => match wrapped(value) {
                Ok((name, items)) => {
                    self.coerced(path, "array", found, Original::Wrapped(name));
                    let seed = SlotSeed { slot: SlotMut::List(list), path, context: self };
                    seed.deserialize(items).map_err(E::custom)
                }
                Err(value) => self.keep(path, SlotMut::List(list), value),
            },
            SlotMut::Bytes(cell) => match bytes(&value) {
                Some(bytes) => {
                    *cell = Some(bytes);
                    Ok(())
                }
                None => self.keep(path, SlotMut::Bytes(cell), value),
            },
            slot => self.keep(path, slot, value),
        }
    }
}

/// The list in an object that has nothing else (`docs/wire.md`, "Success replies").
fn wrapped(value: Value) -> Result<(String, Value), Value> {
    match value {
        Value::Object(members) if members.len() == 1 && members.values().all(Value::is_array) => {
            members.into_iter().next().ok_or(Value::Null)
        }
        other => Err(other),
    }
}

/// JSON has no bytes; serde writes them as a list of numbers.
fn bytes(value: &Value) -> Option<Bytes> {
    let items = value.as_array()?.iter();
    items.map(|item| u8::try_from(item.as_u64()?).ok()).collect()
}
