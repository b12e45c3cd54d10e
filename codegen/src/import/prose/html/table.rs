//! A table of tags as a table of pipes.

use super::tag::{attribute, enclosed, name_of, tag};

const LIMIT: usize = 60_000;

/// What a cell goes on with in a row below: rows left, text.
type Below = Vec<(usize, String)>;

/// The rows of a table, the first one above. `inline` makes the text of a cell.
pub(super) fn rows(inner: &str, inline: &dyn Fn(&str) -> String) -> Vec<String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut below = Below::new();
    let mut rest = inner;
    while let Some((row, after)) = next(rest, &["tr"]) {
        rest = after;
        rows.push(cells(row.1, &mut below, inline));
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let line = |row: &Vec<String>| {
        let cells = (0..width).map(|at| row.get(at).map(String::as_str).unwrap_or_default());
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    if !lines.is_empty() {
        lines.insert(1, format!("|{}", "---|".repeat(width)));
    }
    lines
}

fn cells(row: &str, below: &mut Below, inline: &dyn Fn(&str) -> String) -> Vec<String> {
    let mut cells = Vec::new();
    let mut rest = row;
    let mut from_above = |cells: &mut Vec<String>| {
        while let Some((left, text)) = below.get_mut(cells.len()).filter(|(left, _)| *left > 0) {
            *left -= 1;
            cells.push(text.clone());
        }
    };
    let mut starts = Vec::new();
    while let Some(((opening, inner), after)) = next(rest, &["td", "th"]) {
        rest = after;
        from_above(&mut cells);
        let span = |name: &str| {
            attribute(opening, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1).clamp(1, 100)
        };
        let text = inline(inner);
        starts.push((cells.len(), span("rowspan"), text.clone()));
        cells.push(text);
        cells.extend((1..span("colspan")).map(|_| String::new()));
    }
    from_above(&mut cells);
    for (at, rows, text) in starts.into_iter().filter(|(_, rows, _)| *rows > 1) {
        if below.len() <= at {
            below.resize(at + 1, (0, String::new()));
        }
        if let Some(place) = below.get_mut(at) {
            *place = (rows - 1, text);
        }
    }
    cells
}

/// The next element of one of these names: its opening tag and what stands within, and what follows it.
///
/// One that is not closed ends where the next begins.
fn next<'a>(text: &'a str, names: &[&str]) -> Option<((&'a str, &'a str), &'a str)> {
    let is_named = |text: &str| names.iter().any(|name| name_of(text).eq_ignore_ascii_case(name));
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find('<')?;
        let here = text.get(at..)?;
        from = at + 1;
        let Some(opening) = tag(here).filter(|tag| !tag.is_closing && is_named(tag.text)) else { continue };
        let rest = here.get(opening.text.len()..)?;
        let (inner, after) = enclosed(rest, &opening, LIMIT).unwrap_or((rest, ""));
        return Some(((opening.text, inner), after));
    }
}
