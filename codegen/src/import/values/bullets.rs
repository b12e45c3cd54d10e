use super::ValueKind;
use super::candidate::{Candidate, Strength};
use super::item::{self, Item, Parsed, Place};
use super::lines::{Line, Marker};
use super::{explained, inline, lead, turned};

/// The lists with markers that are clear.
pub(super) fn find<'a>(text: &'a str, lines: &[Line<'a>], kind: ValueKind) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    let mut above: Option<usize> = None;
    let mut at = 0;
    let mut first = true;
    while let Some(line) = lines.get(at) {
        if line.marker == Marker::None {
            if !line.is_blank() {
                above = Some(at);
            }
            at = at.saturating_add(1);
            continue;
        }
        let block = Block::read(lines, at, kind);
        if let Some(introducing) = above.take().and_then(|above| lines.get(above))
            && !block.goes_on(lines, kind)
        {
            found.extend(block.candidate(text, lines, introducing, kind, first));
        }
        first = false;
        at = block.end.max(at.saturating_add(1));
    }
    found
}

/// Lines of one list: the items of its first level, what is below them, and the line after it.
struct Block {
    items: Vec<usize>,
    nested: Vec<usize>,
    end: usize,
    last: usize,
}

impl Block {
    fn read(lines: &[Line<'_>], start: usize, kind: ValueKind) -> Self {
        let mut block =
            Self { items: vec![start], nested: Vec::new(), end: start.saturating_add(1), last: start };
        let Some(head) = lines.get(start) else { return block };
        let deep = head.indent.saturating_add(2);
        let mut after_blank = false;
        let mut at = start.saturating_add(1);
        while let Some(line) = lines.get(at) {
            let inside = if line.is_blank() && line.quoted == head.quoted {
                after_blank = true;
                at = at.saturating_add(1);
                continue;
            } else if line.quoted != head.quoted {
                line.outer >= deep || resumes(lines, at, head, kind)
            } else if line.marker != Marker::None {
                if line.indent >= deep || line.marker != head.marker {
                    block.nested.push(at);
                } else {
                    block.items.push(at);
                }
                true
            } else {
                line.indent >= deep || (!after_blank && resumes(lines, at, head, kind))
            };
            if !inside {
                break;
            }
            after_blank = false;
            block.last = at;
            at = at.saturating_add(1);
        }
        block.end = block.last.saturating_add(1);
        block
    }

    /// Whether more values follow, after something that interrupts the list: a part of a list is none.
    fn goes_on(&self, lines: &[Line<'_>], kind: ValueKind) -> bool {
        let head = self.items.first().and_then(|first| lines.get(*first));
        let mut after = lines.iter().skip(self.end);
        let Some(next) =
            after.by_ref().find(|line| line.marker != Marker::None || lead::above(line).is_some())
        else {
            return false;
        };
        head.is_some_and(|head| {
            head.indent == next.indent && head.marker == next.marker && head.quoted == next.quoted
        }) && matches!(item::parse(next.content, kind, Place::Item),
                Parsed::Value(item) if item.separated && !item.value.contains(' ') && !item.meaning.trim().is_empty())
    }

    fn candidate<'a>(
        &self,
        text: &str,
        lines: &[Line<'a>],
        introducing: &Line<'a>,
        kind: ValueKind,
        first: bool,
    ) -> Option<Candidate<'a>> {
        let lead = match lead::above(introducing) {
            Some(lead) => lead,
            None if first => lead::above_weakly(introducing, text)?,
            None => return None,
        };
        let contents: Vec<_> =
            self.items.iter().filter_map(|index| lines.get(*index)).map(|line| line.content).collect();
        let items = turned::read(&contents).filter(|_| lead.strength == Strength::Strong);
        let items = match items {
            Some(items) => items,
            None if contents.iter().any(|content| turned::is_one(content)) => return None,
            None => read(&contents, kind)?,
        };
        let values_below = self.nested.iter().filter_map(|index| lines.get(*index)).any(|line| {
            matches!(item::parse(line.content, kind, Place::Item), Parsed::Value(item) if item.separated && !item.value.contains(' '))
        });
        if values_below {
            return None;
        }
        let end = lines.get(self.last)?.end;
        let strong = lead.strength == Strength::Strong;
        let clear = items
            .iter()
            .all(|item| item.separated && !item.value.contains(' ') && !item.meaning.trim().is_empty());
        (strong || (clear && items.len() >= 2)).then_some(Candidate {
            items,
            strength: lead.strength,
            span: lead.start..end,
        })
    }
}

/// The items; `None` where one of them is prose.
fn read<'a>(contents: &[&'a str], kind: ValueKind) -> Option<Vec<Item<'a>>> {
    let mut items = Vec::with_capacity(contents.len());
    for content in contents {
        if let Some(several) = inline::together(content, kind) {
            items.extend(several);
            continue;
        }
        if content.contains(" - ")
            && let Some(several) = explained::read(content, kind)
        {
            items.extend(several.items);
            continue;
        }
        match item::parse(content, kind, Place::Item) {
            Parsed::Value(item) => items.push(item),
            Parsed::Nothing => {}
            Parsed::Prose => return None,
        }
    }
    Some(items)
}

/// Whether the list goes on after lines that are not indented: another value follows at once.
fn resumes(lines: &[Line<'_>], from: usize, head: &Line<'_>, kind: ValueKind) -> bool {
    let quoted = lines.get(from).is_some_and(|line| line.quoted);
    let mut after_blank = false;
    for line in lines.iter().skip(from) {
        if line.is_blank() {
            after_blank = true;
        } else if line.marker != Marker::None && line.quoted == head.quoted {
            return line.marker == head.marker
                && line.indent == head.indent
                && matches!(item::parse(line.content, kind, Place::Item), Parsed::Value(item) if item.separated);
        } else if line.quoted != quoted || (after_blank && !quoted) {
            return false;
        }
    }
    false
}
