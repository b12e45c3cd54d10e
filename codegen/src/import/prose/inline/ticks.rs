//! Backticks.

/// How long the code is that `text` begins with; of the backticks alone where they are not closed in this line.
pub(in crate::import::prose) fn span(text: &str) -> usize {
    let opening = run(text);
    let line = text.split('\n').next().unwrap_or_default();
    closing(line.get(opening..).unwrap_or_default(), opening).map_or(opening, |end| end + 2 * opening)
}

/// How many backticks `text` begins with.
pub(super) fn run(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// Where a run of exactly `ticks` backticks begins: a longer one does not close the code.
pub(super) fn closing(text: &str, ticks: usize) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find('`')?;
        let found = run(text.get(at..)?);
        if found == ticks {
            return Some(at);
        }
        from = at + found;
    }
}

/// A code span that shows `text` whatever backticks it holds.
pub(in crate::import::prose) fn code(text: &str) -> String {
    let longest = longest(text);
    let runs = text.split(|letter| letter != '`').map(str::len);
    // The fewest that do not stand in the text.
    let fence = (1..=longest + 1).find(|length| runs.clone().all(|run| run != *length)).unwrap_or(1);
    let fence = "`".repeat(fence);
    let touches = text.starts_with('`') || text.ends_with('`');
    // One space at both ends belongs to the marks.
    let is_padded = text.starts_with(' ') && text.ends_with(' ') && !text.trim().is_empty();
    let space = if touches || is_padded { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// Lines between fences.
pub(in crate::import::prose) fn fenced(language: &str, text: &str) -> String {
    let fence = "`".repeat(longest(text).max(2) + 1);
    format!("{fence}{language}\n{text}\n{fence}")
}

fn longest(text: &str) -> usize {
    text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0)
}
