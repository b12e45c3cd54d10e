use super::flatten::{Pairs, structured, text};
use super::form;
use crate::operation::Kind;
use crate::record::{Node, to_json_text};
use bytes::Bytes;

const JSON: &str = "application/json; charset=utf-8";
const BINARY: &str = "application/octet-stream";

/// What goes into the body, and what it is called (`docs/wire.md`, "Bodies").
#[derive(Default)]
pub(super) struct Payload {
    pub(super) bytes: Bytes,
    pub(super) content_type: Option<&'static str>,
}

impl Payload {
    /// The body that a parameter is.
    ///
    /// # Errors
    /// What is wrong with the value, to be put behind the parameter's name.
    pub(super) fn new(kind: Kind, node: Node<'_>) -> Result<Self, String> {
        let bytes = match node {
            Node::Bytes(bytes) => bytes.clone(),
            // Text is the document itself and not a JSON string.
            node if !structured(node) => Bytes::from(text(node)?),
            node => {
                let json = to_json_text(node).map_err(|error| format!("has no JSON form: {error}"))?;
                Bytes::from(json)
            }
        };
        let content_type = match kind {
            Kind::Binary => Some(BINARY),
            Kind::Byte => None,
            _ => Some(JSON),
        };
        Ok(Self { bytes, content_type })
    }

    /// A form. The content type is there even if no parameter is set: the declaration decides, not the value.
    pub(super) fn form(fields: &Pairs) -> Self {
        Self { bytes: Bytes::from(form::body(fields)), content_type: Some(form::CONTENT_TYPE) }
    }

    pub(super) fn empty_object() -> Self {
        Self { bytes: Bytes::from_static(b"{}"), content_type: Some(JSON) }
    }
}
