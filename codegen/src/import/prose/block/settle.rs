use super::{Block, List};
use crate::import::prose::inline;
use crate::import::prose::links::Links;

/// The blocks that can be written as they are: lines clean, nothing empty, and no two lists where only one can be seen.
pub(super) fn settle(blocks: Vec<Block>, links: &dyn Links) -> Vec<Block> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(text) => {
                let text = inline::clean(&text, links);
                // A dash stands for nothing.
                if !text.is_empty() && text != "\\-" {
                    out.push(Block::Paragraph(text));
                }
            }
            Block::Heading(text) => {
                let text = inline::print(&inline::bold(inline::spans(&text, links)));
                if !text.is_empty() {
                    out.push(Block::Paragraph(text));
                }
            }
            Block::Quote(inner) => {
                let inner = settle(inner, links);
                if !inner.is_empty() {
                    out.push(Block::Quote(inner));
                }
            }
            Block::Table(rows) => out.extend(table(&rows, links)),
            Block::Code(mut code) => {
                let is_blank = |line: &String| line.trim().is_empty();
                let start = code.lines.iter().take_while(|line| is_blank(line)).count();
                code.lines.drain(..start);
                while code.lines.pop_if(|line| is_blank(line)).is_some() {}
                if !code.lines.is_empty() {
                    out.push(Block::Code(code));
                }
            }
            Block::List(list) => items(list, links, &mut out),
        }
    }
    out
}

/// Adds the items of a list. One that does not begin with a text stands outside of it.
fn items(list: List, links: &dyn Links, out: &mut Vec<Block>) {
    let mut number = list.number;
    for item in list.items {
        let item = settle(item, links);
        match item.first() {
            Some(Block::Paragraph(_)) => add(item, number, out),
            // A list in a list, and nothing else.
            Some(Block::List(_)) => {
                for block in item {
                    match block {
                        Block::List(inner) => inner.items.into_iter().for_each(|item| add(item, number, out)),
                        other => out.push(other),
                    }
                }
            }
            _ => out.extend(item),
        }
        number = number.map(|number| number.saturating_add(1));
    }
}

fn add(item: Vec<Block>, number: Option<u32>, out: &mut Vec<Block>) {
    match out.last_mut() {
        Some(Block::List(list)) if list.number.is_some() == number.is_some() => list.items.push(item),
        _ => out.push(Block::List(List { number, items: vec![item] })),
    }
}

fn table(rows: &[Vec<String>], links: &dyn Links) -> Option<Block> {
    let width = rows.iter().map(Vec::len).max()?;
    let cell = |text: &String| {
        let mut out = String::new();
        for letter in inline::cell(text, links).chars() {
            if letter == '|' {
                out.push('\\');
            }
            out.push(letter);
        }
        out
    };
    let mut rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows.iter_mut().for_each(|row| row.resize(width, String::new()));
    (!rows.is_empty()).then_some(Block::Table(rows))
}
