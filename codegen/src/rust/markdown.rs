//! Makes foreign Markdown safe for rustdoc.
//!
//! rustdoc compiles indented and unlabelled code as tests, takes `[brackets]` for links and `<placeholders>` for
//! HTML, and warns about bare addresses.

/// Lines of `text`, mended. Empty lines at both ends are dropped.
pub(super) fn mend(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut fence: Option<String> = None;
    for line in text.replace(['\r', '\t'], " ").lines() {
        let trimmed = line.trim();
        let marker: String = trimmed.chars().take_while(|letter| *letter == '`').collect();
        match &fence {
            Some(open) if marker.len() >= open.len() && marker.len() == trimmed.len() => {
                lines.push(open.clone());
                fence = None;
            }
            Some(_) => lines.push(line.trim_end().to_owned()),
            None if marker.len() >= 3 => {
                lines.push(format!("{marker}text"));
                fence = Some(marker);
            }
            None => lines.push(mend_line(line)),
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

/// A line outside code blocks. Four spaces would open one, so indentation is cut unless it belongs to a list.
fn mend_line(line: &str) -> String {
    let text = line.trim();
    let indent = line.len().saturating_sub(line.trim_start().len());
    let listed = text.starts_with("- ") || text.starts_with("* ");
    let indent = if listed && indent >= 2 { "  " } else { "" };
    // Headings would break the page's outline.
    let text = if text.starts_with('#') { text.trim_start_matches('#').trim_start() } else { text };
    let mut out = indent.to_owned();
    let mut rest = text;
    while let Some(start) = rest.find('`') {
        let (before, from_tick) = rest.split_at(start);
        out.push_str(&mend_words(before));
        let ticks = from_tick.chars().take_while(|letter| *letter == '`').count();
        let (fence, after) = from_tick.split_at(ticks);
        match after.find(fence) {
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
