use crate::rust::links::Links;

/// A line: brackets and tags are escaped, addresses become links, and so do the names of operations.
pub(super) fn mend(text: &str, links: Links<'_>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '\\' => escape(rest, &mut out),
            '`' => code(rest, &mut out),
            '[' => bracket(rest, links, &mut out),
            ']' => {
                out.push_str("\\]");
                1
            }
            '<' => tag(rest, &mut out),
            _ => word(rest, letter, &mut out),
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

/// What is escaped already stays so.
fn escape(rest: &str, out: &mut String) -> usize {
    let length = rest.chars().nth(1).filter(char::is_ascii_punctuation).map_or(1, |_| 2);
    out.push_str(rest.get(..length).unwrap_or_default());
    length
}

fn code(rest: &str, out: &mut String) -> usize {
    let ticks = rest.len().saturating_sub(rest.trim_start_matches('`').len());
    let after = rest.get(ticks..).unwrap_or_default();
    match closing(after, ticks).map(|end| end.saturating_add(ticks.saturating_mul(2))) {
        Some(length) => {
            out.push_str(rest.get(..length).unwrap_or_default());
            length
        }
        None => {
            // An unbalanced backtick would swallow the rest of the comment.
            out.push_str(&"\\`".repeat(ticks));
            ticks
        }
    }
}

/// Where a run of exactly `ticks` backticks begins: a longer one does not close the span.
fn closing(text: &str, ticks: usize) -> Option<usize> {
    let mut from = 0_usize;
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

/// A link into the web, the name of an operation, or a bracket.
fn bracket(rest: &str, links: Links<'_>, out: &mut String) -> usize {
    if let Some((name, length)) = name(rest) {
        match links.target(name) {
            Some(target) => out.push_str(&format!("[`{name}`]({target})")),
            None => out.push_str(&format!("`{name}`")),
        }
        return length;
    }
    if let Some((text, target, length)) = link(rest) {
        let text = mend(text, Links::default());
        // No link stands in a link.
        if !text.contains("<http") && !text.contains("](") {
            out.push_str(&format!("[{text}]({target})"));
            return length;
        }
    }
    out.push_str("\\[");
    1
}

/// The name in `` [`Name`] ``, and how long that is.
fn name(rest: &str) -> Option<(&str, usize)> {
    let inner = rest.strip_prefix("[`")?;
    let end = inner.find("`]")?;
    let name = inner.get(..end)?;
    let length = end.saturating_add(4);
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    let leads_elsewhere = rest.get(length..)?.starts_with(['(', '[']);
    (!leads_elsewhere && !name.is_empty() && name.chars().all(is_part)).then_some((name, length))
}

/// Text and target of a link into the web, and how long it is.
fn link(rest: &str) -> Option<(&str, &str, usize)> {
    let end = closing_bracket(rest)?;
    let target = rest.get(end..)?.strip_prefix("](")?;
    let length = match target.strip_prefix('<') {
        Some(inner) => inner.find('>')?.saturating_add(2),
        None => target.find([')', '(', ' ', '<', '>'])?,
    };
    target.get(length..)?.strip_prefix(')')?;
    let target = target.get(..length)?;
    let url = target.trim_start_matches('<');
    let is_web =
        (url.starts_with("http://") || url.starts_with("https://")) && !url.contains([' ', '`', '\\']);
    is_web.then_some((rest.get(1..end)?, target, end.saturating_add(length).saturating_add(3)))
}

/// Where the bracket is closed that `rest` begins with.
fn closing_bracket(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0_usize;
    // A longer link is none.
    while let Some(letter) = rest.get(at..)?.chars().next().filter(|_| at < 2_000) {
        let mut ignored = String::new();
        let here = rest.get(at..)?;
        at = at.saturating_add(match letter {
            '\\' => escape(here, &mut ignored),
            '`' => code(here, &mut ignored),
            _ => letter.len_utf8(),
        });
        match letter {
            '[' => depth = depth.saturating_add(1),
            ']' if depth == 1 => return at.checked_sub(1),
            ']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

/// An address in angle brackets, or a bracket, escaped where a tag could begin.
fn tag(rest: &str, out: &mut String) -> usize {
    let inner = rest.get(1..).unwrap_or_default();
    let end = inner.find(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>'));
    let address = end.and_then(|end| inner.get(..end.saturating_add(1))).filter(|inner| inner.ends_with('>'));
    if let Some(address) = address.filter(|inner| !self::address(inner).is_empty()) {
        out.push('<');
        out.push_str(address);
        return address.len().saturating_add(1);
    }
    if inner.starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!' | '?')) {
        out.push('\\');
    }
    out.push('<');
    1
}

fn word(rest: &str, letter: char, out: &mut String) -> usize {
    let address = address(rest);
    if address.is_empty() {
        out.push(letter);
        return letter.len_utf8();
    }
    out.push_str(&format!("<{address}>"));
    address.len()
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
