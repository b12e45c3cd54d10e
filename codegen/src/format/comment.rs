use std::ops::Range;

/// A comment of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Comment<'a> {
    /// From `#` to the end of the line, without white space behind it.
    pub(super) text: &'a str,
    pub(super) start: usize,
    /// Whether nothing stands before it on its line.
    pub(super) is_own_line: bool,
    /// Characters before it on its line.
    pub(super) column: usize,
    /// Whether the line before it is blank.
    pub(super) blank_before: bool,
    /// Whether the line behind it is blank.
    pub(super) blank_after: bool,
}

/// The comments in a part of the text that holds no scalar.
pub(super) fn comments(text: &str, range: Range<usize>) -> Vec<Comment<'_>> {
    let mut found = Vec::new();
    let mut at = range.start;
    loop {
        let start = find(text, at, |byte| byte == b'#');
        if start >= range.end {
            return found;
        }
        let end = line_end(text, start);
        let before = text.get(line_start(text, start)..start).unwrap_or_default();
        found.push(Comment {
            text: text.get(start..end).unwrap_or_default().trim_end(),
            start,
            is_own_line: before.trim().is_empty(),
            column: before.chars().count(),
            blank_before: is_blank_before(text, range.start, line_start(text, start)),
            blank_after: is_blank_after(text, end),
        });
        at = end;
    }
}

/// The first wanted byte from a position on that is not in a comment; the end of the text if there is none. No scalar
/// may lie before it.
pub(super) fn find(text: &str, from: usize, is_wanted: impl Fn(u8) -> bool) -> usize {
    let mut at = from;
    while let Some(byte) = text.as_bytes().get(at) {
        if is_wanted(*byte) {
            return at;
        }
        at = if *byte == b'#' { line_end(text, at) } else { at + 1 };
    }
    text.len()
}

/// Where the line of a position begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |line_break| line_break + 1)
}

/// Where the line of a position ends, before its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length)
}

/// Whether the line before a line is blank, and does not belong to what stands before `from`, as the last line of a block may.
fn is_blank_before(text: &str, from: usize, start: usize) -> bool {
    let Some(end) = start.checked_sub(1) else { return false };
    let before = line_start(text, end);
    before >= from && text.get(before..end).is_some_and(|line| line.trim().is_empty())
}

fn is_blank_after(text: &str, line_end: usize) -> bool {
    let after = text.get(line_end..).unwrap_or_default().strip_prefix('\n');
    after.and_then(|after| after.split_once('\n')).is_some_and(|(line, _)| line.trim().is_empty())
}

/// Column of a position, in characters.
pub(super) fn column(text: &str, at: usize) -> usize {
    text.get(line_start(text, at)..at).unwrap_or_default().chars().count()
}
