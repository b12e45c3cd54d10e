//! Mutations of a file's text, which may be no YAML afterwards.

use crate::dice::Dice;
use std::ops::Range;

/// Bytes that a reader has to think about.
const BYTES: &[u8] = b"\0\t\n\r -:#'\"[]{}|>&*!%@`,?~0\\\x7f\x80\xbf\xc2\xe2\xff";

/// Words that mean something, here or in other dialects of YAML.
const TOKENS: &[&str] = &[
    "-",
    ":",
    "?",
    "[",
    "]",
    "{",
    "}",
    ",",
    "|",
    ">",
    "|-",
    "&a",
    "*a",
    "!!str",
    "#",
    "~",
    "null",
    "<<:",
    "---",
    "...",
    "'",
    "\"",
    "''",
    "true",
    "no",
    "1e3",
    "0123",
    "1_000",
    "2024-05-01",
    "0x1F",
    ".inf",
    "\t",
    "name:",
    "type:",
    "object",
    "array",
    "map",
    "any",
    "string",
    "integer",
    "binary",
    "ROA",
    "/{a}/{+b}?c=d",
    "$[].a{}",
    "[]",
    "{}",
    "漢",
    "\u{feff}",
    "\u{2028}",
    "\u{85}",
];

/// Every key of the spec language that nests or decides about other keys, and some that do not exist.
const KEYS: &[&str] = &[
    "name",
    "type",
    "position",
    "style",
    "required",
    "default",
    "example",
    "values",
    "value",
    "meaning",
    "enumeration",
    "constraints",
    "minimum",
    "max_items",
    "pattern",
    "deprecated",
    "sensitive",
    "description",
    "notes",
    "disagrees",
    "in",
    "observed",
    "rust_name",
    "fields",
    "shape",
    "items",
    "parameters",
    "reply",
    "samples",
    "body",
    "authorization",
    "methods",
    "kind",
    "allow",
    "language",
    "endpoints",
    "path",
    "security",
    "streams",
    "pagination",
    "by",
    "parameter",
    "next",
    "asynchronous",
    "operation",
    "headers",
    "status",
    "departs",
    "origin",
    "file_url",
    "type_name",
    "nothing",
    "Name",
    "",
];

/// Flips, inserts, deletes or doubles single bytes.
pub(crate) fn bytes(text: &str, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(bytes.len());
        match dice.below(5) {
            0 => bytes[at] ^= 1 << dice.below(8),
            1 => bytes.insert(at, *dice.pick(BYTES)),
            2 => drop(bytes.remove(at)),
            3 => bytes[at] = *dice.pick(BYTES),
            _ => {
                let end = (at + dice.below(40)).min(bytes.len());
                let part = bytes[at..end].to_vec();
                let to = dice.below(bytes.len());
                bytes.splice(to..to, part);
            }
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

/// Swaps, replaces, deletes or doubles words.
pub(crate) fn tokens(text: &str, dice: &mut Dice) -> String {
    let words = words(text);
    let first = dice.pick(&words).clone();
    let mut edits = vec![match dice.below(5) {
        0 => {
            let second = dice.pick(&words).clone();
            let swapped = text[first.clone()].to_owned();
            let replacement = text[second.clone()].to_owned();
            if first == second {
                (first, String::new())
            } else {
                return edit(text, vec![(second, swapped), (first, replacement)]);
            }
        }
        1 => (first, (*dice.pick(TOKENS)).to_owned()),
        2 => (first, String::new()),
        3 => (first.end..first.end, format!(" {}", dice.pick(TOKENS))),
        _ => (first.end..first.end, format!(" {}", &text[first.clone()])),
    }];
    if dice.below(4) == 0 {
        let other = dice.pick(&words).clone();
        if other != edits[0].0 {
            edits.push((other, (*dice.pick(TOKENS)).to_owned()));
        }
    }
    edit(text, edits)
}

/// Spans without white space.
fn words(text: &str) -> Vec<Range<usize>> {
    let offset = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    text.split_whitespace().map(|word| offset(word)..offset(word) + word.len()).collect()
}

/// Replaces spans that do not overlap.
fn edit(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut text = text.to_owned();
    for (span, replacement) in edits {
        text.replace_range(span, &replacement);
    }
    text
}

/// Renames a key, or deletes, doubles, moves or indents it with all that is below it.
pub(crate) fn keys(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let keyed: Vec<usize> = (0..lines.len()).filter(|at| key(&lines[*at]).is_some()).collect();
    let at = *dice.pick(&keyed);
    let block =
        at..at + 1 + lines[at + 1..].iter().take_while(|line| depth(line) > depth(&lines[at])).count();
    match dice.below(7) {
        0 => {
            let span = key(&lines[at]).unwrap();
            lines[at].replace_range(span, dice.pick::<&str>(KEYS));
        }
        1 => {
            let span = key(&lines[at]).unwrap();
            let letter = span.start + dice.below(span.len());
            lines[at].remove(letter);
        }
        2 => drop(lines.drain(block)),
        3 => {
            let copy = lines[block.clone()].to_vec();
            lines.splice(block.end..block.end, copy);
        }
        4 => {
            let part: Vec<_> = lines.drain(block).collect();
            let to = dice.below(lines.len() + 1);
            lines.splice(to..to, part);
        }
        5 => lines[block].iter_mut().for_each(|line| line.insert_str(0, "  ")),
        _ => {
            let by = 1 + dice.below(3);
            lines[block].iter_mut().for_each(|line| *line = line.chars().skip(by.min(depth(line))).collect());
        }
    }
    lines.join("\n") + "\n"
}

/// The key that a line begins with.
fn key(line: &str) -> Option<Range<usize>> {
    let start = line.find(|letter: char| !matches!(letter, ' ' | '-'))?;
    let end = start + line.get(start..)?.find(':')?;
    let is_word =
        line[start..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    (is_word && end > start).then_some(start..end)
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
