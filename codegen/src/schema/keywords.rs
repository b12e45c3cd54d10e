use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A schema: the keywords of draft-07 that are used here, in the order in which they are written.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Schema {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub(super) dialect: Option<&'static str>,
    #[serde(rename = "$comment", skip_serializing_if = "Option::is_none")]
    pub(super) comment: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    /// Validators look at nothing beside it. Editors do, so the description of a key may stand there.
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<Types>,
    #[serde(rename = "const", skip_serializing_if = "Option::is_none")]
    pub(super) constant: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) minimum: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) maximum: Option<u64>,
    #[serde(rename = "anyOf", skip_serializing_if = "Vec::is_empty")]
    pub(super) any_of: Vec<Schema>,
    #[serde(rename = "oneOf", skip_serializing_if = "Vec::is_empty")]
    pub(super) one_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Named::is_empty")]
    pub(super) properties: Named,
    #[serde(rename = "additionalProperties", skip_serializing_if = "Option::is_none")]
    pub(super) additional_properties: Option<Additional>,
    #[serde(skip_serializing_if = "Named::is_empty")]
    pub(super) definitions: Named,
}

/// The JSON types that a value may have.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Types {
    One(&'static str),
    Several(&'static [&'static str]),
}

/// What keys beside `properties` may hold.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Additional {
    None(False),
    Of(Box<Schema>),
}

/// The schema that nothing fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct False;

impl Serialize for False {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(false)
    }
}

/// Schemas by name, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(super) struct Named(pub(super) Vec<(&'static str, Schema)>);

impl Named {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, schema) in &self.0 {
            map.serialize_entry(name, schema)?;
        }
        map.end()
    }
}
