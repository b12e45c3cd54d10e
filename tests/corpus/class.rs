//! What a schema declares at one place.

use std::collections::BTreeMap;
use std::fmt;

/// A type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    Any,
    Bare,
    String,
    Int32,
    Int64,
    Float,
    Double,
    Boolean,
    Array,
    Map,
    /// With properties of its own.
    Object,
    /// To an object that has a name.
    Reference,
    Binary,
    Byte,
}

impl Class {
    /// In the order of the table.
    pub(crate) const ALL: [Self; 14] = [
        Self::Any,
        Self::Bare,
        Self::String,
        Self::Int32,
        Self::Int64,
        Self::Float,
        Self::Double,
        Self::Boolean,
        Self::Array,
        Self::Map,
        Self::Object,
        Self::Reference,
        Self::Binary,
        Self::Byte,
    ];

    pub(crate) fn head(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Bare => "bare object",
            Self::String => "string",
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::Float => "float",
            Self::Double => "double",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Map => "map",
            Self::Object => "object",
            Self::Reference => "reference",
            Self::Binary => "binary",
            Self::Byte => "byte",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.head())
    }
}

/// What is declared where in an operation or a shared object: `request.Tags[].Key` is a string.
pub(crate) type Places = Vec<(String, Class)>;

/// What a product declares.
#[derive(Default)]
pub(crate) struct Declared {
    pub(crate) operations: BTreeMap<String, Places>,
    pub(crate) shapes: BTreeMap<String, Places>,
    /// Places about which the document says nothing, as far as they are known: they are `any` or bare objects.
    pub(crate) silent: usize,
}

impl Declared {
    /// How often each type is declared.
    pub(crate) fn counts(&self) -> BTreeMap<Class, usize> {
        let mut counts = BTreeMap::new();
        for (_, class) in self.operations.values().chain(self.shapes.values()).flatten() {
            *counts.entry(*class).or_default() += 1;
        }
        counts
    }

    /// Where two declare something else, by operation: at most some, and how many there are.
    pub(crate) fn differences(&self, other: &Self) -> Vec<String> {
        let mut found = Vec::new();
        for (kind, own, other) in
            [("operation", &self.operations, &other.operations), ("shape", &self.shapes, &other.shapes)]
        {
            let names = own.keys().chain(other.keys().filter(|name| !own.contains_key(*name)));
            for name in names {
                match (own.get(name), other.get(name)) {
                    (Some(own), Some(other)) => {
                        found.extend(difference(own, other).map(|text| format!("{name}: {text}")))
                    }
                    (Some(_), None) => found.push(format!("{name}: the {kind} is missing")),
                    (None, _) => found.push(format!("{name}: the {kind} is not in the document")),
                }
            }
        }
        found
    }
}

/// Places that are only on one side.
fn difference(own: &Places, other: &Places) -> Option<String> {
    let count = |places: &Places| {
        let mut counts: BTreeMap<(String, Class), isize> = BTreeMap::new();
        places.iter().for_each(|place| *counts.entry(place.clone()).or_default() += 1);
        counts
    };
    let (own, other) = (count(own), count(other));
    let lacks = |from: &BTreeMap<(String, Class), isize>, of: &BTreeMap<(String, Class), isize>| {
        let missing = from.iter().filter(|(place, number)| of.get(*place).is_none_or(|there| there < number));
        let texts: Vec<String> = missing.map(|((path, class), _)| format!("{path} ({class})")).collect();
        texts
    };
    let (lost, added) = (lacks(&own, &other), lacks(&other, &own));
    if lost.is_empty() && added.is_empty() {
        return None;
    }
    Some(format!("lost {}; added {}", shorten(&lost), shorten(&added)))
}

fn shorten(texts: &[String]) -> String {
    match texts {
        [] => "nothing".to_owned(),
        [some @ .., _, _] if texts.len() > 5 => {
            format!(
                "{} and {} more",
                some.iter().take(3).cloned().collect::<Vec<_>>().join(", "),
                texts.len() - 3
            )
        }
        all => all.join(", "),
    }
}
