use super::path::{self, Step};
use super::report::{Coercion, Report, UnknownField, UnlistedValue};
use super::scalar::{Scalar, Stored};
use super::{ListSlot, MapSlot, Record, RecordSlot, Shape, SlotMut};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;
use std::fmt;

/// A decoded value and how it departed from its documentation.
#[derive(Clone, Debug)]
pub struct Decoded<R> {
    /// The value.
    pub value: R,
    /// What the decode had to bend.
    pub report: Report,
}

/// Why a reply could not be decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    path: String,
    reason: String,
}

impl Mismatch {
    /// Place in the reply, such as `VersionSummary[0].Index`; `$` is the root.
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

impl std::error::Error for Mismatch {}

/// Decodes JSON text. Lenient in the ways that [`Report`] records.
///
/// # Errors
/// The text is no JSON object, or a value cannot be read as the documented type.
pub fn decode<R: Record + Default>(json: &[u8]) -> Result<Decoded<R>, Mismatch> {
    let mut value = R::default();
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let report = fill(&mut value, &mut deserializer)?;
    deserializer.end().map_err(|error| Mismatch { path: path::render(&[]), reason: error.to_string() })?;
    Ok(Decoded { value, report })
}

/// Decodes a JSON value.
///
/// # Errors
/// As [`decode`].
pub fn decode_value<R: Record + Default>(json: &Value) -> Result<Decoded<R>, Mismatch> {
    let mut value = R::default();
    let report = fill(&mut value, json)?;
    Ok(Decoded { value, report })
}

/// Decodes into `record` whatever a serde format yields.
pub(super) fn fill<'de, D: Deserializer<'de>>(
    record: &mut dyn Record,
    deserializer: D,
) -> Result<Report, Mismatch> {
    let mut context = Context::default();
    let mut root = Root { record, is_object: false };
    let outcome =
        SlotSeed { slot: SlotMut::Record(&mut root), context: &mut context }.deserialize(deserializer);
    if outcome.is_ok() && !root.is_object {
        return Err(Mismatch {
            path: path::render(&[]),
            reason: "documented as object, found nothing".to_owned(),
        });
    }
    match outcome {
        Ok(()) => Ok(context.report),
        Err(error) => Err(context
            .failure
            .unwrap_or_else(|| Mismatch { path: path::render(&context.path), reason: error.to_string() })),
    }
}

/// Where the decode is, what it bent, and what stopped it.
#[derive(Default)]
struct Context {
    path: Vec<Step>,
    report: Report,
    failure: Option<Mismatch>,
}

impl Context {
    fn coerced(&mut self, expected: &'static str, found: &'static str) {
        let path = path::render(&self.path);
        self.report.coercions.push(Coercion { path, expected, found });
    }

    fn unlisted(&mut self) {
        let path = path::render(&self.path);
        self.report.unlisted_values.push(UnlistedValue { path });
    }

    /// Records the mismatch; the error that travels through serde only unwinds.
    fn fail<E: Error>(&mut self, expected: &'static str, found: &'static str) -> E {
        let reason = format!("documented as {expected}, found {found}");
        let error = E::custom(&reason);
        self.failure.get_or_insert(Mismatch { path: path::render(&self.path), reason });
        error
    }

    fn store<E: Error>(&mut self, slot: SlotMut<'_>, scalar: Scalar<'_>) -> Result<(), E> {
        let expected = slot.expected();
        match scalar.store(slot) {
            Some(Stored::Exact) => {}
            Some(Stored::Coerced) => self.coerced(expected, scalar.found()),
            Some(Stored::Unlisted(coerced)) => {
                if coerced {
                    self.coerced(expected, scalar.found());
                }
                self.unlisted();
            }
            None => return Err(self.fail(expected, scalar.found())),
        }
        Ok(())
    }
}

/// Decodes one value into one slot: the only seed, whatever the type.
struct SlotSeed<'a, 'c> {
    slot: SlotMut<'a>,
    context: &'c mut Context,
}

impl<'de> DeserializeSeed<'de> for SlotSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.slot {
            SlotMut::Any(cell) => {
                let value = Value::deserialize(deserializer)?;
                // A field that is null is unset; in a list or map of anything, null is one of the values.
                let is_item = matches!(self.context.path.last(), Some(Step::Index(_) | Step::Key(_)));
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
        self.context.store(self.slot, Scalar::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.context.store(self.slot, Scalar::Signed(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        let scalar = i64::try_from(value).map_or(Scalar::Unsigned(value), Scalar::Signed);
        self.context.store(self.slot, scalar)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.context.store(self.slot, Scalar::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.context.store(self.slot, Scalar::Text(value))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.context.store(self.slot, Scalar::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        match self.slot {
            SlotMut::List(list) => decode_list(list, items, self.context),
            SlotMut::String(cell) => {
                let json = Value::deserialize(SeqAccessDeserializer::new(items))?;
                *cell = Some(json.to_string());
                self.context.coerced("string", "array");
                Ok(())
            }
            slot => Err(self.context.fail(slot.expected(), "array")),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        match self.slot {
            SlotMut::Record(cell) => decode_record(cell.begin(), members, self.context),
            SlotMut::Map(map) => decode_map(map, members, self.context),
            SlotMut::String(cell) => {
                let json = Value::deserialize(MapAccessDeserializer::new(members))?;
                *cell = Some(json.to_string());
                self.context.coerced("string", "object");
                Ok(())
            }
            slot => Err(self.context.fail(slot.expected(), "object")),
        }
    }
}

/// The root as a slot, so that it is decoded like any other object. Unlike those it must be there.
struct Root<'a> {
    record: &'a mut dyn Record,
    is_object: bool,
}

impl RecordSlot for Root<'_> {
    fn record(&self) -> Option<&dyn Record> {
        Some(self.record)
    }

    fn begin(&mut self) -> &mut dyn Record {
        self.is_object = true;
        self.record
    }

    fn clear(&mut self) {}
}

fn decode_record<'de, A: MapAccess<'de>>(
    record: &mut dyn Record,
    mut members: A,
    context: &mut Context,
) -> Result<(), A::Error> {
    let shape = record.shape();
    let mut hint = 0;
    while let Some(key) = members.next_key_seed(KeySeed { shape, hint })? {
        match key {
            Key::Known(index, name) => {
                hint = index.saturating_add(1);
                context.path.push(Step::Field(name));
                let slot = record.slot_mut(index);
                members.next_value_seed(SlotSeed { slot, context: &mut *context })?;
            }
            Key::Unknown(name) => {
                context.path.push(Step::Unknown(name));
                let value = members.next_value()?;
                let path = path::render(&context.path);
                context.report.unknown_fields.push(UnknownField { path, value });
            }
        }
        context.path.pop();
    }
    Ok(())
}

fn decode_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn ListSlot,
    mut items: A,
    context: &mut Context,
) -> Result<(), A::Error> {
    list.begin();
    let mut index = 0_usize;
    loop {
        context.path.push(Step::Index(index));
        let mut outcome = Ok(None);
        list.push(&mut |slot| {
            outcome = items.next_element_seed(SlotSeed { slot, context: &mut *context });
        });
        if outcome?.is_none() {
            context.path.pop();
            return Ok(());
        }
        context.path.pop();
        index = index.saturating_add(1);
    }
}

fn decode_map<'de, A: MapAccess<'de>>(
    map: &mut dyn MapSlot,
    mut members: A,
    context: &mut Context,
) -> Result<(), A::Error> {
    map.begin();
    while let Some(key) = members.next_key::<String>()? {
        context.path.push(Step::Key(key.clone()));
        let mut outcome = Ok(());
        map.insert(key, &mut |slot| {
            outcome = members.next_value_seed(SlotSeed { slot, context: &mut *context });
        });
        outcome?;
        context.path.pop();
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
        let known = self.shape.position(name, self.hint);
        let known = known.and_then(|index| Some(Key::Known(index, self.shape.fields().get(index)?)));
        Ok(known.unwrap_or_else(|| Key::Unknown(name.to_owned())))
    }
}
