use super::coercion::{Coercion, Original};
use super::path::{self, Place, Step};
use super::raw_value::{RawValue, found};
use super::report::{Report, UnknownField, UnlistedValue};
use super::scalar::{Scalar, Stored};
use super::{Mismatch, SlotMut};
use serde::de::Error;
use serde_json::Value;

/// Where a decode is, what it bent, and what stopped it.
#[derive(Default)]
pub(super) struct Context {
    pub(super) path: Vec<Step>,
    pub(super) report: Report,
    pub(super) failure: Option<Mismatch>,
    /// Whether a root that its slot cannot hold is kept raw as well: the slot is a field then, and not the whole reply.
    pub(super) keeps_root: bool,
    /// How many of the root's last fields are not in the JSON.
    pub(super) hidden: usize,
    /// A value that cannot be an item of the list that is decoded at the moment: documented type and value.
    pub(super) rejected: Option<(&'static str, Value)>,
}

impl Context {
    pub(super) fn coerced(&mut self, expected: &'static str, found: &'static str, original: Original) {
        let place = Place::of(&self.path);
        self.report.coercions.push(Coercion { place, expected, found, original });
    }

    pub(super) fn unlisted(&mut self) {
        let path = path::render(&self.path);
        self.report.unlisted_values.push(UnlistedValue { path });
    }

    pub(super) fn unknown(&mut self, value: Value) {
        let place = Place::of(&self.path);
        self.report.unknown_fields.push(UnknownField { place, value });
    }

    /// Keeps a value that its slot cannot hold; the slot becomes unset.
    ///
    /// # Errors
    /// The value is the whole reply: then nothing of it could be read. The error that travels through serde only
    /// unwinds, the mismatch is in the context.
    pub(super) fn keep<E: Error>(&mut self, mut slot: SlotMut<'_>, value: Value) -> Result<(), E> {
        let expected = slot.expected();
        let is_nested = matches!(slot, SlotMut::Record(_) | SlotMut::List(_) | SlotMut::Map(_));
        match self.path.last() {
            None if self.keeps_root => slot.clear(),
            None => {
                let reason = format!("documented as {expected}, cannot be {}", found(&value));
                let error = E::custom(&reason);
                self.failure.get_or_insert(Mismatch::new(path::render(&self.path), reason));
                return Err(error);
            }
            Some(Step::Index(_)) if !is_nested => {
                self.rejected = Some((expected, value));
                return Ok(());
            }
            // An empty one holds the place in its list or map.
            Some(Step::Index(_) | Step::Key(_)) => slot.begin(),
            Some(Step::Field(_) | Step::Unknown(_)) => slot.clear(),
        }
        self.raw(expected, value, None);
        Ok(())
    }

    pub(super) fn raw(
        &mut self,
        expected: &'static str,
        value: Value,
        item: Option<(usize, &'static str, &'static str)>,
    ) {
        let place = Place::of(&self.path);
        self.report.raw_values.push(RawValue { place, expected, value, item });
    }

    pub(super) fn store<E: Error>(&mut self, mut slot: SlotMut<'_>, scalar: Scalar<'_>) -> Result<(), E> {
        let expected = slot.expected();
        match scalar.store(&mut slot) {
            Some(Stored::Exact) => {}
            Some(Stored::Coerced) => {
                self.coerced(expected, scalar.found(), Original::Value(scalar.to_json()))
            }
            Some(Stored::Unlisted(coerced)) => {
                if coerced {
                    self.coerced(expected, scalar.found(), Original::Value(scalar.to_json()));
                }
                self.unlisted();
            }
            None => return self.keep(slot, scalar.to_json()),
        }
        Ok(())
    }
}
