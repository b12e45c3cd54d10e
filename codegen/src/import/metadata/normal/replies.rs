//! Replies.

use super::super::raw::{Found, Members, RawResponse};
use super::super::{FindingKind, SuccessReply};
use super::context::Context;
use super::place::Place;
use super::schema::{Site, is_blank, schema};
use super::values::Values;

/// Reads the reply to a call that succeeded; `told` are the replies of the same operation in the second
/// document.
pub(super) fn success<'a>(
    raw: Members<'_, RawResponse<'_>>,
    told: Option<&'a Members<'a, RawResponse<'a>>>,
    place: &Place<'_>,
    context: &mut Context<'a>,
) -> Option<SuccessReply> {
    let mut values = Values { context, place };
    values.structure("responses", "an object", raw.found);
    context.report_twice(&Place::Part(place, "responses"), &raw.twice);
    let mut chosen: Option<(u16, String, RawResponse<'_>)> = None;
    let mut others = Vec::new();
    let mut several = false;
    for (key, response) in raw.entries {
        let Some(status) = status(&key) else {
            if !is_class(&key) {
                context.report(place, FindingKind::Status, format!("{key:?} is no status of a reply"));
            }
            continue;
        };
        if !(200..300).contains(&status) {
            if status < 400 {
                others.push(key.into_owned());
            }
            continue;
        }
        several |= chosen.is_some();
        if chosen.as_ref().is_none_or(|(before, ..)| *before != 200 && status == 200) {
            chosen = Some((status, key.into_owned(), response));
        }
    }
    let Some((status, key, response)) = chosen else {
        let text = match others.as_slice() {
            [] => "it describes no reply to a call that succeeds".to_owned(),
            others => format!("it describes no reply to a call that succeeds but {}", others.join(", ")),
        };
        context.report(place, FindingKind::NoSuccess, text);
        return None;
    };
    if several {
        let text = format!("it describes several replies to calls that succeed; {status} counts");
        context.report(place, FindingKind::SuccessTwice, text);
    }
    let told = told.and_then(|told| told.table().get(&key));
    Some(reply(status, response, told, place, context))
}

/// The status of a key; `2XX` stands for the usual one.
fn status(key: &str) -> Option<u16> {
    let key = key.trim();
    if key.eq_ignore_ascii_case("2XX") {
        return Some(200);
    }
    key.parse().ok().filter(|status| (100..600).contains(status))
}

/// Whether a key stands for several statuses: `4XX`, `default`.
fn is_class(key: &str) -> bool {
    let key = key.trim();
    key.eq_ignore_ascii_case("default")
        || (matches!(key.as_bytes(), [b'1'..=b'5', _, _]) && key.to_ascii_uppercase().ends_with("XX"))
}

fn reply<'a>(
    status: u16,
    response: RawResponse<'_>,
    told: Option<&'a RawResponse<'a>>,
    place: &Place<'_>,
    context: &mut Context<'a>,
) -> SuccessReply {
    let place = &Place::Part(place, "reply");
    let mut values = Values { context, place };
    values.record("response", &response);
    values.structure("headers", "an object", response.headers.found);
    context.report_twice(place, &response.headers.twice);
    let told_schema = told.map(|told| &*told.schema);
    let schema_of_body = if response.schema.found == Found::Nothing {
        None
    } else if is_blank(&response.schema) {
        context.report(place, FindingKind::TypeMissing, "its schema is empty; taken for no body");
        None
    } else {
        Some(schema(response.schema, told_schema, Site::Body, place, context))
    };
    let table = told.map(|told| told.headers.table());
    let header_place = &Place::Part(place, "headers");
    let headers = response.headers.entries.into_iter().map(|(name, header)| {
        let told = table.as_ref().and_then(|table| table.get(&name)).map(|header| &*header.schema);
        let place = &Place::Member(header_place, &name);
        Values { context, place }.record("header", &header);
        let schema = schema(header.schema, told, Site::Inner, place, context);
        (name.into_owned(), schema)
    });
    SuccessReply { status, schema: schema_of_body, headers: headers.collect() }
}
