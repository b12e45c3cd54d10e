use super::{Node, Scalar};
use std::borrow::{Borrow, Cow};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::mem::discriminant;

/// An open enumeration: a real enum whose variants are the documented values, and `Unlisted` for the rest.
pub trait Enumeration: Clone + fmt::Debug + Send + Sync + Sized + 'static {
    /// What a value is on the wire: `String` or `i64`.
    type Wire: WireValue;

    /// The documented values and their variants.
    fn listed() -> &'static [(<Self::Wire as WireValue>::Listed, Self)];

    /// Wraps an undocumented value.
    fn unlisted(value: Unlisted<Self>) -> Self;

    /// The undocumented value, if this is one.
    fn as_unlisted(&self) -> Option<&Unlisted<Self>>;
}

/// A value that an enumeration does not list.
///
/// Only this crate makes one, and only after it has looked through the list, so a listed value has
/// exactly one form: its variant.
pub struct Unlisted<E: Enumeration>(E::Wire);

impl<E: Enumeration> Unlisted<E> {
    /// The value as it is on the wire.
    pub fn value(&self) -> &E::Wire {
        &self.0
    }
}

// Derives would ask for the traits on `E` as well, which itself needs them from here.
impl<E: Enumeration> Clone for Unlisted<E> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<E: Enumeration> PartialEq for Unlisted<E> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<E: Enumeration> Eq for Unlisted<E> {}

impl<E: Enumeration> Hash for Unlisted<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<E: Enumeration> fmt::Debug for Unlisted<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// What an enumeration's values are on the wire.
pub trait WireValue: Clone + Eq + Hash + fmt::Debug + Send + Sync + 'static {
    /// A documented value.
    type Listed: Copy + 'static;

    /// The borrowed form.
    type Borrowed: ?Sized + ToOwned + fmt::Display + fmt::Debug + Eq + Hash + 'static;

    /// Type name for messages.
    const NAME: &'static str;

    /// Stands for a variant that the table lacks, which generated tables never do.
    const EMPTY: &'static Self::Borrowed;

    /// Borrows a documented value.
    fn listed(value: &'static Self::Listed) -> &'static Self::Borrowed;

    /// Borrows an undocumented value.
    fn borrowed(&self) -> &Self::Borrowed;

    /// Keeps a value.
    fn owned(value: &Self::Borrowed) -> Self;

    /// Whether a documented value is `value`.
    fn is(listed: &Self::Listed, value: &Self::Borrowed) -> bool;

    /// The value as a node.
    fn node(value: &Self::Borrowed) -> Node<'_>;

    /// Reads a JSON scalar: the value, and whether that took a coercion. `None` when it is no such value.
    fn read<'a>(scalar: &'a Scalar<'_>) -> Option<(Cow<'a, Self::Borrowed>, bool)>;
}

impl WireValue for String {
    type Listed = &'static str;
    type Borrowed = str;
    const NAME: &'static str = "string";
    const EMPTY: &'static str = "";

    fn listed(value: &'static &'static str) -> &'static str {
        value
    }

    fn borrowed(&self) -> &str {
        self
    }

    fn owned(value: &str) -> Self {
        value.to_owned()
    }

    fn is(listed: &&'static str, value: &str) -> bool {
        *listed == value
    }

    fn node(value: &str) -> Node<'_> {
        Node::String(value)
    }

    fn read<'a>(scalar: &'a Scalar<'_>) -> Option<(Cow<'a, str>, bool)> {
        match scalar {
            Scalar::Text(text) => Some((Cow::Borrowed(text), false)),
            other => Some((Cow::Owned(other.to_text()?), true)),
        }
    }
}

impl WireValue for i64 {
    type Listed = i64;
    type Borrowed = i64;
    const NAME: &'static str = "integer";
    const EMPTY: &'static i64 = &0;

    fn listed(value: &'static i64) -> &'static i64 {
        value
    }

    fn borrowed(&self) -> &i64 {
        self
    }

    fn owned(value: &i64) -> Self {
        *value
    }

    fn is(listed: &i64, value: &i64) -> bool {
        listed == value
    }

    fn node(value: &i64) -> Node<'_> {
        Node::Long(*value)
    }

    fn read<'a>(scalar: &'a Scalar<'_>) -> Option<(Cow<'a, i64>, bool)> {
        let (value, coerced) = scalar.to_i64()?;
        Some((Cow::Owned(value), coerced))
    }
}

/// Any value: its variant if it is documented, else `Unlisted`.
pub fn from_wire<E: Enumeration>(value: &<E::Wire as WireValue>::Borrowed) -> E {
    // A loop and no adaptors: this is compiled anew for each enumeration.
    for (listed, variant) in E::listed() {
        if E::Wire::is(listed, value) {
            return variant.clone();
        }
    }
    E::unlisted(Unlisted(E::Wire::owned(value)))
}

/// The value of an enumeration as it is on the wire.
///
/// The table lists every variant but `Unlisted`, so a variant is always found by its discriminant.
pub fn wire<E: Enumeration>(value: &E) -> &<E::Wire as WireValue>::Borrowed {
    if let Some(unlisted) = value.as_unlisted() {
        return unlisted.0.borrowed();
    }
    let own = discriminant(value);
    for (listed, variant) in E::listed() {
        if discriminant(variant) == own {
            return E::Wire::listed(listed);
        }
    }
    E::Wire::EMPTY
}

/// `Display` of every enumeration: the value as it is on the wire.
///
/// # Errors
/// Those of the formatter.
pub fn display<E: Enumeration>(value: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Display::fmt(wire(value), f)
}

/// `Debug` of every enumeration: the value as it is on the wire, marked where it is not listed.
///
/// # Errors
/// Those of the formatter.
pub fn debug_value<E: Enumeration>(value: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value.as_unlisted() {
        Some(unlisted) => f.debug_tuple("Unlisted").field(unlisted).finish(),
        None => fmt::Debug::fmt(wire(value), f),
    }
}

/// `==` of every enumeration. A listed value has one form, so values are equal where they are on the wire.
pub fn equal_values<E: Enumeration>(left: &E, right: &E) -> bool {
    wire(left) == wire(right)
}

/// `Hash` of every enumeration, in agreement with `==`.
pub fn hash_value<E: Enumeration, H: Hasher>(value: &E, state: &mut H) {
    wire(value).hash(state);
}

/// An enumeration behind a pointer.
pub trait EnumerationValue: fmt::Debug {
    /// The value as it is on the wire: a text or an integer.
    fn node(&self) -> Node<'_>;
}

impl<E: Enumeration> EnumerationValue for E {
    fn node(&self) -> Node<'_> {
        E::Wire::node(wire(self))
    }
}

/// A field that holds an enumeration.
pub trait EnumerationSlot {
    /// The value, if it is set.
    fn value(&self) -> Option<&dyn EnumerationValue>;

    /// Type name for messages.
    fn expected(&self) -> &'static str;

    /// Reads a JSON scalar. `None` when it is no value of the type; else whether it was coerced and whether it is listed.
    fn set(&mut self, scalar: &Scalar<'_>) -> Option<(bool, bool)>;

    /// Unsets the field.
    fn clear(&mut self);

    /// Sets the listed value of this number, counted on from the first one after the last one; whether there is one.
    #[cfg(feature = "test-util")]
    #[doc(hidden)]
    fn choose(&mut self, number: usize) -> bool;
}

impl<E: Enumeration> EnumerationSlot for Option<E> {
    fn value(&self) -> Option<&dyn EnumerationValue> {
        self.as_ref().map(|value| value as &dyn EnumerationValue)
    }

    fn expected(&self) -> &'static str {
        E::Wire::NAME
    }

    fn set(&mut self, scalar: &Scalar<'_>) -> Option<(bool, bool)> {
        let (value, coerced) = E::Wire::read(scalar)?;
        let value: E = from_wire(value.borrow());
        let listed = value.as_unlisted().is_none();
        *self = Some(value);
        Some((coerced, listed))
    }

    fn clear(&mut self) {
        *self = None;
    }

    #[cfg(feature = "test-util")]
    fn choose(&mut self, number: usize) -> bool {
        let chosen = number.checked_rem(E::listed().len()).and_then(|index| E::listed().get(index));
        *self = chosen.map(|(_, value)| value.clone());
        self.is_some()
    }
}
