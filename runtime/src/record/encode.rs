use super::{Node, Record};
use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;

/// Encodes a record as a JSON value. Unset fields are left out.
///
/// # Errors
/// A floating point field holds NaN or an infinity, for which JSON has no form.
pub fn to_json(record: &dyn Record) -> Result<Value, serde_json::Error> {
    serde_json::to_value(Encoded(Node::Record(record)))
}

/// Encodes a node as compact JSON text, members in the order of the fields.
///
/// # Errors
/// As [`to_json`].
pub fn to_json_text(node: Node<'_>) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Encoded(node))
}

/// Serializes a node; the only `Serialize` of all generated types.
pub(super) struct Encoded<'a>(pub(super) Node<'a>);

impl Serialize for Encoded<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Node::String(text) => serializer.serialize_str(text),
            Node::Integer(value) => serializer.serialize_i32(value),
            Node::Long(value) => serializer.serialize_i64(value),
            // serde_json would write a null.
            Node::Float(value) if !value.is_finite() => Err(Error::custom("no finite number")),
            Node::Double(value) if !value.is_finite() => Err(Error::custom("no finite number")),
            Node::Float(value) => serializer.serialize_f32(value),
            Node::Double(value) => serializer.serialize_f64(value),
            Node::Boolean(value) => serializer.serialize_bool(value),
            Node::Any(value) => value.serialize(serializer),
            Node::Bytes(value) => serializer.serialize_bytes(value),
            Node::Record(record) => {
                let shape = record.shape();
                let mut map = serializer.serialize_map(None)?;
                for (index, name) in shape.fields().iter().enumerate() {
                    if let Some(node) = record.slot(index).node() {
                        map.serialize_entry(name, &Encoded(node))?;
                    }
                }
                map.end()
            }
            Node::List(list) => {
                let length = list.size();
                let mut seq = serializer.serialize_seq(length)?;
                for index in 0..length.unwrap_or(0) {
                    if let Some(node) = list.node(index) {
                        seq.serialize_element(&Encoded(node))?;
                    }
                }
                seq.end()
            }
            Node::Map(entries) => {
                let mut map = serializer.serialize_map(entries.size())?;
                let mut failure = None;
                entries.each(&mut |key, node| {
                    if failure.is_none() {
                        failure = map.serialize_entry(key, &Encoded(node)).err();
                    }
                });
                match failure {
                    Some(error) => Err(error),
                    None => map.end(),
                }
            }
        }
    }
}
