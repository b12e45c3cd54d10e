//! Lines that are no block of their own.

use super::{Block, List};
use crate::import::prose::line;

/// The longest line that can be an item of a list without a mark.
const SHORT: usize = 160;

/// What some lines of text say: a paragraph each, for whoever wrote them broke them where they end.
pub(super) fn blocks(lines: &[&str]) -> Vec<Block> {
    let mut whole: Vec<String> = Vec::new();
    for text in lines.iter().map(|line| broken(line)).filter(|line| !line.is_empty()) {
        match whole.last_mut().filter(|above| line::is_wrapped(above, text)) {
            Some(above) => {
                above.push(' ');
                above.push_str(text);
            }
            None => whole.push(text.to_owned()),
        }
    }
    let mut blocks = Vec::new();
    let mut rest = whole.as_slice();
    while let Some((first, after)) = rest.split_first() {
        blocks.push(Block::Paragraph(first.clone()));
        let count = values(first, after);
        let (items, after) = after.split_at_checked(count).unwrap_or((after, &[]));
        if !items.is_empty() {
            let items = items.iter().map(|item| vec![Block::Paragraph(item.clone())]).collect();
            blocks.push(Block::List(List { number: None, items }));
        }
        rest = after;
    }
    blocks
}

/// A line without the mark that it ends here.
fn broken(line: &str) -> &str {
    let text = line.trim();
    let slashes = text.len() - text.trim_end_matches('\\').len();
    if slashes % 2 == 1 { text.get(..text.len() - 1).unwrap_or_default().trim_end() } else { text }
}

/// How many of the lines below a colon are a list without marks.
fn values(first: &str, below: &[String]) -> usize {
    if !first.trim_end_matches(['*', ' ']).ends_with([':', '：']) {
        return 0;
    }
    let is_item = |line: &&String| {
        let ends = ["Default", "默认", "Note", "注", "说明"].iter().any(|word| line.starts_with(word));
        line.len() <= SHORT && !ends && !line.ends_with([':', '：'])
    };
    let count = below.iter().take_while(is_item).count();
    if count < 2 { 0 } else { count }
}

/// A paragraph of a colon alone belongs to those around it: somebody's comments stood in between.
pub(super) fn joined(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut joins = false;
    for block in blocks {
        match (out.last_mut(), block) {
            (Some(Block::Paragraph(above)), Block::Paragraph(text)) if joins || is_mark(&text) => {
                if joins && !above.ends_with(['：', '，', '。', '；']) {
                    above.push(' ');
                }
                above.push_str(&text);
                joins = is_mark(&text);
            }
            (_, block) => {
                joins = false;
                out.push(block);
            }
        }
    }
    out
}

fn is_mark(text: &str) -> bool {
    matches!(text, ":" | "：" | "," | "，" | "." | "。" | ";" | "；")
}
