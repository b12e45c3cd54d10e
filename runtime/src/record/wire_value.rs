use super::Node;
use std::fmt;
use std::hash::Hash;

/// A value that an enumeration does not list.
///
/// Only this crate makes one, and only after the list was asked, so a listed value has exactly one form: its variant.
#[derive(Clone, Debug)]
pub struct Unlisted<W>(W);

impl<W> Unlisted<W> {
    /// The value as it is on the wire.
    pub fn value(&self) -> &W {
        &self.0
    }
}

/// Keeps values that are not listed. Only this crate has one to lend.
#[derive(Debug)]
pub struct Keeper {
    is_used: bool,
}

impl Keeper {
    pub(super) const fn new() -> Self {
        Self { is_used: false }
    }

    /// The value, as one that is not listed.
    pub fn keep<W: WireValue>(&mut self, value: &W::Borrowed) -> Unlisted<W> {
        self.is_used = true;
        Unlisted(W::owned(value))
    }

    pub(super) fn is_used(&self) -> bool {
        self.is_used
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
