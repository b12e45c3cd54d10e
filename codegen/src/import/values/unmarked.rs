use super::ValueKind;
use super::candidate::{Candidate, Strength};
use super::explained;
use super::lines::{Line, Marker};

/// Clauses of a line that are tried.
const MOST_BEGINNINGS: usize = 100;

/// Lists in sentences that no words introduce: `Whether it is on. true: yes. false: no.` Only numbers and truth values
/// are clear enough.
pub(super) fn find<'a>(lines: &[Line<'a>], kind: ValueKind) -> Vec<Candidate<'a>> {
    if kind == ValueKind::String {
        return Vec::new();
    }
    lines.iter().filter(|line| line.marker == Marker::None).filter_map(|line| in_line(line, kind)).collect()
}

fn in_line<'a>(line: &Line<'a>, kind: ValueKind) -> Option<Candidate<'a>> {
    let mut begins = vec![0];
    for (at, letter) in line.content.char_indices() {
        if matches!(letter, '。' | '.' | '，' | ',' | '：' | ':' | '；' | ';' | '（' | '(' | ' ') {
            begins.push(at.saturating_add(letter.len_utf8()));
        }
    }
    begins.into_iter().take(MOST_BEGINNINGS).find_map(|begin| {
        let text = line.content.get(begin..)?;
        let starts = text.trim_start_matches([' ', '*', '`', '-']).starts_with(|first: char| {
            first.is_ascii_digit() || first.eq_ignore_ascii_case(&'t') || first.eq_ignore_ascii_case(&'f')
        });
        let list = starts.then(|| explained::read(text, kind)).flatten()?;
        let before = line.content.get(..begin)?;
        let kept = before.trim_end_matches([' ', '，', ',', '：', ':', '（', '(', '-']).len();
        let start = line.at.saturating_add(kept);
        let mut end = line.at.saturating_add(begin).saturating_add(list.length);
        let behind = line.content.get(begin.saturating_add(list.length)..)?;
        if before.trim_end().ends_with(['（', '(']) {
            end = end
                .saturating_add(behind.chars().next().filter(|sign| matches!(sign, '）' | ')'))?.len_utf8());
        }
        (list.items.len() >= 2).then_some(Candidate {
            items: list.items,
            strength: Strength::Weak,
            span: start..end,
        })
    })
}
