use super::candidate::{Candidate, Strength};
use super::item::Item;
use super::prose::has_any;
use super::token::{self, is_integer, is_region};
use super::{FoundValue, ValueKind, meaning, range};
use std::collections::{HashMap, HashSet};

/// Values of one list.
const MOST_VALUES: usize = 300;

/// The one list of a description, where there is one and nothing speaks against it.
pub(super) fn choose<'a>(
    candidates: Vec<Candidate<'a>>,
    text: &str,
    kind: ValueKind,
) -> Option<Candidate<'a>> {
    let strongest = candidates.iter().map(|candidate| candidate.strength).max()?;
    let mut chosen: Option<Candidate<'a>> = None;
    for candidate in candidates.into_iter().filter(|candidate| candidate.strength == strongest) {
        if candidate.items.is_empty() {
            continue;
        }
        match &chosen {
            Some(first) if is_same(first, &candidate) => {}
            // Several lists hold for several cases.
            Some(_) => return None,
            None => chosen = Some(candidate),
        }
    }
    chosen.filter(|candidate| is_closed(candidate, text) && fits(candidate, text, kind))
}

fn is_same(first: &Candidate<'_>, other: &Candidate<'_>) -> bool {
    let values = |candidate: &Candidate<'_>| {
        candidate.items.iter().map(|item| item.value.clone()).collect::<HashSet<_>>()
    };
    values(first) == values(other)
}

/// Whether the list says that there are no other values.
fn is_closed(candidate: &Candidate<'_>, text: &str) -> bool {
    let after = text.get(candidate.span.end..).unwrap_or_default();
    let open_end = after.trim_start().starts_with(['等', '…']) || after.trim_start().starts_with("etc");
    let last = candidate
        .items
        .last()
        .map(|item| item.meaning.trim_end_matches(['.', '。', ' ']))
        .unwrap_or_default();
    let list = text.get(candidate.span.clone()).unwrap_or_default();
    let open = last.ends_with("等等")
        || last.ends_with("etc")
        || has_any(list, &["……", "but not limited", "不限于"]);
    !(open_end || open)
}

fn fits(candidate: &Candidate<'_>, text: &str, kind: ValueKind) -> bool {
    let items = &candidate.items;
    let mut meanings: HashMap<&str, &str> = HashMap::new();
    for item in items {
        let known = meanings.insert(&item.value, item.meaning.trim());
        if known.is_some_and(|known| known != item.meaning.trim()) {
            return false;
        }
    }
    let defaults = items.iter().filter(|item| is_default(item)).count();
    let regions = items.iter().filter(|item| is_region(&item.value)).count();
    // Parts of a pattern that the text shows.
    let pattern = text.contains('{');
    let masked = items
        .iter()
        .any(|item| item.value.contains("xxx") || (pattern && text.contains(&format!("{{{}}}", item.value))));
    let truths = kind != ValueKind::Boolean || items.len() >= 2 || candidate.strength == Strength::Strong;
    let mixed = items.iter().any(|item| item.marked)
        && items.iter().any(|item| !item.marked && item.value.contains(' '));
    // The values of another parameter, for each of which this one has its own.
    let cases = items.iter().any(|item| {
        let meaning = item.meaning.trim();
        (kind != ValueKind::Integer && range::read(meaning).is_some_and(|range| range.whole))
            || has_any(&meaning.to_ascii_lowercase(), &["valid value"])
            || has_any(meaning, &["取值范围", "取值为", "取值："])
    });
    if mixed || cases || items.iter().any(|item| token::is_range(&item.value)) {
        return false;
    }
    items.len() <= MOST_VALUES
        && defaults <= 1
        && regions.saturating_mul(2) < items.len().max(2)
        && !masked
        && truths
}

pub(super) fn is_default(item: &Item<'_>) -> bool {
    item.default || meaning::marks_default(item.meaning)
}

/// The values with their meanings, and names where they are numbers.
pub(super) fn values(items: &[Item<'_>]) -> Vec<FoundValue> {
    let mut values: Vec<FoundValue> = Vec::with_capacity(items.len());
    for item in items {
        if values.iter().any(|known| known.value == item.value) {
            continue;
        }
        let meaning = meaning::clean(item.meaning, &item.value);
        let name = meaning.as_deref().filter(|_| is_integer(&item.value)).and_then(meaning::name);
        values.push(FoundValue { value: item.value.clone(), meaning, name });
    }
    let names: Vec<_> =
        values.iter().map(|value| value.name.as_deref().map(str::to_ascii_lowercase)).collect();
    for (index, value) in values.iter_mut().enumerate() {
        let own = names.get(index).cloned().flatten();
        if own.is_some() && names.iter().filter(|name| **name == own).count() > 1 {
            value.name = None;
        }
    }
    values
}
