use super::flatten::{self, Pairs};
use super::{dynamic, form, percent};
use crate::error::{Error, ErrorKind};
use crate::operation::{Descriptor, Method, Position};
use crate::record::{Node, Record};
use bytes::Bytes;
use serde_json::Value;

/// A request without anything that differs between attempts: date, nonce, credentials, signature.
pub(crate) struct Unsigned {
    pub(crate) method: Method,
    /// Canonical query, without `?`; what is signed and what is sent.
    pub(crate) query: String,
    pub(crate) body: Bytes,
    pub(crate) content_type: Option<&'static str>,
}

/// The request of a typed call.
///
/// # Errors
/// Missing and unwritable parameters, all of them in one error.
pub(crate) fn from_record(operation: &'static Descriptor, record: &dyn Record) -> Result<Unsigned, Error> {
    build(operation, |index, _| record.slot(index).node())
}

/// The request of a call by name: the same tables, with JSON for the values.
///
/// # Errors
/// As [`from_record`], unknown parameters and parameters of the wrong type.
pub(crate) fn from_json(operation: &'static Descriptor, json: &Value) -> Result<Unsigned, Error> {
    dynamic::check(operation, json)?;
    build(operation, |_, name| json.get(name).filter(|value| !value.is_null()).map(Node::Any))
}

/// Writes every parameter that has a value (`docs/wire.md`, "Parameter positions").
fn build<'a>(
    operation: &'static Descriptor,
    value: impl Fn(usize, &str) -> Option<Node<'a>>,
) -> Result<Unsigned, Error> {
    let method = operation.method();
    let (mut query, mut fields, mut has_form) = (Pairs::new(), Pairs::new(), false);
    let (mut missing, mut problems) = (Vec::new(), Vec::new());
    for (index, parameter) in operation.parameters().iter().enumerate() {
        // A GET carries no body, so its form parameters travel in the query.
        let in_form = parameter.position() == Position::Form && method == Method::Post;
        has_form |= in_form;
        let out = if in_form { &mut fields } else { &mut query };
        match value(index, parameter.name()) {
            Some(node) => {
                if let Err(problem) = flatten::write(parameter.name(), parameter.style(), node, out) {
                    problems.push(format!("parameter `{}` {problem}", parameter.name()));
                }
            }
            None if parameter.is_required() => missing.push(format!("`{}`", parameter.name())),
            None => {}
        }
    }
    if !missing.is_empty() {
        let plural = if missing.len() == 1 { "" } else { "s" };
        problems.insert(0, format!("set required parameter{plural} {}", missing.join(", ")));
    }
    if !problems.is_empty() {
        return Err(Error::local(ErrorKind::Request, problems.join("; ")));
    }
    query.sort_by(|left, right| left.0.cmp(&right.0));
    fields.sort_by(|left, right| left.0.cmp(&right.0));
    Ok(Unsigned {
        method,
        query: percent::query(&query),
        body: Bytes::from(form::body(&fields)),
        // Sent even where no form parameter is set: the declaration decides, not the value.
        content_type: has_form.then_some(form::CONTENT_TYPE),
    })
}
