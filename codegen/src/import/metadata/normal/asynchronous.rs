//! Replacements and polling.

use super::super::raw::RawStatic;
use super::super::{Asynchronous, Replacement};
use super::context::Context;
use super::names;
use super::place::Place;
use super::values::Values;

/// Reads what to use in place of an operation.
pub(super) fn replacement(
    raw: &mut RawStatic<'_>,
    place: &Place<'_>,
    context: &mut Context<'_>,
) -> Replacement {
    let mut values = Values { context, place };
    let written = values.words("substitutions", std::mem::take(&mut raw.substitutions));
    Replacement {
        operations: written
            .iter()
            .filter_map(|text| names::operation(&mut values, "substitutions", text))
            .collect(),
        none_because: values.text("noSubstitutionReason", &raw.no_substitution),
    }
}

/// Reads how to wait for the result of an operation. One that does not say that its result comes later has none
/// to wait for.
pub(super) fn asynchronous(
    raw: &RawStatic<'_>,
    place: &Place<'_>,
    context: &mut Context<'_>,
) -> Option<Asynchronous> {
    let mut values = Values { context, place };
    let later = values.text("returnType", &raw.return_type);
    if later.is_some_and(|later| !later.eq_ignore_ascii_case("asynchronous")) {
        return None;
    }
    let callback = values.text("callback", &raw.callback)?;
    Some(Asynchronous {
        poll: names::operation(&mut values, "callback", &callback)?,
        interval: values.count("callbackInterval", &raw.interval),
        attempts: values.count("maxCallbackTimes", &raw.attempts),
    })
}
