//! Texts as Markdown takes them.

use crate::section::Table;

/// A text in a cell: one line, whose bars are no borders.
pub(super) fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// What is said of a failure, as one line: the report is no place for a compiler's output.
pub(super) fn line(text: &str) -> String {
    const LENGTH: usize = 240;
    let first = text.lines().next().unwrap_or_default().trim();
    let short: String = first.chars().take(LENGTH).collect();
    if short.len() < first.len() { format!("{short}...") } else { short }
}

/// A table with its caption. Columns after the first stand on the right, as numbers do.
pub(super) fn table(table: &Table) -> String {
    let is_number = |column: usize| column > 0;
    format!("**{}**\n\n{}", table.caption.trim_end_matches('.'), grid(&table.columns, &table.rows, is_number))
}

/// Head and rows. A row with too few cells has empty ones, and cells beyond the last column stay in the last.
pub(super) fn grid(columns: &[String], rows: &[Vec<String>], is_number: impl Fn(usize) -> bool) -> String {
    let mut text = String::new();
    let mut row = |cells: Vec<String>| {
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    };
    row(columns.iter().map(|name| cell(name)).collect());
    row((0..columns.len()).map(|column| if is_number(column) { "---:" } else { "---" }.to_owned()).collect());
    for cells in rows {
        let one = |column: usize| match column + 1 == columns.len() {
            true => cell(&cells.get(column..).unwrap_or_default().join(" ")),
            false => cells.get(column).map(|text| cell(text)).unwrap_or_default(),
        };
        row((0..columns.len()).map(one).collect());
    }
    text
}
