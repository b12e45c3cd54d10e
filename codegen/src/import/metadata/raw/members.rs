//! Objects with any keys, and lists.

use super::record::{not_a_list, otherwise};
use super::{Found, Word};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;

/// An object with any keys, in its order. Of keys given twice the last value counts, at the place of the first.
#[derive(Clone, Debug)]
pub(in super::super) struct Members<'de, T> {
    /// What stands at its place.
    pub(in super::super) found: Found,
    /// Keys and values.
    pub(in super::super) entries: Vec<(Cow<'de, str>, T)>,
    /// Keys given more than once.
    pub(in super::super) twice: Vec<Cow<'de, str>>,
}

/// Up to so many keys are compared with each other: faster than a table, which most objects are too small for.
const FEW: usize = 16;

impl<'de, T> Members<'de, T> {
    fn of(found: Found) -> Self {
        Self { found, entries: Vec::new(), twice: Vec::new() }
    }

    /// A table for finding values by key; none where the keys are few, so that looking through them is faster.
    pub(in super::super) fn table(&self) -> Table<'_, 'de, T> {
        let entries = self.entries.as_slice();
        let index = (entries.len() > FEW)
            .then(|| entries.iter().map(|(key, value)| (key.as_ref(), value)).collect::<HashMap<_, _>>());
        Table { entries, index }
    }

    fn without_repetitions(mut self) -> Self {
        let mut first: HashMap<Cow<'de, str>, usize> = HashMap::new();
        let few = self.entries.len() <= FEW;
        if few && !has_repetition(&self.entries) {
            return self;
        }
        let mut kept: Vec<(Cow<'de, str>, T)> = Vec::with_capacity(self.entries.len());
        for (key, value) in self.entries {
            match first.get(&key).and_then(|at| kept.get_mut(*at)) {
                Some(place) => {
                    place.1 = value;
                    if !self.twice.contains(&key) {
                        self.twice.push(key);
                    }
                }
                None => {
                    first.insert(key.clone(), kept.len());
                    kept.push((key, value));
                }
            }
        }
        self.entries = kept;
        self
    }
}

fn has_repetition<T>(entries: &[(Cow<'_, str>, T)]) -> bool {
    let mut rest = entries;
    while let [(key, _), others @ ..] = rest {
        if others.iter().any(|(other, _)| other == key) {
            return true;
        }
        rest = others;
    }
    false
}

/// Finds values by key.
pub(in super::super) struct Table<'a, 'de, T> {
    entries: &'a [(Cow<'de, str>, T)],
    index: Option<HashMap<&'a str, &'a T>>,
}

impl<'a, T> Table<'a, '_, T> {
    /// The value of a key.
    pub(in super::super) fn get(&self, key: &str) -> Option<&'a T> {
        match &self.index {
            Some(index) => index.get(key).copied(),
            None => self.entries.iter().find(|(other, _)| other == key).map(|(_, value)| value),
        }
    }
}

impl<T> Default for Members<'_, T> {
    fn default() -> Self {
        Self::of(Found::Nothing)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Members<'de, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MembersVisitor(PhantomData))
    }
}

struct MembersVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for MembersVisitor<T> {
    type Value = Members<'de, T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut members = Members::of(Found::Expected);
        while let Some((Word(key), value)) = access.next_entry()? {
            members.entries.push((key, value));
        }
        Ok(members.without_repetitions())
    }

    not_a_list!(Members::of);
    otherwise!(Members::of);
}

/// A list.
#[derive(Clone, Debug)]
pub(in super::super) struct Items<T> {
    /// What stands at its place.
    pub(in super::super) found: Found,
    /// Its elements.
    pub(in super::super) elements: Vec<T>,
}

impl<T> Items<T> {
    fn of(found: Found) -> Self {
        Self { found, elements: Vec::new() }
    }
}

impl<T> Default for Items<T> {
    fn default() -> Self {
        Self::of(Found::Nothing)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Items<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ItemsVisitor(PhantomData))
    }
}

struct ItemsVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ItemsVisitor<T> {
    type Value = Items<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut items = Items::of(Found::Expected);
        while let Some(element) = access.next_element()? {
            items.elements.push(element);
        }
        Ok(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        while access.next_entry::<serde::de::IgnoredAny, serde::de::IgnoredAny>()?.is_some() {}
        Ok(Items::of(Found::Other))
    }

    otherwise!(Items::of);
}
