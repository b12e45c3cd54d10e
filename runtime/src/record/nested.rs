use super::{Record, Slot, SlotMut};

/// A field that holds another record: `Option<R>`, or `Option<Box<R>>` where a type contains itself.
pub trait RecordSlot {
    /// The record, if it is set.
    fn record(&self) -> Option<&dyn Record>;

    /// Sets the field to an empty record and gives it out to be filled; or unsets it, which gives nothing.
    fn put(&mut self, is_present: bool) -> Option<&mut dyn Record>;
}

// No adaptors: each method is compiled anew for each record.
impl<R: Record + Default> RecordSlot for Option<R> {
    fn record(&self) -> Option<&dyn Record> {
        match self {
            Some(record) => Some(record),
            None => None,
        }
    }

    fn put(&mut self, is_present: bool) -> Option<&mut dyn Record> {
        *self = if is_present { Some(R::default()) } else { None };
        match self {
            Some(record) => Some(record),
            None => None,
        }
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
