use super::owner::owner;
use super::{Recorded, places};
use crate::operation::Descriptor;
use crate::record::{Node, Record, Value};
use crate::wire::{Written, write_one};
use std::fmt;

/// What some fields of a request are on the wire.
pub(super) struct Typed {
    operation: &'static Descriptor,
    fields: Vec<(&'static str, Written)>,
}

impl Typed {
    /// # Errors
    /// A field's value cannot be sent.
    pub(super) fn new(operation: &'static Descriptor, request: &dyn Record) -> Result<Self, String> {
        let mut fields = Vec::new();
        for (index, parameter) in operation.parameters().iter().enumerate() {
            let node = request.slot(index).node().filter(|node| !matches!(node, Node::Any(Value::Null)));
            let Some(node) = node else { continue };
            let written = write_one(operation, parameter, node);
            let written = written.map_err(|problem| format!("parameter `{}` {problem}", parameter.name()))?;
            fields.push((parameter.name(), written));
        }
        Ok(Self { operation, fields })
    }

    /// Whether a request has all of these values.
    pub(super) fn takes(&self, request: &Recorded) -> bool {
        self.fields.iter().all(|(name, written)| match written {
            Written::Pairs(pairs) => self.has_pairs(request, name, pairs),
            Written::Path(value) => self.has_in_path(request, name, value),
            Written::Headers(headers) => headers
                .keys()
                .all(|header| headers.get_all(header).iter().eq(request.headers().get_all(header).iter())),
            Written::Label(label) => request.host().contains(label.as_str()),
            Written::Body(body) => body == request.body() || is_same_json(body, request.body()),
        })
    }

    fn has_pairs(&self, request: &Recorded, name: &str, pairs: &[(String, String)]) -> bool {
        let mut sent = request.parameters();
        sent.retain(|(key, _)| owner(self.operation, key).is_some_and(|owner| owner.name() == name));
        let mut wanted = pairs.to_vec();
        // Pairs of one key stay in their order.
        sent.sort_by(|left, right| left.0.cmp(&right.0));
        wanted.sort_by(|left, right| left.0.cmp(&right.0));
        sent == wanted
    }

    fn has_in_path(&self, request: &Recorded, name: &str, value: &str) -> bool {
        let template = self.operation.path_template().unwrap_or_default();
        let Some(values) = places::values(template, request.path()) else { return false };
        let bare = |text: &str| text.trim_start_matches('/').to_owned();
        values.iter().any(|(place, sent)| *place == name && bare(sent) == bare(value))
    }
}

/// The order of members means nothing.
fn is_same_json(left: &[u8], right: &[u8]) -> bool {
    let json = |text| serde_json::from_slice::<Value>(text).ok();
    json(left).is_some_and(|left| json(right) == Some(left))
}

impl fmt::Display for Typed {
    /// Names of the fields; their values may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.fields.is_empty() {
            return f.write_str("any request");
        }
        let names: Vec<String> = self.fields.iter().map(|(name, _)| format!("`{name}`")).collect();
        write!(f, "a request with the given {}", names.join(", "))
    }
}
