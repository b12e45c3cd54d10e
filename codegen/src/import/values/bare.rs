use super::ValueKind;
use super::candidate::{Candidate, Strength};
use super::item::{self, Item, Parsed, Place};
use super::lines::{Line, Marker};
use super::{inline, lead};

/// Lists whose items are lines without a marker. Only clear words make them lists.
pub(super) fn find<'a>(
    lines: &[Line<'a>],
    kind: ValueKind,
    is_fact: impl Fn(&Line<'a>) -> bool,
) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() || line.marker != Marker::None {
            continue;
        }
        let next = at.saturating_add(1);
        let below = lines.iter().skip(next).find(|line| !line.is_blank());
        if below.is_none_or(|line| line.marker != Marker::None) {
            continue;
        }
        let Some(lead) = lead::above(line) else { continue };
        // The list may also be the next line.
        let one = below.and_then(|line| Some((line, inline::tokens(line.content, kind, true)?)));
        if let Some((line, list)) = one.filter(|(_, list)| list.items.len() >= 2) {
            let end = line.at.saturating_add(list.length);
            found.push(Candidate { items: list.items, strength: Strength::Strong, span: lead.start..end });
        } else if let Some((items, end)) = read(lines, next, line.quoted, kind, &is_fact) {
            found.push(Candidate { items, strength: Strength::Strong, span: lead.start..end });
        }
    }
    found
}

fn read<'a>(
    lines: &[Line<'a>],
    from: usize,
    quoted: bool,
    kind: ValueKind,
    is_fact: &impl Fn(&Line<'a>) -> bool,
) -> Option<(Vec<Item<'a>>, usize)> {
    let mut items = Vec::new();
    let mut end = 0;
    let mut stopped_by_prose = false;
    for line in lines.iter().skip(from) {
        if line.is_blank() {
            continue;
        }
        if line.marker != Marker::None || line.quoted != quoted || is_fact(line) {
            break;
        }
        match item::parse(line.content, kind, Place::Bare) {
            Parsed::Value(item) if item.separated => {
                items.push(item);
                end = line.end;
            }
            Parsed::Nothing if !items.is_empty() => end = line.end,
            _ => {
                stopped_by_prose = true;
                break;
            }
        }
    }
    let told = items.iter().all(|item| item.marked || !item.meaning.trim().is_empty());
    // Several values in one line would hide all but the first.
    let whole = items.iter().all(|item| !hides_another(item.meaning, kind));
    let enough = items.len() >= 2 || (items.len() == 1 && !stopped_by_prose);
    (enough && whole && (told || !stopped_by_prose)).then_some((items, end))
}

/// Whether what is said about a value contains another one with its meaning.
pub(super) fn hides_another(meaning: &str, kind: ValueKind) -> bool {
    let mut words = meaning.split([' ', '，', '。', '；', '、', ',']).peekable();
    words.next();
    words.any(|word| {
        let (value, separated) = match word.split_once(['：', ':']) {
            Some((value, _)) => (value, true),
            None => (word, false),
        };
        separated
            && super::token::value(value.trim_matches(['*', '`']), kind).is_some()
            && !word.contains("//")
    })
}
