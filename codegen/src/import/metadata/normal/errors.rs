//! Errors that operations answer with.

use super::super::raw::{Items, Members, RawError};
use super::super::{ErrorCode, FindingKind};
use super::context::Context;
use super::place::Place;
use super::values::Values;
use std::collections::{HashMap, HashSet};

/// Reads errors; `told` are those of the same operation in the second document.
pub(super) fn errors<'a>(
    raw: Members<'_, Items<RawError<'_>>>,
    told: Option<&'a Members<'a, Items<RawError<'a>>>>,
    place: &Place<'_>,
    context: &mut Context<'a>,
) -> Vec<ErrorCode> {
    let place = &Place::Part(place, "errors");
    Values { context, place }.structure("errorCodes", "an object", raw.found);
    context.report_twice(place, &raw.twice);
    let table = told.map(Members::table);
    let mut seen = HashSet::new();
    let mut errors = Vec::new();
    for (key, list) in raw.entries {
        let status = key.trim().parse().ok().filter(|status| (200..600).contains(status));
        let place = &Place::Member(place, &key);
        if status.is_none() {
            context.report(place, FindingKind::Status, format!("{key:?} is no HTTP status"));
        }
        Values { context, place }.structure(&key, "a list", list.found);
        let told = table.as_ref().and_then(|table| table.get(&key)).map(Told::new);
        for raw in list.elements {
            let Some(error) = error(&raw, status, told.as_ref(), place, context) else { continue };
            if seen.insert(error.clone()) {
                errors.push(error);
            } else {
                let text = format!("{:?} is listed twice with the same message", error.code);
                context.report(place, FindingKind::ErrorTwice, text);
            }
        }
    }
    errors
}

fn error<'a>(
    raw: &RawError<'_>,
    status: Option<u16>,
    told: Option<&Told<'a>>,
    place: &Place<'_>,
    context: &mut Context<'a>,
) -> Option<ErrorCode> {
    let mut values = Values { context, place };
    if !values.record("errorCodes[]", raw) {
        return None;
    }
    let code = values.text("errorCode", &raw.code);
    let message = values.text("errorMessage", &raw.message);
    let description = values.text("description", &raw.description);
    let Some(code) = code else {
        context.report(place, FindingKind::ErrorIncomplete, "an error without a code; left out");
        return None;
    };
    let own = told.and_then(|told| told.get(&code, message.as_deref()));
    let description = match &context.prose {
        Some(prose) => prose.text(description, own.map(|own| &own.description)),
        None => description,
    };
    Some(ErrorCode { status, code, message, description })
}

/// Errors of one status in the second document by code.
struct Told<'a> {
    index: HashMap<&'a str, Vec<&'a RawError<'a>>>,
}

impl<'a> Told<'a> {
    fn new(list: &'a Items<RawError<'a>>) -> Self {
        let mut index: HashMap<&str, Vec<_>> = HashMap::new();
        for error in &list.elements {
            if let Some(code) = error.code.as_text() {
                index.entry(code.trim()).or_default().push(error);
            }
        }
        Self { index }
    }

    /// The error of a code with a message, or the only one of the code.
    fn get(&self, code: &str, message: Option<&str>) -> Option<&'a RawError<'a>> {
        let errors = self.index.get(code)?;
        let same = |error: &&&RawError<'_>| error.message.as_text().map(str::trim) == message;
        match errors.as_slice() {
            [error] => Some(error),
            several => several.iter().find(same).copied(),
        }
    }
}
