use super::item::Item;
use std::ops::Range;

/// How clearly a description introduces a list of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Nothing but the items themselves.
    Weak,
    /// Words like "valid values".
    Strong,
}

/// A list that was read.
pub(super) struct Candidate<'a> {
    pub(super) items: Vec<Item<'a>>,
    pub(super) strength: Strength,
    /// What the list and the words that introduce it take of the text.
    pub(super) span: Range<usize>,
}
