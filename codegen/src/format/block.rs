use super::comment::line_end;
use super::document::Block;
use crate::source::Style;
use std::ops::Range;

/// A literal or folded block in the text.
pub(super) struct Found<'a> {
    pub(super) block: Block<'a>,
    /// Its `|-` or the like.
    pub(super) header: Range<usize>,
    /// Its lines, without blank ones at the end. Empty where there are only such.
    pub(super) content: Range<usize>,
}

/// Finds the lines of a block whose header begins at `header` and whose meaning is `meaning`.
pub(super) fn block<'a>(text: &'a str, header: usize, style: Style, meaning: &'a str) -> Found<'a> {
    let is_header = |byte: &u8| matches!(byte, b'|' | b'>' | b'+' | b'-' | b'0'..=b'9');
    let length = text.as_bytes().iter().skip(header).take_while(|byte| is_header(byte)).count();
    let start = text.len().min(line_end(text, header) + 1);
    let body = text.get(start..).unwrap_or_default();
    // What is deeper than in the meaning is indentation.
    let depth = |text: &str| text.split('\n').find(|line| !is_blank(line)).map(leading);
    let indent = depth(body).zip(depth(meaning)).map(|(raw, meant)| raw.saturating_sub(meant));
    let mut lines = Vec::new();
    let mut end = start;
    if let Some(indent) = indent {
        let mut at = start;
        for line in body.split('\n').take_while(|line| is_blank(line) || leading(line) >= indent) {
            let is_empty = is_blank(line) && line.len() <= indent;
            lines.push(if is_empty { "" } else { line.get(indent..).unwrap_or_default() });
            at += line.len();
            if !is_empty {
                end = at;
            }
            at += 1;
        }
    }
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    Found {
        block: Block { style, text: meaning, lines },
        header: header..header + length,
        content: start..end,
    }
}

impl Block<'_> {
    /// Header in canonical form, `None` where this cannot be a block: nothing visible is in it.
    pub(super) fn header(&self) -> Option<String> {
        let first = self.lines.iter().find(|line| !is_blank(line))?;
        let kind = if self.style == Style::Folded { '>' } else { '|' };
        // Without a number, the first line would tell the indentation.
        let begins_with_space =
            self.lines.iter().take_while(|line| is_blank(line)).any(|line| !line.is_empty());
        let depth = if begins_with_space || first.starts_with([' ', '\t']) { "2" } else { "" };
        let chomping = match self.line_breaks() {
            0 => "-",
            1 => "",
            _ => "+",
        };
        Some(format!("{kind}{depth}{chomping}"))
    }

    /// Number of line breaks at the end.
    pub(super) fn line_breaks(&self) -> usize {
        self.text.len() - self.text.trim_end_matches('\n').len()
    }
}

fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| byte == b' ')
}

fn leading(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
