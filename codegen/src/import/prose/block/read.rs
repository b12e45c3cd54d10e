use super::{Block, Code, data, list, paragraph, table};
use crate::import::prose::line;

/// How deep lists and quotations may stand in each other.
const DEPTH: usize = 8;

/// The blocks of some lines as they are written.
pub(super) fn blocks(lines: &[&str], depth: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rest = lines;
    while let Some((first, after)) = rest.split_first() {
        let text = first.trim_start();
        rest = if text.is_empty() || line::is_rule(text) && text.len() > 2 {
            after
        } else if let Some((block, used)) = block(rest, text, depth) {
            blocks.push(block);
            rest.get(used.max(1)..).unwrap_or_default()
        } else {
            let used = paragraph_length(rest, depth);
            let (own, after) = rest.split_at_checked(used).unwrap_or((rest, &[]));
            blocks.extend(paragraph::blocks(own));
            after
        };
    }
    paragraph::joined(blocks)
}

/// A block other than a paragraph, and of how many lines it is made.
fn block(lines: &[&str], first: &str, depth: usize) -> Option<(Block, usize)> {
    if line::fence(first).is_some() {
        return Some(code(lines, first));
    }
    if let Some(used) = data::length(lines) {
        let margin = lines.first().map_or(0, |line| margin(line));
        let dedented =
            |line: &&str| line.get(self::margin(line).min(margin)..).unwrap_or_default().to_owned();
        let code = lines.get(..used)?.iter().map(dedented).collect();
        return Some((Block::Code(Code { language: "text".to_owned(), lines: code }), used));
    }
    if line::is_quote(first) && depth < DEPTH {
        return Some(quote(lines, depth));
    }
    if let Some(text) = line::heading(first) {
        return Some((Block::Heading(text.to_owned()), 1));
    }
    if let Some(marker) = line::marker(first).filter(|_| depth < DEPTH) {
        return Some(list::list(lines, marker, depth));
    }
    table::table(lines)
}

/// How many lines belong to the paragraph that begins here.
fn paragraph_length(lines: &[&str], depth: usize) -> usize {
    let ends = |at: &usize| {
        let rest = lines.get(*at..).unwrap_or_default();
        let text = rest.first().map_or("", |line| line.trim_start());
        text.is_empty() || line::is_rule(text) && text.len() > 2 || is_block(rest, text, depth)
    };
    (1..lines.len()).find(ends).unwrap_or(lines.len())
}

/// Whether [`block`] finds something, without its reading that.
fn is_block(lines: &[&str], first: &str, depth: usize) -> bool {
    line::fence(first).is_some()
        || line::heading(first).is_some()
        || depth < DEPTH && (line::is_quote(first) || line::marker(first).is_some())
        || data::length(lines).is_some()
        || table::is_table(lines)
}

fn code(lines: &[&str], first: &str) -> (Block, usize) {
    let opening = line::fence(first).unwrap_or_default();
    let margin = lines.first().map_or(0, |line| margin(line));
    let body = lines.get(1..).unwrap_or_default();
    let end = body.iter().position(|line| line::closes(line, opening));
    let own = body.get(..end.unwrap_or(body.len())).unwrap_or_default();
    let dedented = |line: &&str| line.get(self::margin(line).min(margin)..).unwrap_or_default().to_owned();
    let language = language(first.get(opening.len()..).unwrap_or_default());
    let code = Code { language: language.to_owned(), lines: own.iter().map(dedented).collect() };
    (Block::Code(code), own.len() + 1 + usize::from(end.is_some()))
}

/// How far a line is indented.
fn margin(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// A language that rustdoc does not compile.
fn language(info: &str) -> &'static str {
    const KNOWN: &[&str] = &[
        "bash",
        "c",
        "cpp",
        "csharp",
        "css",
        "go",
        "html",
        "http",
        "ini",
        "java",
        "javascript",
        "json",
        "php",
        "powershell",
        "properties",
        "python",
        "ruby",
        "shell",
        "sql",
        "toml",
        "typescript",
        "xml",
        "yaml",
    ];
    let info = info.trim();
    KNOWN.iter().find(|known| known.eq_ignore_ascii_case(info)).copied().unwrap_or("text")
}

fn quote(lines: &[&str], depth: usize) -> (Block, usize) {
    let own = lines.iter().map(|line| line.trim_start()).take_while(|line| line::is_quote(line));
    let inner: Vec<&str> = own
        .map(|line| {
            let line = line.get(1..).unwrap_or_default();
            line.strip_prefix(' ').unwrap_or(line)
        })
        .collect();
    (Block::Quote(blocks(&inner, depth + 1)), inner.len())
}
