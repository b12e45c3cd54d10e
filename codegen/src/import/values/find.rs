use super::candidate::Candidate;
use super::clean::Clean;
use super::defaults::{self, Default as Told};
use super::lead::{self, Lead};
use super::limits::{self, Limits};
use super::lines::{self, Line};
use super::{Found, ValueKind, bare, bullets, inline, judge, rest, unmarked};
use std::ops::Range;

/// Signs of texts that differ by the site they are read on: what holds where is not to be told.
const BY_SITE: &str = "<props";

/// Bytes of a description; longer ones are manuals, and no list of values.
const LONGEST: usize = 32 * 1024;

/// Finds valid values, the default and limits in a description.
pub fn find(text: &str, kind: ValueKind) -> Found {
    let clean = Clean::new(text);
    if text.len() > LONGEST || clean.text.contains(BY_SITE) {
        return Found { rest: text.trim().to_owned(), ..Found::default() };
    }
    let lines = lines::split(&clean.text);
    let told = defaults::find(&lines, kind, &[]);
    let leads = lead::within(&lines);
    let list = list(&clean.text, &lines, &leads, &told, kind);
    let limits = match (kind, &list) {
        (ValueKind::Integer, None) => limits::find(&lines, &leads, &told),
        _ => Limits::default(),
    };
    let mut spans: Vec<Range<usize>> = limits.spans;
    let items = list.as_ref().map(|list| list.items.as_slice()).unwrap_or_default();
    let values = judge::values(items);
    let names: Vec<_> =
        values.iter().map(|value| value.value.as_str()).filter(|value| value.contains(' ')).collect();
    let told = if names.is_empty() { told } else { defaults::find(&lines, kind, &names) };
    let default = default(&told, list.as_ref(), &mut spans);
    spans.extend(list.map(|list| list.span));
    let rest = rest::without(&clean, text, spans);
    Found { values, default, maximum: limits.maximum, minimum: limits.minimum, rest }
}

fn list<'a>(
    text: &'a str,
    lines: &[Line<'a>],
    leads: &[(usize, Lead)],
    told: &[Told],
    kind: ValueKind,
) -> Option<Candidate<'a>> {
    let is_default = |line: &Line<'a>| {
        told.iter().any(|told| told.start <= line.at && line.at <= told.start.saturating_add(2))
    };
    let mut candidates = bullets::find(text, lines, kind);
    candidates.extend(bare::find(lines, kind, is_default));
    candidates.extend(inline::find(lines, leads, kind));
    if candidates.is_empty() {
        candidates = unmarked::find(lines, kind);
    }
    judge::choose(candidates, text, kind)
}

/// The default that all places agree on and that is a valid value.
fn default(told: &[Told], list: Option<&Candidate<'_>>, spans: &mut Vec<Range<usize>>) -> Option<String> {
    let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
    let listed = |value: &str| match items.iter().find(|item| item.value == value) {
        Some(item) => Some(item.value.clone()),
        None => {
            items.iter().find(|item| item.value.eq_ignore_ascii_case(value)).map(|item| item.value.clone())
        }
    };
    let mut found: Option<String> =
        items.iter().find(|item| judge::is_default(item)).map(|item| item.value.clone());
    for told in told {
        let value = match listed(&told.value) {
            Some(value) => value,
            None if told.nothing => continue,
            None if items.is_empty() => told.value.clone(),
            None => return None,
        };
        if found.as_ref().is_some_and(|found| *found != value) {
            return None;
        }
        found = Some(value);
    }
    spans.extend(
        told.iter().filter(|told| !told.nothing || found.is_some()).filter_map(|told| told.spare.clone()),
    );
    found
}
