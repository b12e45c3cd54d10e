use super::wire_value::{Keeper, Primitive, WireValue};
use super::{Enumeration, Node, Scalar};
use std::marker::PhantomData;

/// A field that holds an enumeration.
pub trait EnumerationSlot {
    /// The value as it is on the wire, if it is set: a text or an integer.
    fn node(&self) -> Option<Node<'_>>;

    /// Whether values are texts; they are integers else.
    fn is_text(&self) -> bool;

    /// Sets the field; `false` only where a value is kept that is not listed. What is of another kind than the values unsets
    /// the field.
    fn put(&mut self, value: &Primitive<'_>) -> bool;

    /// Sets the listed value of this number, counted on from the first one after the last one; whether there is one.
    #[cfg(feature = "test-util")]
    #[doc(hidden)]
    fn choose(&mut self, number: usize) -> bool;
}

// No adaptors, and one assignment each: the methods are compiled anew for each enumeration.
#[allow(clippy::manual_map, reason = "an adaptor is one more function for each type")]
impl<E: Enumeration> EnumerationSlot for Option<E> {
    fn node(&self) -> Option<Node<'_>> {
        match self {
            Some(value) => Some(E::Wire::node(value.wire())),
            None => None,
        }
    }

    fn is_text(&self) -> bool {
        E::Wire::IS_TEXT
    }

    fn put(&mut self, value: &Primitive<'_>) -> bool {
        let mut keeper = Keeper { is_used: false, enumeration: PhantomData };
        *self = match E::Wire::given(value) {
            Some(value) => Some(E::of(value, &mut keeper)),
            None => None,
        };
        !keeper.is_used
    }

    #[cfg(feature = "test-util")]
    fn choose(&mut self, number: usize) -> bool {
        let chosen = number.checked_rem(E::LISTED.len()).and_then(|index| E::LISTED.get(index));
        *self = chosen.cloned();
        self.is_some()
    }
}

impl dyn EnumerationSlot + '_ {
    /// Type name for messages.
    pub fn expected(&self) -> &'static str {
        if self.is_text() { "string" } else { "integer" }
    }

    /// Reads a JSON scalar. `None` when it is no value of the type; else whether it was coerced and whether it is listed.
    pub fn set(&mut self, scalar: &Scalar<'_>) -> Option<(bool, bool)> {
        if !self.is_text() {
            let (value, coerced) = scalar.to_i64()?;
            return Some((coerced, self.put(&Primitive::Integer(value))));
        }
        match scalar {
            Scalar::Text(text) => Some((false, self.put(&Primitive::Text(text)))),
            other => Some((true, self.put(&Primitive::Text(&other.to_text()?)))),
        }
    }

    /// Unsets the field.
    pub fn clear(&mut self) {
        self.put(&Primitive::Nothing);
    }
}
