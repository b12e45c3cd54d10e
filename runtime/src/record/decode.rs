use super::context::Context;
use super::path::{self, Path, Step};
use super::scalar::{Scalar, Stored};
use super::seed::SlotSeed;
use super::{Mismatch, Record, RecordSlot, Report, SlotMut};
use serde::de::{DeserializeSeed, Deserializer};
use serde_json::Value;

/// A decoded value and how it departed from its documentation.
#[derive(Clone, Debug)]
pub struct Decoded<R> {
    /// The value.
    pub value: R,
    /// What the decode had to bend.
    pub report: Report,
}

type Parser<'a> = serde_json::Deserializer<serde_json::de::StrRead<'a>>;

/// Decodes JSON text. Lenient in the ways that [`Report`] records.
///
/// # Errors
/// The text is no JSON object.
pub fn decode<R: Record + Default>(json: &[u8]) -> Result<Decoded<R>, Mismatch> {
    let mut value = R::default();
    let report = decode_object(&mut value, 0, json)?;
    Ok(Decoded { value, report })
}

/// Decodes a JSON value.
///
/// # Errors
/// The value is no object.
pub fn decode_value<R: Record + Default>(json: &Value) -> Result<Decoded<R>, Mismatch> {
    let mut value = R::default();
    let report = fill(&mut value, 0, json)?;
    Ok(Decoded { value, report })
}

/// Decodes a JSON object into all fields but the last `hidden` ones.
pub(crate) fn decode_object(record: &mut dyn Record, hidden: usize, json: &[u8]) -> Result<Report, Mismatch> {
    let mut deserializer = parser(json)?;
    let report = fill(record, hidden, &mut deserializer)?;
    end(deserializer)?;
    Ok(report)
}

/// Decodes JSON with any root into the first field. A root that the field cannot hold is kept raw.
pub(crate) fn decode_payload(record: &mut dyn Record, json: &[u8]) -> Result<Report, Mismatch> {
    let mut context = Context { keeps_root: true, ..Context::default() };
    let mut deserializer = parser(json)?;
    let outcome = SlotSeed { slot: record.slot_mut(0), path: &Path::Root, context: &mut context }
        .deserialize(&mut deserializer);
    let report = context.outcome(outcome)?;
    end(deserializer)?;
    Ok(report)
}

/// Puts a JSON value into a field; whether it took it. A single value becomes a list where the field is one.
pub(crate) fn assign(record: &mut dyn Record, name: &str, json: Value) -> bool {
    let Some(index) = record.shape().fields().iter().position(|field| *field == name) else { return false };
    let slot = record.slot_mut(index);
    let json = match (&slot, json) {
        (SlotMut::List(_), single @ (Value::String(_) | Value::Number(_) | Value::Bool(_))) => {
            Value::Array(vec![single])
        }
        (_, json) => json,
    };
    let mut context = Context::default();
    let path = Path::Root.then(Step::Key(name));
    // Below the root nothing is an error, and a value needs no parsing.
    let _ = SlotSeed { slot, path: &path, context: &mut context }.deserialize(json);
    context.report.raw_values.is_empty()
}

/// Decodes the text of a header into a field. That it is text is no coercion.
pub(crate) fn decode_header(record: &mut dyn Record, index: usize, text: &str) -> Report {
    let Some(name) = record.shape().fields().get(index) else { return Report::default() };
    let mut context = Context::default();
    let path = Path::Root.then(Step::Field(name));
    let mut slot = record.slot_mut(index);
    let nested = match slot {
        SlotMut::Record(_) | SlotMut::List(_) | SlotMut::Map(_) => serde_json::from_str::<Value>(text).ok(),
        _ => None,
    };
    if let Some(json) = nested {
        // Below the root nothing is an error, and a value needs no parsing.
        let _ = SlotSeed { slot, path: &path, context: &mut context }.deserialize(json);
        return context.report;
    }
    if let SlotMut::Any(cell) = slot {
        *cell = Some(Value::String(text.to_owned()));
        return context.report;
    }
    match Scalar::Text(text).store(&mut slot) {
        Some(Stored::Unlisted(_)) => context.unlisted(&path),
        Some(Stored::Exact | Stored::Coerced) => {}
        None => context.raw(&path, slot.expected(), Value::String(text.to_owned()), None),
    }
    context.report
}

/// A parser of text. Whether the bytes are text is checked once and not for every value, which is several times faster.
fn parser(json: &[u8]) -> Result<Parser<'_>, Mismatch> {
    let text =
        str::from_utf8(json).map_err(|error| Mismatch::new(path::render(&Path::Root), error.to_string()))?;
    Ok(Parser::from_str(text))
}

fn end(mut deserializer: Parser<'_>) -> Result<(), Mismatch> {
    deserializer.end().map_err(|error| Mismatch::new(path::render(&Path::Root), error.to_string()))
}

/// Decodes into `record` whatever a serde format yields.
pub(super) fn fill<'de, D: Deserializer<'de>>(
    record: &mut dyn Record,
    hidden: usize,
    deserializer: D,
) -> Result<Report, Mismatch> {
    let mut context = Context { hidden, ..Context::default() };
    let mut root = Root { record, is_object: false };
    let outcome = SlotSeed { slot: SlotMut::Record(&mut root), path: &Path::Root, context: &mut context }
        .deserialize(deserializer);
    if outcome.is_ok() && !root.is_object {
        return Err(Mismatch::new(path::render(&Path::Root), "documented as object, found nothing"));
    }
    context.outcome(outcome)
}

impl Context {
    fn outcome<E: std::fmt::Display>(self, outcome: Result<(), E>) -> Result<Report, Mismatch> {
        match outcome {
            Ok(()) => Ok(self.report),
            Err(error) => Err(self.failure.unwrap_or_else(|| {
                let path = self.stopped_at.unwrap_or_else(|| path::render(&Path::Root));
                Mismatch::new(path, error.to_string())
            })),
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

    fn put(&mut self, is_present: bool) -> Option<&mut dyn Record> {
        self.is_object |= is_present;
        is_present.then_some(self.record)
    }
}
