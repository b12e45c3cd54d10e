use super::departure::{Departure, What};
use super::traversal::{self, Outcome, Shapes};
use crate::spec::raw::{Operation, Reply, Type};
use serde_json::Value;

/// The general paths at which a sample reply departs from the description, sorted, each once: `Data[].Used`, `Labels{}`, and
/// `$` for the root. What a sample has to list in `departs`, unless the fields record it in `disagrees`.
///
/// # Errors
/// The sample is not JSON, and the reply is neither a text nor bytes.
pub fn departures(
    operation: &Operation,
    shapes: &Shapes<'_>,
    body: &str,
) -> Result<Vec<String>, serde_json::Error> {
    let Some(value) = read(operation, body)? else { return Ok(Vec::new()) };
    let outcome = compare(operation, &value, shapes, false);
    let mut paths: Vec<String> = outcome.departures.into_iter().map(|departure| departure.path).collect();
    paths.sort_unstable();
    paths.dedup();
    Ok(paths)
}

/// What a sample shows. `None` where it is not compared: any text is one of a reply that is a text, and bytes have no sample.
pub(super) fn read(operation: &Operation, body: &str) -> Result<Option<Value>, serde_json::Error> {
    match with_body(operation).map(Reply::root) {
        Some(Type::String | Type::Binary | Type::Byte) => Ok(None),
        None if body.trim().is_empty() => Ok(None),
        _ => serde_json::from_str(body).map(Some),
    }
}

/// The reply, unless it has no body: where it is absent, or has headers alone.
fn with_body(operation: &Operation) -> Option<&Reply> {
    let reply = operation.reply.as_ref()?;
    let is_described = reply.kind.is_some() || !reply.fields.is_empty() || reply.shape.is_some();
    (is_described || reply.headers.is_empty()).then_some(reply)
}

/// Compares a sample that was read.
pub(super) fn compare<'a>(
    operation: &'a Operation,
    value: &'a Value,
    shapes: &Shapes<'a>,
    wants_support: bool,
) -> Outcome<'a> {
    match with_body(operation) {
        Some(reply) => traversal::compare(reply, value, shapes, wants_support),
        None => {
            let is_nothing = value.is_null() || value.as_object().is_some_and(serde_json::Map::is_empty);
            let departure = Departure { path: "$".to_owned(), json: Vec::new(), value, what: What::Body };
            let departures = if is_nothing { Vec::new() } else { vec![departure] };
            Outcome { departures, ..Outcome::default() }
        }
    }
}
