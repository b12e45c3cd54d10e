use super::coercion::{Coercion, Original};
use super::path::{self, Path, Place, Step};
use super::raw_value::{RawValue, found};
use super::report::{Report, UnknownField, UnlistedValue};
use super::scalar::{Scalar, Stored};
use super::{Mismatch, SlotMut};
use serde::de::Error;
use serde_json::Value;

/// What a decode bent, and what stopped it.
#[derive(Default)]
pub(super) struct Context {
    pub(super) report: Report,
    pub(super) failure: Option<Mismatch>,
    /// How far the decode got, where the text stopped it.
    pub(super) stopped_at: Option<String>,
    /// Whether a root that its slot cannot hold is kept raw as well: the slot is a field then, and not the whole reply.
    pub(super) keeps_root: bool,
    /// How many of the root's last fields are not in the JSON.
    pub(super) hidden: usize,
    /// A value that cannot be an item of the list that is decoded at the moment: documented type and value.
    pub(super) rejected: Option<(&'static str, Value)>,
}

impl Context {
    /// Passes an outcome on. Of an error it remembers the innermost place.
    pub(super) fn at<T, E>(&mut self, path: &Path<'_>, outcome: Result<T, E>) -> Result<T, E> {
        if outcome.is_err() {
            self.stop(path);
        }
        outcome
    }

    #[cold]
    fn stop(&mut self, path: &Path<'_>) {
        self.stopped_at.get_or_insert_with(|| path::render(path));
    }

    #[cold]
    pub(super) fn coerced(
        &mut self,
        path: &Path<'_>,
        expected: &'static str,
        found: &'static str,
        original: Original,
    ) {
        let place = Place::of(path);
        self.report.coercions.push(Coercion { place, expected, found, original });
    }

    #[cold]
    pub(super) fn unlisted(&mut self, path: &Path<'_>) {
        let path = path::render(path);
        self.report.unlisted_values.push(UnlistedValue { path });
    }

    pub(super) fn unknown(&mut self, path: &Path<'_>, value: Value) {
        let place = Place::of(path);
        self.report.unknown_fields.push(UnknownField { place, value });
    }

    /// Keeps a value that its slot cannot hold; the slot becomes unset.
    ///
    /// # Errors
    /// The value is the whole reply: then nothing of it could be read. The error that travels through serde only
    /// unwinds, the mismatch is in the context.
    #[cold]
    pub(super) fn keep<E: Error>(
        &mut self,
        path: &Path<'_>,
        mut slot: SlotMut<'_>,
        value: Value,
    ) -> Result<(), E> {
        let expected = slot.expected();
        let is_nested = matches!(slot, SlotMut::Record(_) | SlotMut::List(_) | SlotMut::Map(_));
        match path.last() {
            None if self.keeps_root => slot.clear(),
            None => {
                let reason = format!("documented as {expected}, cannot be {}", found(&value));
                let error = E::custom(&reason);
                self.failure.get_or_insert(Mismatch::new(path::render(path), reason));
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
        self.raw(path, expected, value, None);
        Ok(())
    }

    pub(super) fn raw(
        &mut self,
        path: &Path<'_>,
        expected: &'static str,
        value: Value,
        item: Option<(usize, &'static str, &'static str)>,
    ) {
        let place = Place::of(path);
        self.report.raw_values.push(RawValue { place, expected, value, item });
    }

    pub(super) fn store<E: Error>(
        &mut self,
        path: &Path<'_>,
        mut slot: SlotMut<'_>,
        scalar: Scalar<'_>,
    ) -> Result<(), E> {
        let (coerced, listed) = match scalar.store(&mut slot) {
            Some(Stored::Exact) => return Ok(()),
            Some(Stored::Coerced) => (true, true),
            Some(Stored::Unlisted(coerced)) => (coerced, false),
            None => return self.keep(path, slot, scalar.to_json()),
        };
        if coerced {
            self.coerced(path, slot.expected(), scalar.found(), Original::Value(scalar.to_json()));
        }
        if !listed {
            self.unlisted(path);
        }
        Ok(())
    }
}
