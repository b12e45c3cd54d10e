use super::{Slot, SlotMut};

/// A generated struct, seen through its field table.
///
/// Two functions and no more: each further one costs as much time to check as the fields of a whole struct, in each
/// of the thousands of structs that a large product has.
pub trait Record: Send + Sync + Unpin + 'static {
    /// The field at `index`, to read; past the last field the [`Shape`].
    fn slot(&self, index: usize) -> Slot<'_>;

    /// The field at `index`, to write. [`SlotMut::Absent`] past the last field.
    fn slot_mut(&mut self, index: usize) -> SlotMut<'_>;
}

impl dyn Record + '_ {
    /// Name of the struct and wire names of its fields, which have the indices of their slots.
    pub fn shape(&self) -> &'static Shape {
        match self.slot(usize::MAX) {
            Slot::Shape(shape) => shape,
            _ => &Shape { name: "", fields: &[], sensitive: &[] },
        }
    }
}

/// The static half of a field table.
#[derive(Debug)]
pub struct Shape {
    // Public for the macro: a literal of constants is a constant, a call is a block to evaluate.
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub fields: &'static [&'static str],
    #[doc(hidden)]
    pub sensitive: &'static [&'static str],
}

impl Shape {
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

    /// Index of a wire name among the first `visible` fields. `hint` is the index expected next: replies mostly keep the
    /// documented order.
    pub(super) fn position(&self, name: &str, hint: usize, visible: usize) -> Option<usize> {
        let fields = self.fields.get(..visible).unwrap_or(self.fields);
        if fields.get(hint).is_some_and(|field| *field == name) {
            return Some(hint);
        }
        fields.iter().position(|field| *field == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Shape;

    #[test]
    fn a_hidden_field_of_the_same_name_is_not_found() {
        let shape = Shape { name: "Reply", fields: &["Tag", "Size", "Tag", "Age"], sensitive: &[] };
        let position = |name, hint| shape.position(name, hint, 2);
        assert_eq!(
            [position("Tag", 0), position("Tag", 2), position("Size", 2)],
            [Some(0), Some(0), Some(1)]
        );
        assert_eq!([position("Age", 3), position("Age", 0)], [None, None]);
    }
}
