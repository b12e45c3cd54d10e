use super::{Block, List};
use crate::import::prose::inline::ticks;

/// The lines of some blocks.
pub(in crate::import::prose) fn lines(blocks: &[Block]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for block in blocks {
        if !out.is_empty() {
            out.push(String::new());
        }
        write(block, &mut out);
    }
    out
}

/// How many letters some lines have.
pub(in crate::import::prose) fn length(lines: &[String]) -> usize {
    // Counting letters is worth it only where there are many bytes.
    lines
        .iter()
        .map(|line| line.len() + 1)
        .sum::<usize>()
        .min(lines.iter().map(|line| line.chars().count() + 1).sum())
}

fn write(block: &Block, out: &mut Vec<String>) {
    match block {
        Block::Paragraph(text) | Block::Heading(text) => out.push(text.clone()),
        Block::Quote(inner) => {
            let quoted = |line: String| if line.is_empty() { ">".to_owned() } else { format!("> {line}") };
            out.extend(lines(inner).into_iter().map(quoted));
        }
        Block::Code(code) => {
            let text = ticks::fenced(&code.language, &code.lines.join("\n"));
            out.extend(text.lines().map(|line| line.trim_end().to_owned()));
        }
        Block::Table(rows) => {
            let width = rows.first().map_or(0, Vec::len);
            for (at, row) in rows.iter().enumerate() {
                let cells: Vec<String> = row
                    .iter()
                    .map(|cell| if cell.is_empty() { " ".to_owned() } else { format!(" {cell} ") })
                    .collect();
                out.push(format!("|{}|", cells.join("|")));
                if at == 0 {
                    out.push(format!("|{}", "---|".repeat(width)));
                }
            }
        }
        Block::List(list) => items(list, out),
    }
}

fn items(list: &List, out: &mut Vec<String>) {
    let mut number = list.number;
    let mut is_long = false;
    for item in &list.items {
        // Behind an item of several parts, the next one needs to be seen.
        if is_long {
            out.push(String::new());
        }
        let marker = number.map_or("- ".to_owned(), |number| format!("{number}. "));
        let margin = " ".repeat(marker.len());
        let mut first = true;
        let lines = item_lines(item);
        is_long = lines.iter().any(String::is_empty);
        for line in lines {
            out.push(match (first, line.is_empty()) {
                (true, _) => format!("{marker}{line}"),
                (false, true) => line,
                (false, false) => format!("{margin}{line}"),
            });
            first = false;
        }
        number = number.map(|number| number.saturating_add(1));
    }
}

/// As [`lines`], but a list follows its text closely.
fn item_lines(blocks: &[Block]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for block in blocks {
        let is_close = matches!(block, Block::List(List { number: None | Some(1), .. }));
        if !out.is_empty() && !is_close {
            out.push(String::new());
        }
        write(block, &mut out);
    }
    out
}
