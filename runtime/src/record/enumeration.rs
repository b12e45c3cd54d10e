use super::Node;
use super::wire_value::{Keeper, WireValue};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// An open enumeration: a real enum whose variants are the documented values, and `Unlisted` for the rest.
///
/// What is here is compiled anew for each enumeration of a program, so it does no more than to name values and to find them;
/// reading, coercing and reporting are compiled once, behind [`EnumerationSlot`](super::EnumerationSlot).
pub trait Enumeration: Clone + Send + Sync + Sized + 'static {
    /// What a value is on the wire: `String` or `i64`.
    type Wire: WireValue;

    /// The variants of the documented values, in their order.
    const LISTED: &'static [Self];

    /// The value as it is on the wire.
    fn wire(&self) -> &<Self::Wire as WireValue>::Borrowed;

    /// Any value: its variant if it is documented, else `Unlisted` with what `keeper` makes of it.
    fn of(value: &<Self::Wire as WireValue>::Borrowed, keeper: &mut Keeper<Self>) -> Self;
}

/// Any value: its variant if it is documented, else `Unlisted`.
pub fn from_wire<E: Enumeration>(value: &<E::Wire as WireValue>::Borrowed) -> E {
    E::of(value, &mut Keeper { is_used: false, enumeration: PhantomData })
}

/// A value as a node: a text or an integer.
pub fn wire_node<E: Enumeration>(value: &E) -> Node<'_> {
    E::Wire::node(value.wire())
}

/// `Display` of every enumeration: the value as it is on the wire.
///
/// # Errors
/// Those of the formatter.
pub fn display<E: Enumeration>(value: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Display::fmt(value.wire(), f)
}

/// `Debug` of every enumeration: the value as it is on the wire, texts in quotes, whether listed or not.
///
/// # Errors
/// Those of the formatter.
pub fn debug_value<E: Enumeration>(value: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Debug::fmt(value.wire(), f)
}

/// `==` of every enumeration. A listed value has one form, so values are equal where they are on the wire.
pub fn equal_values<E: Enumeration>(left: &E, right: &E) -> bool {
    left.wire() == right.wire()
}

/// `Hash` of every enumeration, in agreement with `==`.
pub fn hash_value<E: Enumeration, H: Hasher>(value: &E, state: &mut H) {
    value.wire().hash(state);
}
