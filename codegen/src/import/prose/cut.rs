//! Texts that are too long.

use super::block::{Block, List, length, lines};

/// What a text ends with whose rest is left out.
const REST: &str = "The official documentation says more about this.";

/// As many blocks as fit into `limit` letters, and a line that says that there are more.
pub(super) fn cut(blocks: &[Block], limit: usize) -> Vec<Block> {
    let mut room = limit;
    loop {
        let mut left = room.saturating_sub(REST.len() + 2);
        let mut out = fitting(blocks.to_vec(), &mut left);
        out.push(Block::Paragraph(REST.to_owned()));
        // Margins of what stands deep count only when it is written.
        let length = length(&lines(&out));
        if length <= limit || room == 0 {
            return out;
        }
        room = room.saturating_sub(length - limit + 40);
    }
}

/// The blocks from the first on that fit; of the one that does not, what fits.
fn fitting(blocks: Vec<Block>, left: &mut usize) -> Vec<Block> {
    let mut out = Vec::new();
    for block in blocks {
        let length = length(&lines(std::slice::from_ref(&block))) + 1;
        if length <= *left {
            *left -= length;
            out.push(block);
            continue;
        }
        out.extend(shortened(block, left));
        *left = 0;
        break;
    }
    out
}

fn shortened(block: Block, left: &mut usize) -> Option<Block> {
    match block {
        // Half a sentence, half a table's first row: better nothing.
        Block::Paragraph(_) | Block::Heading(_) => None,
        Block::Quote(inner) => {
            let inner = fitting(inner, left);
            (!inner.is_empty()).then_some(Block::Quote(inner))
        }
        Block::List(list) => {
            let mut items = Vec::new();
            for item in list.items {
                // The marks, and the margins of what stands in the item.
                *left = left.saturating_sub(4);
                let count = item.len();
                let item = fitting(item, left);
                let is_whole = item.len() == count && *left > 0;
                if !item.is_empty() {
                    items.push(item);
                }
                if !is_whole {
                    break;
                }
            }
            (!items.is_empty()).then_some(Block::List(List { number: list.number, items }))
        }
        Block::Code(mut code) => {
            keep(&mut code.lines, left, |line| line.chars().count() + 1);
            (!code.lines.is_empty()).then_some(Block::Code(code))
        }
        Block::Table(mut rows) => {
            keep(&mut rows, left, |row| row.iter().map(|cell| cell.chars().count() + 3).sum::<usize>() + 2);
            (rows.len() > 1).then_some(Block::Table(rows))
        }
    }
}

/// Drops the parts that do not fit any more.
fn keep<T>(parts: &mut Vec<T>, left: &mut usize, length: impl Fn(&T) -> usize) {
    // Room for fences and the like.
    *left = left.saturating_sub(40);
    let fits = |part: &&T| {
        let length = length(part);
        let fits = length <= *left;
        *left = left.saturating_sub(length);
        fits
    };
    let count = parts.iter().take_while({
        let mut fits = fits;
        move |part| fits(part)
    });
    let count = count.count();
    parts.truncate(count);
}
