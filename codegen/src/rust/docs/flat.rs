//! Takes out of a spec's text what costs lines and says nothing: blank lines before lists, boxes around a sentence,
//! lists of a few words.

use crate::rust::markdown::list_marker;

/// A note that makes a longer paragraph than this keeps its box.
const NOTE: usize = 440;

/// Paragraphs that are longer together stay apart: two lines.
const SHORT: usize = 210;

/// Items that are longer together stay a list.
const ITEMS: usize = 110;

/// Mended lines with fewer blocks that say the same.
pub(super) fn flat(lines: Vec<String>) -> Vec<String> {
    // The lines of code are not ours to move.
    if lines.iter().any(|line| line.trim_start().starts_with("```")) {
        return lines;
    }
    let mut blocks: Vec<Vec<String>> = Vec::new();
    for block in lines.split(String::is_empty).filter(|block| !block.is_empty()) {
        if !blocks.last_mut().is_some_and(|previous| joined(previous, block)) {
            blocks.push(block.to_vec());
        }
    }
    blocks.join(&String::new())
}

/// Joins `block` to the one above it, if both read well as one.
fn joined(previous: &mut Vec<String>, block: &[String]) -> bool {
    if is_list(block) {
        let opens = matches!(previous.as_slice(), [line] if opens_list(line));
        if let (true, Some(items), [line]) = (opens, in_line(block), previous.as_mut_slice()) {
            line.push(' ');
            line.push_str(&items);
            return true;
        }
        // A list may follow its title, and an item the item before it.
        let above = below_title(previous);
        if opens && !is_numbered(block) || is_list(above) && same_mark(above, block) {
            previous.extend_from_slice(block);
            return true;
        }
        return false;
    }
    let ([line], [text]) = (previous.as_mut_slice(), block) else { return false };
    let (text, most) = match text.strip_prefix("> ") {
        Some(note) => (without_colon(note), NOTE),
        None => (text.as_str(), SHORT),
    };
    let fits = line.len().saturating_add(text.len()) <= most;
    let joins = fits && is_plain(text) && is_plain(line) && ends_sentence(line);
    if joins {
        line.push(' ');
        line.push_str(text);
    }
    joins
}

/// A line of text, not of a list, a table, a quotation or code.
pub(super) fn is_plain(line: &str) -> bool {
    !line.starts_with(['|', ' ', '#', '>']) && list_marker(line).is_none()
}

/// A note as part of a paragraph: the colon that followed its title, which is gone, leads nowhere there.
pub(super) fn without_colon(note: &str) -> &str {
    note.strip_prefix([':', '：']).map_or(note, str::trim_start)
}

/// Whether another sentence can follow.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', '。', '!', '?'])
}

/// Whether a line is the title of the list below it.
pub(super) fn opens_list(line: &str) -> bool {
    is_plain(line) && line.ends_with([':', '：'])
}

/// The block without the title of its list.
fn below_title(block: &[String]) -> &[String] {
    match block.split_first() {
        Some((title, items)) if opens_list(title) => items,
        _ => block,
    }
}

/// Items and what belongs to them.
pub(super) fn is_list(block: &[String]) -> bool {
    let begins = block.first().is_some_and(|line| list_marker(line).is_some());
    begins && block.iter().all(|line| line.starts_with(' ') || list_marker(line).is_some())
}

/// A number other than one cannot follow a paragraph without a blank line.
fn is_numbered(block: &[String]) -> bool {
    block.first().is_some_and(|line| line.starts_with(|letter: char| letter.is_ascii_digit()))
}

fn same_mark(one: &[String], other: &[String]) -> bool {
    let mark = |block: &[String]| block.first().and_then(|line| line.chars().next());
    !is_numbered(one) && mark(one) == mark(other)
}

/// A list of a few words as a part of a sentence.
fn in_line(block: &[String]) -> Option<String> {
    let mut items = Vec::new();
    for line in block {
        let text = line.get(list_marker(line)?.len()..)?.trim();
        let text = text.trim_end_matches(['.', ';', ',', '。', '；']);
        let is_one = list_marker(text).is_none() && !text.contains([';', '；', '。']) && !text.contains(". ");
        if text.is_empty() || !is_one || opens_list(text) {
            return None;
        }
        items.push(text);
    }
    let text = items.join("; ");
    (!is_numbered(block) && text.len() <= ITEMS).then(|| format!("{text}."))
}

#[cfg(test)]
mod tests {
    fn flat(text: &str) -> String {
        super::flat(text.lines().map(str::to_owned).collect()).join("\n")
    }

    #[test]
    fn blocks_that_read_well_as_one() {
        for (text, expected) in [
            ("A region.\n\n> Call it first.", "A region. Call it first."),
            ("A region\n\n> Call it first.", "A region\n\n> Call it first."),
            ("A region.\n\n> - Call it first.", "A region.\n\n> - Call it first."),
            ("A region.\n\n> : Call it first.", "A region. Call it first."),
            ("A region.\n\n> ：Call it first.", "A region. Call it first."),
            ("Operators\n\n> : greater than", "Operators\n\n> : greater than"),
            ("A region.\n\nAs it is.", "A region. As it is."),
            ("Values:\n\n- **1**: yes.\n- **0**", "Values: **1**: yes; **0**."),
            ("Values:\n\n- **1**: yes. No.\n- **0**", "Values:\n- **1**: yes. No.\n- **0**"),
            ("Values:\n\n- 1\n  - 2\n\n- 3", "Values:\n- 1\n  - 2\n- 3"),
            ("Values:\n\n3. a\n4. b", "Values:\n\n3. a\n4. b"),
            ("A list.\n\n- a\n- b", "A list.\n\n- a\n- b"),
            ("A.\n\n```text\n\n- a\n```", "A.\n\n```text\n\n- a\n```"),
            ("A.\n\n| a |\n|---|", "A.\n\n| a |\n|---|"),
        ] {
            assert_eq!(flat(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_long_stays_apart() {
        let long = "word ".repeat(100);
        let text = format!("A region.\n\n> {long}");
        assert_eq!(flat(&text), text);
        let text = format!("Values:\n\n- {}\n- b", "word ".repeat(30).trim());
        assert_eq!(flat(&text), text.replacen("\n\n", "\n", 1));
    }
}
