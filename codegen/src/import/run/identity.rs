use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// What a document is about. Read ahead of the rest, so that all documents know of each other whatever their order.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Identity {
    pub(super) info: Info,
    #[serde(default)]
    pub(super) apis: Names,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Info {
    pub(super) product: String,
    pub(super) version: String,
}

/// Names of the operations.
#[derive(Clone, Debug, Default)]
pub(super) struct Names(pub(super) Vec<String>);

impl Identity {
    /// `None` for what is no document; why not is found when it is read.
    pub(super) fn of(text: &str) -> Option<Self> {
        serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = Names;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a map of operations")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
                let mut names = Vec::new();
                while let Some((name, IgnoredAny)) = map.next_entry()? {
                    names.push(name);
                }
                Ok(Names(names))
            }
        }

        deserializer.deserialize_map(Keys)
    }
}
