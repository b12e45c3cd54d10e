use super::{Block, List, read};
use crate::import::prose::line::{self, Marker};

/// The list that begins here, and of how many lines it is made.
pub(super) fn list(lines: &[&str], first: Marker, depth: usize) -> (Block, usize) {
    let mut items = Vec::new();
    let mut used = 0;
    loop {
        let rest = lines.get(used..).unwrap_or_default();
        // Blank lines may stand between items.
        let blank = rest.iter().take_while(|line| line.trim().is_empty()).count();
        let Some(line) = rest.get(blank) else { break };
        let text = line.trim_start();
        let marker = line::marker(text).filter(|marker| marker.number.is_some() == first.number.is_some());
        let Some(marker) = marker.filter(|_| !line::is_rule(text)) else { break };
        let rest = rest.get(blank..).unwrap_or_default();
        let length = item_length(rest);
        items.push(item(rest.get(..length).unwrap_or_default(), marker, depth));
        used += blank + length;
    }
    (Block::List(List { number: first.number, items }), used)
}

/// How many lines belong to the item that begins here: those that stand below its text.
fn item_length(lines: &[&str]) -> usize {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let own = lines.first().map_or(0, |line| indent(line));
    let mut length = 1;
    for (at, line) in lines.iter().enumerate().skip(1) {
        let text = line.trim_start();
        if text.is_empty() {
            continue;
        }
        let above = lines.get(at - 1).copied().unwrap_or_default();
        if indent(line) < own + 2 && !line::is_wrapped(above, text) {
            break;
        }
        length = at + 1;
    }
    length
}

fn item(lines: &[&str], marker: Marker, depth: usize) -> Vec<Block> {
    let Some((first, rest)) = lines.split_first() else { return Vec::new() };
    let margin = first.len() - first.trim_start().len();
    let width = margin + marker.width;
    let dedented = rest.iter().map(|line| {
        let spaces = line.len() - line.trim_start().len();
        line.get(spaces.min(width)..).unwrap_or_default()
    });
    let lines: Vec<&str> = std::iter::once(first.get(width..).unwrap_or_default()).chain(dedented).collect();
    read::blocks(&lines, depth + 1)
}
