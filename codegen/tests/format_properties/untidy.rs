//! Writes content in as many ways as YAML knows.

use crate::content::Content;
use std::fmt::Write;

/// A small generator of choices, so that a failure is repeated by its seed.
pub(crate) struct Choices(u64);

impl Choices {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }
}

pub(crate) struct Untidy {
    pub(crate) text: String,
    pub(crate) comments: Vec<String>,
}

/// Writes a mapping as a file.
pub(crate) fn write(root: &Content, seed: u64) -> Untidy {
    let mut writer = Writer {
        out: Untidy { text: String::new(), comments: Vec::new() },
        choices: Choices::new(seed),
        is_behind_block: false,
    };
    let Content::Map(entries) = root else { panic!("a file is a mapping") };
    if writer.choices.one_in(8) {
        writer.flow(root, 2);
        writer.out.text.push('\n');
    } else {
        writer.entries(entries, 0, false);
    }
    writer.out
}

struct Writer {
    out: Untidy,
    choices: Choices,
    /// Whether the last line is part of a block, so that what follows could become part of it too.
    is_behind_block: bool,
}

impl Writer {
    fn entries(
        &mut self,
        entries: &std::collections::BTreeMap<String, Content>,
        indent: usize,
        is_behind_dash: bool,
    ) {
        let mut entries: Vec<_> = entries.iter().collect();
        for index in (1..entries.len()).rev() {
            entries.swap(index, self.choices.below(index + 1));
        }
        for (index, (key, value)) in entries.into_iter().enumerate() {
            if index > 0 || !is_behind_dash {
                self.lines_between(indent);
                self.spaces(indent);
            }
            let key = self.line_scalar(key);
            self.out.text.push_str(&key);
            self.out.text.push(':');
            self.value(value, indent, false);
        }
        self.lines_between(indent);
    }

    fn items(&mut self, items: &[Content], indent: usize, is_behind_dash: bool) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 || !is_behind_dash {
                self.lines_between(indent);
                self.spaces(indent);
            }
            self.out.text.push('-');
            self.value(item, indent, true);
        }
        self.lines_between(indent);
    }

    /// Behind a key or dash, to the end of its last line.
    fn value(&mut self, value: &Content, indent: usize, is_item: bool) {
        self.is_behind_block = false;
        let is_flow = self.choices.one_in(5);
        match value {
            Content::Map(entries) if !entries.is_empty() && !is_flow => {
                if is_item && !self.choices.one_in(4) {
                    let spaces = 1 + self.choices.below(3);
                    self.spaces(spaces);
                    return self.entries(entries, indent + 1 + spaces, true);
                }
                self.end_line();
                let deeper = indent + 1 + self.choices.below(4);
                self.entries(entries, deeper, false);
            }
            Content::List(items) if !items.is_empty() && !is_flow => {
                if is_item && !self.choices.one_in(4) {
                    let spaces = 1 + self.choices.below(3);
                    self.spaces(spaces);
                    return self.items(items, indent + 1 + spaces, true);
                }
                self.end_line();
                let deeper = indent + if is_item { 1 } else { 0 } + self.choices.below(4);
                self.items(items, deeper, false);
            }
            Content::Text(text) if self.choices.one_in(3) && self.literal(text, indent) => {}
            Content::Text(text) if self.choices.one_in(3) && self.folded(text, indent) => {}
            value => {
                if self.choices.one_in(6) {
                    self.end_line();
                    self.spaces(indent + 1 + self.choices.0 as usize % 3);
                } else {
                    self.out.text.push(' ');
                }
                self.flow(value, indent + 1);
                self.end_line();
            }
        }
    }

    fn literal(&mut self, text: &str, indent: usize) -> bool {
        let lines = text.trim_end_matches('\n');
        if lines.trim().is_empty() || text.contains('\u{a0}') {
            return false;
        }
        let deeper = 1 + self.choices.below(4);
        let needs_number = lines.starts_with([' ', '\t', '\n']) || self.choices.one_in(4);
        let number = if needs_number { deeper.to_string() } else { String::new() };
        let chomping = match text.len() - lines.len() {
            0 => "-",
            1 => "",
            _ => "+",
        };
        let _ = write!(self.out.text, " |{number}{chomping}");
        self.end_line();
        for line in lines.split('\n').chain(text[lines.len()..].split('\n').skip(2)) {
            if !line.is_empty() {
                self.spaces(indent + deeper);
            }
            self.out.text.push_str(line);
            self.out.text.push('\n');
        }
        self.is_behind_block = true;
        true
    }

    fn folded(&mut self, text: &str, indent: usize) -> bool {
        let words: Vec<_> = text.split(' ').collect();
        if text.contains(['\n', '\t', '\u{a0}']) || words.iter().any(|word| word.is_empty()) {
            return false;
        }
        let deeper = indent + 1 + self.choices.below(4);
        self.out.text.push_str(" >-");
        self.end_line();
        self.spaces(deeper);
        for (index, word) in words.into_iter().enumerate() {
            if index > 0 && self.choices.one_in(2) {
                self.out.text.push('\n');
                self.spaces(deeper);
            } else if index > 0 {
                self.out.text.push(' ');
            }
            self.out.text.push_str(word);
        }
        self.out.text.push('\n');
        self.is_behind_block = true;
        true
    }

    fn flow(&mut self, value: &Content, indent: usize) {
        match value {
            Content::Text(text) => {
                let scalar = self.line_scalar(text);
                self.out.text.push_str(&scalar);
            }
            Content::List(items) => {
                self.out.text.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.between(index, indent);
                    self.flow(item, indent);
                }
                self.between(0, indent);
                self.out.text.push(']');
            }
            Content::Map(entries) => {
                self.out.text.push('{');
                for (index, (key, value)) in entries.iter().enumerate() {
                    self.between(index, indent);
                    let key = self.line_scalar(key);
                    let _ = write!(self.out.text, "{key}: ");
                    self.flow(value, indent);
                }
                self.between(0, indent);
                self.out.text.push('}');
            }
        }
    }

    /// Between two values in brackets.
    fn between(&mut self, index: usize, indent: usize) {
        if index > 0 {
            self.out.text.push(',');
        }
        match self.choices.below(4) {
            0 => {
                self.end_line();
                self.lines_between(indent);
                self.spaces(indent);
            }
            _ if index > 0 => self.out.text.push(' '),
            _ => {}
        }
    }

    fn line_scalar(&mut self, text: &str) -> String {
        let is_simple = !text.contains(['\n', '\t', '\u{a0}', '\\']);
        match self.choices.below(3) {
            0 if is_simple => format!("'{}'", text.replace('\'', "''")),
            1 if is_simple
                && !text.contains([',', '"'])
                && !text.ends_with('-')
                && alicloud_codegen::format::scalar(text) == text =>
            {
                text.to_owned()
            }
            _ => {
                let escaped =
                    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
                format!("\"{}\"", escaped.replace('\u{a0}', "\\_"))
            }
        }
    }

    /// Blank lines and comments at any depth.
    fn lines_between(&mut self, indent: usize) {
        while self.choices.one_in(4) {
            if self.is_behind_block {
                self.spaces(indent);
                self.comment();
                self.out.text.push('\n');
                self.is_behind_block = false;
            } else if self.choices.one_in(3) {
                self.out.text.push('\n');
            } else {
                let column = if self.choices.one_in(2) { indent } else { self.choices.below(12) };
                self.spaces(column);
                self.comment();
                self.out.text.push('\n');
            }
        }
    }

    fn end_line(&mut self) {
        if self.choices.one_in(5) {
            let spaces = 1 + self.choices.below(3);
            self.spaces(spaces);
            self.comment();
        } else if self.choices.one_in(6) {
            self.out.text.push(' ');
        }
        self.out.text.push('\n');
    }

    fn comment(&mut self) {
        let comment = format!("# comment {}", self.out.comments.len());
        self.out.text.push_str(&comment);
        self.out.comments.push(comment);
    }

    fn spaces(&mut self, count: usize) {
        self.out.text.extend(std::iter::repeat_n(' ', count));
    }
}
