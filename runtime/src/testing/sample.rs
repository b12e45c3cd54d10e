use super::json::differences;
use super::restore;
use crate::operation::{Body, Descriptor, Operation};
use crate::record::{self, Coercion, Original, Record, Report};
use crate::wire::{self, Parts};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

/// Checks that a documented sample reply and the generated type agree, where the reply is a JSON object.
///
/// Where the sample departs from its documentation (another type, a value that the type cannot hold, an unlisted
/// value, a field that is not documented) is exactly what `departures` lists: paths without indices and keys, such as
/// `VersionSummary[].Index` or `Labels{}`. A null counts as absent and not as a departure. Nothing is lost: the reply and what the report kept are together the
/// JSON of the sample. A clone equals its original.
///
/// # Errors
/// Every deviation, one per line.
pub fn check_sample<R>(sample: &str, departures: &[&str]) -> Result<(), String>
where
    R: Record + Default + PartialEq + Clone + Debug,
{
    let decode = || record::decode::<R>(sample.as_bytes()).map(|decoded| (decoded.value, decoded.report));
    check(decode, sample, departures, &Shown::Object(0))
}

/// As [`check_sample`], for the replies of an operation, whatever their body is: the path of the root is `$`. The
/// sample of a reply that is text or bytes is that text. A sample whose root is of another kind than documented departs
/// at `$` and nowhere else; it cannot be read.
///
/// # Errors
/// Every deviation, one per line.
pub fn check_reply<R>(sample: &str, departures: &[&str]) -> Result<(), String>
where
    R: Operation,
    R::Reply: PartialEq + Clone + Debug,
{
    let decode = || {
        let mut reply = R::Reply::default();
        let body = Bytes::copy_from_slice(sample.as_bytes());
        let parts = Parts { status: StatusCode::OK, headers: &HeaderMap::new(), body: &body };
        wire::read(R::DESCRIPTOR, &mut reply, &parts).map(|report| (reply, report))
    };
    check(decode, sample, departures, &Shown::of(R::DESCRIPTOR))
}

/// What of a reply its sample shows.
enum Shown {
    /// All fields but this many.
    Object(usize),
    /// The first field, as JSON.
    Payload,
    /// The first field, as it is.
    Text,
    /// Nothing.
    Nothing,
}

impl Shown {
    fn of(operation: &Descriptor) -> Self {
        match operation.reply_body() {
            Body::Object => Self::Object(operation.reply_header_count()),
            Body::Payload => Self::Payload,
            Body::Text | Body::Bytes => Self::Text,
            Body::Empty => Self::Nothing,
        }
    }
}

fn check<R>(
    decode: impl Fn() -> Result<(R, Report), record::Mismatch>,
    sample: &str,
    departures: &[&str],
    shown: &Shown,
) -> Result<(), String>
where
    R: Record + PartialEq + Clone,
{
    let (value, report) = match decode() {
        Ok(decoded) => decoded,
        // A root of another kind cannot be read at all; the raw body is all that there is of it.
        Err(mismatch) if mismatch.path() == "$" && departures == ["$"] && is_json(sample) => return Ok(()),
        Err(mismatch) => return Err(format!("it does not decode: {mismatch}")),
    };
    let (again, _) = decode().map_err(|error| format!("it does not decode: {error}"))?;
    let mut problems = unrecorded(&report, departures);
    match lost(&value, &report, sample, shown) {
        Ok(lost) => problems.extend(lost),
        Err(problem) => problems.push(problem),
    }
    if value != again {
        problems.push("two decodes of the sample differ".to_owned());
    }
    if value.clone() != value {
        problems.push("a clone differs from its original".to_owned());
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// Where report and recorded departures differ.
fn unrecorded(report: &Report, departures: &[&str]) -> Vec<String> {
    let observed = observed(report);
    let recorded: BTreeSet<String> = departures.iter().map(|path| rooted(path)).collect();
    // A null is absent, which every field may be. What is in the place of a list has no documented inside.
    let absent = report.coercions().iter().filter(|entry| entry.found() == "null");
    let absent: BTreeSet<String> = absent.map(|entry| general(entry.path())).collect();
    let is_wrapped = |entry: &&Coercion| matches!(entry.original, Original::Wrapped(_));
    let wrapped: Vec<String> =
        report.coercions().iter().filter(is_wrapped).map(|entry| general(entry.path())).collect();
    let is_inside = |path: &str| {
        wrapped.iter().any(|list| path.strip_prefix(list.as_str()).is_some_and(|rest| rest.starts_with('[')))
    };

    let surprises = observed.iter().filter(|(path, _)| !recorded.contains(*path) && !is_inside(path));
    let mut problems: Vec<String> =
        surprises.map(|(path, what)| format!("{what}; that is not recorded as `{path}`")).collect();
    let stale = recorded.iter().filter(|path| !observed.contains_key(*path) && !absent.contains(*path));
    problems.extend(stale.map(|path| format!("{path}: recorded as a departure, but it agrees")));
    problems
}

/// What a report says, by path without indices and keys; nulls are left out.
fn observed(report: &Report) -> BTreeMap<String, String> {
    let coerced = report.coercions().iter().filter(|entry| entry.found() != "null");
    let coerced = coerced.map(|entry| (general(entry.path()), entry.to_string()));
    let raw = report.raw_values().iter().map(|raw| {
        let item = if raw.item.is_some() { "[]" } else { "" };
        (general(raw.path()) + item, raw.to_string())
    });
    let unknown = report.unknown_fields().iter();
    let unknown = unknown.map(|field| (general(field.path()), format!("{}: not documented", field.path())));
    let unlisted = report.unlisted_values().iter();
    let unlisted = unlisted
        .map(|entry| (general(entry.path()), format!("{}: a value that is not listed", entry.path())));
    coerced.chain(raw).chain(unknown).chain(unlisted).collect()
}

/// Where the reply and its report together do not hold the sample.
fn lost(value: &dyn Record, report: &Report, sample: &str, shown: &Shown) -> Result<Vec<String>, String> {
    let restored = match shown {
        Shown::Object(hidden) => restore::object(value, *hidden, report),
        Shown::Payload => restore::payload(value, report),
        Shown::Text => {
            let text = match value.slot(0).node() {
                Some(record::Node::String(text)) => text.as_bytes(),
                Some(record::Node::Bytes(bytes)) => bytes,
                _ => &[],
            };
            let is_same = text == sample.as_bytes();
            return Ok(if is_same { Vec::new() } else { vec!["$: another text".to_owned()] });
        }
        Shown::Nothing => return Ok(Vec::new()),
    };
    let restored = restored.map_err(|error| format!("it does not encode: {error}"))?;
    let json: Value =
        serde_json::from_str(sample).map_err(|error| format!("the sample is no JSON: {error}"))?;
    Ok(differences(&json, &restored))
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

/// A path that begins inside the root begins with the root.
fn rooted(path: &str) -> String {
    let root = if path.starts_with(['[', '{']) { "$" } else { "" };
    format!("{root}{path}")
}
