use super::Block;

/// The table that begins here, and of how many lines it is made.
pub(super) fn table(lines: &[&str]) -> Option<(Block, usize)> {
    if !is_table(lines) {
        return None;
    }
    let first = lines.first()?.trim();
    let below = lines.get(2..)?.iter().map(|line| line.trim()).take_while(|line| line.contains('|'));
    let rows: Vec<&str> = std::iter::once(first).chain(below).collect();
    let used = rows.len() + 1;
    let rows = rows.into_iter().filter(|row| !is_delimiter(row)).map(cells).collect();
    Some((Block::Table(rows), used))
}

/// Whether a table begins here.
pub(super) fn is_table(lines: &[&str]) -> bool {
    match lines {
        [first, second, ..] => first.contains('|') && is_delimiter(second.trim()),
        _ => false,
    }
}

/// The line below the first row.
fn is_delimiter(line: &str) -> bool {
    let is_part = |letter: char| matches!(letter, '|' | '-' | ':' | ' ' | '—');
    line.contains('-') && line.contains('|') && line.chars().all(is_part)
}

/// The cells of a row, with their pipes as such.
fn cells(row: &str) -> Vec<String> {
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = vec![String::new()];
    let mut letters = row.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(cell) = cells.last_mut() else { break };
        match letter {
            '\\' if letters.next_if_eq(&'|').is_some() => cell.push('|'),
            '|' => cells.push(String::new()),
            _ => cell.push(letter),
        }
    }
    // What follows the last pipe is no cell, unless it is something.
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}
