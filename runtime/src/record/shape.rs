use super::{Slot, SlotMut};

/// A generated struct, seen through its field table.
///
/// Field `i` of [`Record::shape`] is the slot `i` of both projections.
pub trait Record: Send + Sync + Unpin + 'static {
    /// Name and wire names of the fields.
    fn shape(&self) -> &'static Shape;

    /// The field at `index`, to read. [`Slot::Absent`] past the last field.
    fn slot(&self, index: usize) -> Slot<'_>;

    /// The field at `index`, to write. [`SlotMut::Absent`] past the last field.
    fn slot_mut(&mut self, index: usize) -> SlotMut<'_>;
}

/// The static half of a field table.
#[derive(Debug)]
pub struct Shape {
    name: &'static str,
    fields: &'static [&'static str],
    sensitive: &'static [&'static str],
}

impl Shape {
    /// A shape with its Rust name and the wire names of its fields.
    pub const fn new(name: &'static str, fields: &'static [&'static str]) -> Self {
        Self { name, fields, sensitive: &[] }
    }

    /// Marks fields, by wire name, whose values are never printed.
    pub const fn sensitive(mut self, fields: &'static [&'static str]) -> Self {
        self.sensitive = fields;
        self
    }

    /// Rust name of the struct.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Wire names in the order of the slots.
    pub const fn fields(&self) -> &'static [&'static str] {
        self.fields
    }

    /// Whether the value at `index` must not be printed.
    pub fn is_sensitive(&self, index: usize) -> bool {
        self.fields.get(index).is_some_and(|name| self.sensitive.contains(name))
    }

    /// Index of a wire name. `hint` is the index expected next: replies mostly keep the documented order.
    pub(super) fn position(&self, name: &str, hint: usize) -> Option<usize> {
        if self.fields.get(hint).is_some_and(|field| *field == name) {
            return Some(hint);
        }
        self.fields.iter().position(|field| *field == name)
    }
}
