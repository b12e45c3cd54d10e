//! What a line is, by how it begins.

/// How an item of a list begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// Of a numbered list.
    pub(super) number: Option<u32>,
    /// Of the mark and the spaces behind it.
    pub(super) width: usize,
}

/// The mark of an item that `line`, which begins with it, has.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let digits = line.len() - line.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (number, rest) = match digits {
        0 => (None, line.strip_prefix(['-', '*', '+']).or_else(|| escaped(line))?),
        // A longer number is rather a year.
        1..=3 => (Some(line.get(..digits)?.parse().ok()?), line.get(digits..)?.strip_prefix(['.', ')'])?),
        _ => return None,
    };
    let text = rest.trim_start_matches(' ');
    // Without a text there is no item.
    (text.len() < rest.len() && !text.is_empty()).then_some(Marker { number, width: line.len() - text.len() })
}

/// What follows a mark that somebody's tool has escaped: the spaces tell that it was one.
fn escaped(line: &str) -> Option<&str> {
    line.trim_start_matches('\\')
        .strip_prefix('*')
        .filter(|rest| line.starts_with('\\') && rest.starts_with("  "))
}

/// The backticks or tildes of a line that opens or closes a block of code. A span of several backticks is no fence.
pub(super) fn fence(line: &str) -> Option<&str> {
    let mark = if line.starts_with('~') { '~' } else { '`' };
    let length = line.len() - line.trim_start_matches(mark).len();
    let (marks, info) = line.split_at_checked(length)?;
    (length >= 3 && !info.contains('`')).then_some(marks)
}

/// Whether `line` closes what `opening` opened.
pub(super) fn closes(line: &str, opening: &str) -> bool {
    let line = line.trim();
    line.starts_with(opening) && fence(line).is_some_and(|marks| marks.len() == line.len())
}

/// How long the block of code is that `text` begins with, its margins and the last line's end included.
pub(super) fn fenced(text: &str) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    let opening = fence(first.trim_start_matches([' ', '>']).trim_end())?;
    let mut length = first.len();
    for line in lines {
        length += line.len();
        if closes(line.trim_start_matches([' ', '>']), opening) {
            return Some(length);
        }
    }
    Some(length)
}

/// Whether `line` parts what stands above it from what stands below.
pub(super) fn is_rule(line: &str) -> bool {
    ['-', '=', '_', '*']
        .iter()
        .any(|mark| !line.is_empty() && line.chars().all(|letter| letter == *mark || letter == ' '))
}

/// Whether `line` is a quotation. A comparison is none.
pub(super) fn is_quote(line: &str) -> bool {
    line.starts_with('>') && !line.starts_with(">=")
}

/// The text of a heading.
pub(super) fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    let depth = line.len() - text.len();
    // A single mark without a space is a number's.
    let is_heading = text.starts_with(' ') || text.is_empty() || depth > 1;
    (1..=6).contains(&depth).then(|| text.trim().trim_end_matches('#').trim_end()).filter(|_| is_heading)
}

/// Whether `line` goes on with the sentence of the line above, which was broken for its length alone.
pub(super) fn is_wrapped(above: &str, line: &str) -> bool {
    const SHORT: usize = 60;
    let goes_on = line.starts_with(|letter: char| letter.is_ascii_lowercase());
    above.len() > SHORT
        && goes_on
        && above.ends_with(|letter: char| letter.is_ascii_alphanumeric() || letter == ',')
}
