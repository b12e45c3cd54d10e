use super::Disagreement;
use crate::spec::layout::{Layout, Shape, Word, Words, record};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// RAM authorization of an operation.
#[derive(Clone, Debug)]
pub enum Authorization {
    /// The documentation discloses none. Written as the words `none disclosed`.
    NoneDisclosed,
    /// The documentation's row.
    Ram(Ram),
}

/// The words that stand for [`Authorization::NoneDisclosed`].
const NONE_DISCLOSED: &str = "none disclosed";

impl Layout for Authorization {
    fn shape() -> Shape {
        const WORDS: Words = Words {
            name: "authorization",
            doc: &[" RAM authorization of an operation."],
            words: &[Word { word: NONE_DISCLOSED, doc: &[" The documentation discloses none."] }],
        };
        Shape::WordsOr(&WORDS, Ram::shape)
    }
}

impl Serialize for Authorization {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::NoneDisclosed => serializer.serialize_str(NONE_DISCLOSED),
            Self::Ram(ram) => ram.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Authorization {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = Authorization;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "the words `{NONE_DISCLOSED}` or a mapping")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<Authorization, E> {
                match word {
                    NONE_DISCLOSED => Ok(Authorization::NoneDisclosed),
                    _ => Err(E::unknown_variant(word, &[NONE_DISCLOSED])),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Authorization, A::Error> {
                Ram::deserialize(MapAccessDeserializer::new(map)).map(Authorization::Ram)
            }
        }

        deserializer.deserialize_any(Either)
    }
}

record! {
    /// The row of the documentation's authorization table.
    #[derive(Clone, Debug)]
    pub struct Ram {
        /// Action of a policy, for example `yundun-sas:GetAuthSummary`.
        pub action: String,
        /// Access level as the page gives it.
        pub access_level: String,
        /// Resource types that a policy can name.
        pub resources: Vec<Resource>,
        /// Condition keys defined by the product.
        #[serde(default)]
        pub condition_keys: Vec<String>,
        /// Other operations that must be allowed as well.
        #[serde(default)]
        pub associated_operations: Vec<String>,
        /// Where the page disagrees with itself about the row.
        #[serde(default)]
        pub disagrees: Vec<Disagreement>,
    }
}

record! {
    /// A resource type of an authorization row.
    #[derive(Clone, Debug)]
    pub struct Resource {
        /// Type as the page names it, for example `All Resources`.
        #[serde(rename = "type")]
        pub kind: String,
        /// Resource pattern, for example `*`.
        pub name: String,
        /// Whether the page marks it mandatory.
        #[serde(default)]
        pub mandatory: bool,
    }
}
