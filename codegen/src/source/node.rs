use std::borrow::Cow;
use std::ops::Range;

/// A value of a YAML file and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Byte span in the file's text.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A single value, as text: what it means depends on the key.
    Scalar {
        /// The text, escapes resolved.
        text: String,
        /// How it is written.
        style: Style,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values in the order of the file. Keys are unique.
    Mapping(Vec<Entry>),
    /// Something that spec files must not hold, and that was reported. Later stages say nothing about it.
    Invalid,
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// Block whose lines are kept (`|`).
    Literal,
    /// Block whose lines are joined (`>`).
    Folded,
}

/// One key of a mapping and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Key,
    /// The value.
    pub value: Node,
}

/// A key and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Byte span in the file's text.
    pub span: Range<usize>,
    /// The key itself.
    pub text: String,
}

/// One step of a path into a tree.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// To the value of a key.
    Key(Cow<'static, str>),
    /// To an entry of a list, counted from 0.
    Index(usize),
}

impl From<&'static str> for Step {
    fn from(key: &'static str) -> Self {
        Self::Key(Cow::Borrowed(key))
    }
}

impl From<String> for Step {
    fn from(key: String) -> Self {
        Self::Key(Cow::Owned(key))
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// Where something is in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Byte span of the key; of the whole value where there is no key (list entries, the root).
    pub key: Range<usize>,
    /// Byte span of the value.
    pub value: Range<usize>,
    /// What to mark in a report, within one line: a scalar on its line, else the key, else the first key in
    /// the value.
    pub mark: Range<usize>,
}

impl Node {
    /// The text of a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The value of a key, if this is a mapping that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Entry> {
        match &self.kind {
            Kind::Mapping(entries) => entries.iter().find(|entry| entry.key.text == key),
            _ => None,
        }
    }

    /// An entry of a list.
    #[must_use]
    pub fn item(&self, index: usize) -> Option<&Node> {
        match &self.kind {
            Kind::Sequence(items) => items.get(index),
            _ => None,
        }
    }

    /// The value that `path` leads to.
    #[must_use]
    pub fn at(&self, path: &[Step]) -> Option<&Self> {
        path.iter().try_fold(self, |node, step| match step {
            Step::Key(key) => node.get(key).map(|entry| &entry.value),
            Step::Index(index) => node.item(*index),
        })
    }

    /// The place that `path` leads to. Where a step leads nowhere, the place reached before it: always a
    /// place to point at.
    #[must_use]
    pub fn place(&self, path: &[Step]) -> Place {
        let mut node = self;
        let mut key = None;
        for step in path {
            let next = match step {
                Step::Key(wanted) => node.get(wanted).map(|entry| (Some(&entry.key), &entry.value)),
                Step::Index(index) => node.item(*index).map(|item| (None, item)),
            };
            match next {
                Some(next) => (key, node) = next,
                None => break,
            }
        }
        let key = key.map(|key| key.span.clone());
        let mark = match (&node.kind, &key) {
            (Kind::Scalar { style: Style::Plain | Style::Quoted, .. }, _) => node.span.clone(),
            (_, Some(key)) => key.clone(),
            (_, None) => node.first_line(),
        };
        Place { key: key.unwrap_or_else(|| node.span.clone()), value: node.span.clone(), mark }
    }

    /// The part of a collection that stands for it in a report: its first key, with the value if that is a
    /// plain word.
    pub(crate) fn first_line(&self) -> Range<usize> {
        match &self.kind {
            Kind::Mapping(entries) => match entries.first() {
                Some(Entry { key, value }) if value.is_short() => key.span.start..value.span.end,
                Some(Entry { key, .. }) => key.span.clone(),
                None => self.span.clone(),
            },
            Kind::Sequence(items) => items.first().map_or_else(|| self.span.clone(), Self::first_line),
            Kind::Scalar { .. } | Kind::Invalid => self.span.clone(),
        }
    }

    fn is_short(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, style: Style::Plain | Style::Quoted } if !text.contains('\n'))
    }
}
