use super::{Element, Node, SlotMut};
use std::collections::BTreeMap;

/// A map field: `BTreeMap<String, T>` in replies, an `Option` of it in requests.
pub trait MapSlot {
    /// Number of entries, or `None` when the map is unset.
    fn size(&self) -> Option<usize>;

    /// Calls `visit` with every entry, sorted by key.
    fn each(&self, visit: &mut dyn FnMut(&str, Node<'_>));

    /// The value of `key`.
    fn node(&self, key: &str) -> Option<Node<'_>>;

    /// Makes the map empty, or unsets it; a reply's map becomes empty both ways.
    fn put(&mut self, is_present: bool);

    /// Hands an empty cell to `fill` and keeps it under `key` if it was filled. A key given twice keeps the last value.
    fn insert(&mut self, key: String, fill: &mut dyn FnMut(SlotMut<'_>));
}

impl dyn MapSlot + '_ {
    /// Makes the map present and empty.
    pub fn begin(&mut self) {
        self.put(true);
    }

    /// Unsets the map; a reply's map becomes empty.
    pub fn clear(&mut self) {
        self.put(false);
    }
}

impl<T: Element> MapSlot for BTreeMap<String, T> {
    fn size(&self) -> Option<usize> {
        Some(BTreeMap::len(self))
    }

    fn each(&self, visit: &mut dyn FnMut(&str, Node<'_>)) {
        for (key, value) in self {
            visit(key, value.node());
        }
    }

    fn node(&self, key: &str) -> Option<Node<'_>> {
        self.get(key).map(T::node)
    }

    fn put(&mut self, _: bool) {
        BTreeMap::clear(self);
    }

    fn insert(&mut self, key: String, fill: &mut dyn FnMut(SlotMut<'_>)) {
        let mut cell = None;
        fill(T::slot_mut(&mut cell));
        self.extend(cell.map(|value| (key, value)));
    }
}

impl<T: Element> MapSlot for Option<BTreeMap<String, T>> {
    fn size(&self) -> Option<usize> {
        self.as_ref().map(BTreeMap::len)
    }

    fn each(&self, visit: &mut dyn FnMut(&str, Node<'_>)) {
        if let Some(map) = self {
            MapSlot::each(map, visit);
        }
    }

    fn node(&self, key: &str) -> Option<Node<'_>> {
        self.as_ref()?.get(key).map(T::node)
    }

    fn put(&mut self, is_present: bool) {
        *self = is_present.then(BTreeMap::new);
    }

    fn insert(&mut self, key: String, fill: &mut dyn FnMut(SlotMut<'_>)) {
        MapSlot::insert(self.get_or_insert_default(), key, fill);
    }
}
