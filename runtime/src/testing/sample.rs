use super::json::differences;
use crate::record::{self, Decoded, Node, Record};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Debug;

/// Checks that a documented sample reply and the generated type agree.
///
/// The sample decodes without an unknown field. What is coerced and which values are unlisted is exactly what
/// `disagreements` lists: field paths without indices, such as `VersionSummary[].Index` or `Labels{}`. The record
/// encodes back to the JSON values of the sample; at the listed paths only their texts have to agree. A clone
/// equals its original.
///
/// # Errors
/// Every deviation, one per line.
pub fn check_sample<R>(sample: &str, disagreements: &[&str]) -> Result<(), String>
where
    R: Record + Default + PartialEq + Clone + Debug,
{
    let json: Value =
        serde_json::from_str(sample).map_err(|error| format!("the sample is no JSON: {error}"))?;
    let decoded =
        record::decode::<R>(sample.as_bytes()).map_err(|error| format!("it does not decode: {error}"))?;
    let again =
        record::decode::<R>(sample.as_bytes()).map_err(|error| format!("it does not decode: {error}"))?;
    let mut problems = compare(&json, &decoded, disagreements);
    if decoded.value != again.value {
        problems.push("two decodes of the sample differ".to_owned());
    }
    if decoded.value.clone() != decoded.value {
        problems.push("a clone differs from its original".to_owned());
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// Everything that does not depend on the type's own traits.
fn compare<R: Record>(json: &Value, decoded: &Decoded<R>, disagreements: &[&str]) -> Vec<String> {
    let report = &decoded.report;
    let coerced = report.coercions().iter().map(|entry| general(entry.path()));
    let unlisted = report.unlisted_values().iter().map(|entry| general(entry.path()));
    let observed: BTreeSet<String> = coerced.chain(unlisted).collect();
    let recorded: BTreeSet<String> = disagreements.iter().map(|path| (*path).to_owned()).collect();

    let mut problems = Vec::new();
    for path in observed.difference(&recorded) {
        problems.push(format!("{path}: disagrees with its documentation, and that is not recorded"));
    }
    for path in recorded.difference(&observed) {
        problems.push(format!("{path}: recorded as a disagreement, but it agrees"));
    }
    for field in report.unknown_fields() {
        problems.push(format!("{}: not documented", field.path()));
    }
    match encoded(&decoded.value) {
        Ok(encoded) => problems.extend(differences(json, &encoded, &recorded)),
        Err(error) => problems.push(format!("it does not encode: {error}")),
    }
    problems
}

/// By way of the text, in which a 32-bit float has the digits that it was read from.
fn encoded(record: &dyn Record) -> Result<Value, serde_json::Error> {
    serde_json::from_str(&record::to_json_text(Node::Record(record))?)
}

/// A path without indices and keys: `A[2].B{env}` becomes `A[].B{}`.
fn general(path: &str) -> String {
    let mut general = String::new();
    let mut closing = None;
    for character in path.chars() {
        match closing {
            Some(end) if character == end => closing = None,
            Some(_) => continue,
            None if character == '[' => closing = Some(']'),
            None if character == '{' => closing = Some('}'),
            None => {}
        }
        general.push(character);
    }
    general
}
