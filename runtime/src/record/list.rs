use super::{Element, Node, SlotMut};

/// A list field: `Vec<T>` in replies, `Option<Vec<T>>` in requests, where unset and empty are sent differently.
pub trait ListSlot {
    /// Number of items, or `None` when the list is unset.
    fn size(&self) -> Option<usize>;

    /// The item at `index`.
    fn node(&self, index: usize) -> Option<Node<'_>>;

    /// Makes the list present and empty.
    fn begin(&mut self);

    /// Unsets the list; a reply's list becomes empty.
    fn clear(&mut self);

    /// Hands an empty cell to `fill` and keeps it as the next item if it was filled.
    fn push(&mut self, fill: &mut dyn FnMut(SlotMut<'_>));
}

impl<T: Element> ListSlot for Vec<T> {
    fn size(&self) -> Option<usize> {
        Some(Vec::len(self))
    }

    fn node(&self, index: usize) -> Option<Node<'_>> {
        self.get(index).map(T::node)
    }

    fn begin(&mut self) {
        Vec::clear(self);
    }

    fn clear(&mut self) {
        Vec::clear(self);
    }

    fn push(&mut self, fill: &mut dyn FnMut(SlotMut<'_>)) {
        let mut cell = None;
        fill(T::slot_mut(&mut cell));
        if let Some(item) = cell {
            Vec::push(self, item);
        }
    }
}

impl<T: Element> ListSlot for Option<Vec<T>> {
    fn size(&self) -> Option<usize> {
        self.as_ref().map(Vec::len)
    }

    fn node(&self, index: usize) -> Option<Node<'_>> {
        self.as_ref()?.get(index).map(T::node)
    }

    fn begin(&mut self) {
        *self = Some(Vec::new());
    }

    fn clear(&mut self) {
        *self = None;
    }

    fn push(&mut self, fill: &mut dyn FnMut(SlotMut<'_>)) {
        ListSlot::push(self.get_or_insert_default(), fill);
    }
}
