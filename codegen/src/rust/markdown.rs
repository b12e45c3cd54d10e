//! Makes foreign Markdown safe for rustdoc.
//!
//! rustdoc compiles indented and unlabelled code as tests, takes `[brackets]` for links and `<placeholders>` for
//! HTML, and warns about bare addresses.

/// Lines of `text`, mended. Empty lines at both ends are dropped.
pub(super) fn mend(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut fence: Option<String> = None;
    let mut list: Option<usize> = None;
    for line in text.replace(['\r', '\t'], " ").lines() {
        let trimmed = line.trim();
        let marker = fence_of(trimmed);
        match &fence {
            Some(open) if marker.len() >= open.len() && marker.len() == trimmed.len() => {
                lines.push(open.clone());
                fence = None;
            }
            Some(_) => lines.push(line.trim_end().to_owned()),
            // A span of several backticks is no fence.
            None if marker.len() >= 3 && !trimmed.trim_start_matches('`').contains('`') => {
                // Whatever opens it, backticks do the same.
                let marker = "`".repeat(marker.len());
                lines.push(format!("{marker}text"));
                fence = Some(marker);
                list = None;
            }
            None => lines.push(mend_line(line, &mut list)),
        }
    }
    lines.extend(fence);
    let blank = |line: &String| line.is_empty();
    let start = lines.iter().take_while(|line| blank(line)).count();
    lines.drain(..start);
    while lines.last().is_some_and(blank) {
        lines.pop();
    }
    lines
}

/// The backticks or tildes that `line` begins with.
fn fence_of(line: &str) -> String {
    let mark = if line.starts_with('~') { '~' } else { '`' };
    let marks = line.chars().take_while(|letter| *letter == mark).count();
    "`".repeat(marks)
}

/// The mark of a list's item at the beginning of `line`, with the space behind it.
pub(super) fn list_marker(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '*', '+']).or_else(|| {
        let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let digits = line.len().saturating_sub(rest.len());
        rest.strip_prefix(['.', ')']).filter(|_| (1..=9).contains(&digits))
    })?;
    rest.starts_with(' ')
        .then(|| line.get(..line.len().saturating_sub(rest.len()).saturating_add(1)))
        .flatten()
}

/// All marks of items at the beginning of `line`, each with one space behind it, and what follows them.
fn list_markers(line: &str) -> (String, &str) {
    let (mut markers, mut rest) = (String::new(), line);
    while let Some(marker) = list_marker(rest) {
        markers.push_str(marker);
        rest = rest.get(marker.len()..).unwrap_or_default().trim_start();
    }
    (markers, rest)
}

/// The mark and the digits before it, if `text` is a mark of an item and nothing else.
fn lonely_marker(text: &str) -> Option<(&str, &str)> {
    let with_space = format!("{text} ");
    let is_lonely = list_marker(&with_space).is_some_and(|marker| marker.len() == with_space.len());
    text.split_at_checked(text.len().checked_sub(1)?)
        .filter(|_| is_lonely)
        .map(|(digits, mark)| (mark, digits))
}

/// Whether `word` at the beginning of a line would open a list, a heading or the like.
pub(super) fn opens_block(word: &str) -> bool {
    word.starts_with(['#', '>', '|']) || is_rule(word) || list_marker(&format!("{word} ")).is_some()
}

/// Below a text, such a line would make a heading of it.
fn is_rule(line: &str) -> bool {
    ['-', '=', '_', '*'].iter().any(|mark| !line.is_empty() && line.chars().all(|letter| letter == *mark))
}

/// A line outside code blocks. Four spaces would open one, so indentation is cut unless it belongs to a list.
fn mend_line(line: &str, list: &mut Option<usize>) -> String {
    let text = line.trim();
    let indent = line.len().saturating_sub(line.trim_start().len());
    let (markers, text) = list_markers(text);
    let marker = (!markers.is_empty()).then_some(&markers);
    let indent = match (marker, &list) {
        (Some(_), Some(_)) if indent >= 2 => 2,
        // What goes on belongs to the item, and says so.
        (None, Some(width)) if !text.is_empty() => *width,
        _ => 0,
    };
    *list = match marker {
        Some(marker) => Some(indent.saturating_add(marker.len())),
        None => list.filter(|_| !text.is_empty()),
    };
    // Headings would break the page's outline.
    let text = if text.starts_with('#') { text.trim_start_matches('#').trim_start() } else { text };
    let mut out = if text.is_empty() { String::new() } else { " ".repeat(indent) + &markers };
    let mut rest = text;
    if let Some((mark, digits)) = lonely_marker(text) {
        // An item without a text.
        out.push_str(digits);
        out.push('\\');
        out.push_str(mark);
        rest = "";
    } else if is_rule(text) {
        out.push('\\');
    }
    while let Some(start) = rest.find(['`', '\\']) {
        let (before, from_mark) = rest.split_at(start);
        out.push_str(&mend_words(before));
        if let Some(after) = from_mark.strip_prefix('\\') {
            out.push('\\');
            rest = after;
            // What is escaped already stays so.
            if let Some(letter) = after.chars().next().filter(char::is_ascii_punctuation) {
                out.push(letter);
                rest = after.get(1..).unwrap_or_default();
            }
            continue;
        }
        let ticks = from_mark.chars().take_while(|letter| *letter == '`').count();
        let (fence, after) = from_mark.split_at(ticks);
        match closing(after, ticks) {
            Some(end) => {
                let close = end.saturating_add(ticks);
                let (span, tail) = after.split_at(close);
                out.push_str(fence);
                out.push_str(span);
                rest = tail;
            }
            None => {
                // An unbalanced backtick would swallow the rest of the comment.
                out.push_str(&"\\`".repeat(ticks));
                rest = after;
            }
        }
    }
    out.push_str(&mend_words(rest));
    out
}

/// Where a run of exactly `ticks` backticks begins: a longer one does not close the span.
fn closing(text: &str, ticks: usize) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = text.get(from..)?.find('`') {
        let start = from.saturating_add(found);
        let run = text.get(start..)?.chars().take_while(|letter| *letter == '`').count();
        if run == ticks {
            return Some(start);
        }
        from = start.saturating_add(run);
    }
    None
}

/// Text outside code spans: brackets and tags are escaped, addresses become links.
fn mend_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let address = address(rest);
        if !address.is_empty() {
            out.push('<');
            out.push_str(address);
            out.push('>');
            rest = rest.get(address.len()..).unwrap_or_default();
            continue;
        }
        if matches!(letter, '<' | '>' | '[' | ']') {
            out.push('\\');
        }
        out.push(letter);
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    out
}

/// The address that `text` begins with, or nothing.
fn address(text: &str) -> &str {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return "";
    }
    let end = text.find(|letter: char| {
        letter.is_whitespace()
            || !letter.is_ascii()
            || matches!(letter, '<' | '>' | '[' | ']' | '(' | ')' | '"' | '`')
    });
    text.get(..end.unwrap_or(text.len())).unwrap_or_default().trim_end_matches(['.', ',', ';', ':'])
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn hostile_texts() {
        for (text, expected) in [
            ("plain", "plain"),
            ("PageResult<Boolean>", "PageResult\\<Boolean\\>"),
            ("`PageResult<Boolean>` stays", "`PageResult<Boolean>` stays"),
            ("see [1] at https://x.test/a.", "see \\[1\\] at <https://x.test/a>."),
            ("an unbalanced ` tick", "an unbalanced \\` tick"),
            ("    let code = 1;", "let code = 1;"),
            ("\n\n# Heading\n", "Heading"),
            ("- a\n  - b", "- a\n  - b"),
            ("1.   a\nb", "1. a\n   b"),
            ("- 1.  a\nb", "- 1. a\n     b"),
            ("+\n- 2)", "\\+\n- 2\\)"),
        ] {
            assert_eq!(mend(text).join("\n"), expected, "{text:?}");
        }
    }

    #[test]
    fn fences_are_labelled_and_closed() {
        assert_eq!(mend("```\nlet x = [1];\n```").join("\n"), "```text\nlet x = [1];\n```");
        assert_eq!(mend("```rust\nfn f() {}").join("\n"), "```text\nfn f() {}\n```");
    }
}
