use super::{Element, Node, SlotMut};

/// A list field: `Vec<T>` in replies, `Option<Vec<T>>` in requests, where unset and empty are sent differently.
pub trait ListSlot {
    /// Number of items, or `None` when the list is unset.
    fn size(&self) -> Option<usize>;

    /// The item at `index`.
    fn node(&self, index: usize) -> Option<Node<'_>>;

    /// Makes the list empty, or unsets it; a reply's list becomes empty both ways.
    fn put(&mut self, is_present: bool);

    /// Hands an empty cell to `fill` and keeps it as the next item if it was filled.
    fn push(&mut self, fill: &mut dyn FnMut(SlotMut<'_>));
}

impl dyn ListSlot + '_ {
    /// Makes the list present and empty.
    pub fn begin(&mut self) {
        self.put(true);
    }

    /// Unsets the list; a reply's list becomes empty.
    pub fn clear(&mut self) {
        self.put(false);
    }
}

// No adaptors: each method is compiled anew for each type of items.
#[allow(clippy::manual_map, reason = "an adaptor is one more function for each type")]
impl<T: Element> ListSlot for Vec<T> {
    fn size(&self) -> Option<usize> {
        Some(Vec::len(self))
    }

    fn node(&self, index: usize) -> Option<Node<'_>> {
        match self.get(index) {
            Some(item) => Some(item.node()),
            None => None,
        }
    }

    fn put(&mut self, _: bool) {
        *self = Vec::new();
    }

    fn push(&mut self, fill: &mut dyn FnMut(SlotMut<'_>)) {
        let mut cell = None;
        fill(T::slot_mut(&mut cell));
        if let Some(item) = cell {
            Vec::push(self, item);
        }
    }
}

#[allow(clippy::manual_map, reason = "an adaptor is one more function for each type")]
impl<T: Element> ListSlot for Option<Vec<T>> {
    fn size(&self) -> Option<usize> {
        match self {
            Some(list) => Some(list.len()),
            None => None,
        }
    }

    fn node(&self, index: usize) -> Option<Node<'_>> {
        match self {
            Some(list) => ListSlot::node(list, index),
            None => None,
        }
    }

    fn put(&mut self, is_present: bool) {
        *self = if is_present { Some(Vec::new()) } else { None };
    }

    fn push(&mut self, fill: &mut dyn FnMut(SlotMut<'_>)) {
        if self.is_none() {
            *self = Some(Vec::new());
        }
        if let Some(list) = self {
            ListSlot::push(list, fill);
        }
    }
}
