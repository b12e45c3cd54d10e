use super::{Enumeration, Node};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// A value of type `W` that the enumeration `E` does not list.
///
/// Only this crate makes one, only after the list was asked, and only for that enumeration. So a listed value has exactly one
/// form: its variant.
pub struct Unlisted<W, E>(W, PhantomData<fn() -> E>);

impl<W, E> Unlisted<W, E> {
    /// The value as it is on the wire.
    pub fn value(&self) -> &W {
        &self.0
    }
}

// Derives would ask for the trait on `E` as well, which itself needs it from here.
impl<W: Clone, E> Clone for Unlisted<W, E> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<W: PartialEq, E> PartialEq for Unlisted<W, E> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<W: Eq, E> Eq for Unlisted<W, E> {}

impl<W: Hash, E> Hash for Unlisted<W, E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<W: fmt::Debug, E> fmt::Debug for Unlisted<W, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Keeps a value that is not listed. Only this crate lends one, and only to the enumeration that it asks.
pub struct Keeper<E> {
    // No function around it: it would be compiled anew for each enumeration.
    pub(super) is_used: bool,
    pub(super) enumeration: PhantomData<fn() -> E>,
}

impl<E: Enumeration> Keeper<E> {
    /// The value, as one that is not listed.
    pub fn keep(&mut self, value: &<E::Wire as WireValue>::Borrowed) -> Unlisted<E::Wire, E> {
        self.is_used = true;
        Unlisted(E::Wire::owned(value), PhantomData)
    }
}

impl<E> fmt::Debug for Keeper<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keeper").field("is_used", &self.is_used).finish_non_exhaustive()
    }
}

/// A value for a field that holds an enumeration.
#[derive(Clone, Copy, Debug)]
pub enum Primitive<'a> {
    /// None: the field becomes unset.
    Nothing,
    /// Text.
    Text(&'a str),
    /// An integer.
    Integer(i64),
}

/// What an enumeration's values are on the wire.
pub trait WireValue: Clone + fmt::Debug + Send + Sync + 'static {
    /// The borrowed form.
    type Borrowed: ?Sized + fmt::Display + fmt::Debug + Eq + Hash + 'static;

    /// Whether values are texts; they are integers else.
    const IS_TEXT: bool;

    /// Keeps a value.
    fn owned(value: &Self::Borrowed) -> Self;

    /// The value as a node.
    fn node(value: &Self::Borrowed) -> Node<'_>;

    /// The value that was given, if it is one of this kind.
    fn given<'a>(value: &'a Primitive<'_>) -> Option<&'a Self::Borrowed>;
}

impl WireValue for String {
    type Borrowed = str;
    const IS_TEXT: bool = true;

    fn owned(value: &str) -> Self {
        value.to_owned()
    }

    fn node(value: &str) -> Node<'_> {
        Node::String(value)
    }

    fn given<'a>(value: &'a Primitive<'_>) -> Option<&'a str> {
        match value {
            Primitive::Text(text) => Some(text),
            Primitive::Nothing | Primitive::Integer(_) => None,
        }
    }
}

impl WireValue for i64 {
    type Borrowed = i64;
    const IS_TEXT: bool = false;

    fn owned(value: &i64) -> Self {
        *value
    }

    fn node(value: &i64) -> Node<'_> {
        Node::Long(*value)
    }

    fn given<'a>(value: &'a Primitive<'_>) -> Option<&'a i64> {
        match value {
            Primitive::Integer(number) => Some(number),
            Primitive::Nothing | Primitive::Text(_) => None,
        }
    }
}

/// An integer that an enumeration of integers can be made from. Not everything that becomes an `i64` is one: a truth value does.
#[diagnostic::on_unimplemented(message = "an enumeration of integers cannot be made from `{Self}`")]
pub trait Integer: Into<i64> {}

macro_rules! integers {
    ($($kind:ty)*) => {$(impl Integer for $kind {})*};
}

integers!(i8 i16 i32 i64 u8 u16 u32);
