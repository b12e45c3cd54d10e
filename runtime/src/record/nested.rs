use super::{Record, Slot, SlotMut};

/// A field that holds another record: `Option<R>`, or `Option<Box<R>>` where a type contains itself.
pub trait RecordSlot {
    /// The record, if it is set.
    fn record(&self) -> Option<&dyn Record>;

    /// Sets the field to an empty record and gives it out to be filled.
    fn begin(&mut self) -> &mut dyn Record;

    /// Unsets the field.
    fn clear(&mut self);
}

impl<R: Record + Default> RecordSlot for Option<R> {
    #[inline]
    fn record(&self) -> Option<&dyn Record> {
        self.as_ref().map(|record| record as &dyn Record)
    }

    #[inline]
    fn begin(&mut self) -> &mut dyn Record {
        self.insert(R::default())
    }

    #[inline]
    fn clear(&mut self) {
        *self = None;
    }
}

/// A type that contains itself does so in a box.
impl<R: Record> Record for Box<R> {
    fn slot(&self, index: usize) -> Slot<'_> {
        (**self).slot(index)
    }

    fn slot_mut(&mut self, index: usize) -> SlotMut<'_> {
        (**self).slot_mut(index)
    }
}
