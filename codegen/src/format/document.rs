//! A spec file between reading and writing.

use crate::source::Style;
use std::ops::Range;

/// Index into [`Document::places`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlaceId(pub(super) usize);

/// Index into [`Document::collections`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CollectionId(pub(super) usize);

/// A file, its entries in canonical order, and where they stand in the text.
#[derive(Debug, Default)]
pub(super) struct Document<'a> {
    pub(super) root: Option<Value<'a>>,
    pub(super) places: Vec<Place>,
    pub(super) collections: Vec<Collection>,
    /// In the order of the text. Between them lie only white space, indicators and comments.
    pub(super) tokens: Vec<Token>,
}

/// What can have comments: an entry of a mapping or of a list.
#[derive(Debug)]
pub(super) struct Place {
    /// The entry in whose value it lies.
    pub(super) parent: Option<PlaceId>,
    /// The mapping or list that it is an entry of.
    pub(super) collection: CollectionId,
}

/// A mapping or list.
#[derive(Debug)]
pub(super) struct Collection {
    /// Column of its entries; `None` between brackets, where columns mean nothing.
    pub(super) indent: Option<usize>,
    pub(super) span: Range<usize>,
}

/// A part of the text that is neither white space nor comment.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) span: Range<usize>,
    /// The entry that it belongs to; none for the brackets around a whole file.
    pub(super) place: Option<PlaceId>,
    /// Where a comment goes that follows on the same line.
    pub(super) tail: Target,
}

/// Where a comment goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// On the line of an entry.
    Line(PlaceId),
    /// On a line of its own before an entry.
    Before(PlaceId),
    /// On a line of its own behind the last entry.
    End(CollectionId),
}

#[derive(Debug)]
pub(super) enum Value<'a> {
    Scalar(Scalar<'a>),
    Block(Block<'a>),
    Sequence(Sequence<'a>),
    Mapping(Mapping<'a>),
}

/// A value on one line, or on several without being a block.
#[derive(Debug)]
pub(super) struct Scalar<'a> {
    /// Text, escapes resolved.
    pub(super) text: &'a str,
    /// Whether it is a number or truth value, which quotes would make a text.
    pub(super) is_bare: bool,
    /// Whether it takes several lines in the file.
    pub(super) is_long: bool,
}

/// A literal or folded block.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub(super) style: Style,
    pub(super) text: &'a str,
    /// Its lines as they are in the file, without their indentation.
    pub(super) lines: Vec<&'a str>,
}

#[derive(Debug)]
pub(super) struct Sequence<'a> {
    pub(super) id: CollectionId,
    pub(super) items: Vec<Item<'a>>,
}

#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) place: PlaceId,
    pub(super) value: Value<'a>,
}

#[derive(Debug)]
pub(super) struct Mapping<'a> {
    pub(super) id: CollectionId,
    /// In canonical order.
    pub(super) entries: Vec<Entry<'a>>,
}

#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) place: PlaceId,
    pub(super) key: &'a str,
    pub(super) value: Value<'a>,
    /// Whether blank lines set it off at the top of a file: what may hold a list or a mapping is a block of its own.
    pub(super) is_set_off: bool,
}
