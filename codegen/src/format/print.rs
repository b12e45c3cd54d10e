use super::attach::Comments;
use super::document::{Block, CollectionId, Document, Mapping, PlaceId, Scalar, Sequence, Value};
use super::fold::fold;
use super::scalar::scalar;

/// Columns between a collection and the one in it.
const STEP: usize = 2;

/// The text of a document.
pub(super) fn print(document: &Document<'_>, comments: &Comments<'_>) -> String {
    let mut printer = Printer { comments, out: String::new() };
    printer.before(&comments.header, 0, true);
    match &document.root {
        Some(Value::Mapping(root)) if !root.entries.is_empty() => printer.mapping(root, 0, Start::TopOfFile),
        Some(root) => printer.lone(root),
        None => {}
    }
    printer.out
}

/// Writes values; where their comments go is in [`remarks`](super::remarks).
pub(super) struct Printer<'a> {
    pub(super) comments: &'a Comments<'a>,
    pub(super) out: String,
}

/// Where a mapping begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    TopOfFile,
    /// On a line of its own.
    Line,
    /// Behind a dash, with the comments before its first key above the dash.
    Dash,
}

impl<'a> Printer<'a> {
    fn mapping(&mut self, mapping: &Mapping<'a>, indent: usize, start: Start) {
        let mut last_set_off = false;
        for (index, entry) in mapping.entries.iter().enumerate() {
            let is_first = index == 0;
            if start == Start::TopOfFile && !is_first && (entry.is_set_off || last_set_off) {
                self.blank();
            }
            last_set_off = entry.is_set_off;
            if !is_first || start != Start::Dash {
                self.above(entry.place, indent, is_first);
                self.spaces(indent);
            }
            self.out.push_str(&scalar(entry.key));
            self.out.push(':');
            self.value(&entry.value, entry.place, indent);
        }
        self.ends(mapping.id, indent);
    }

    fn sequence(&mut self, sequence: &Sequence<'a>, indent: usize, is_behind_dash: bool) {
        for (index, item) in sequence.items.iter().enumerate() {
            if index > 0 || !is_behind_dash {
                self.above_item(item, indent, index == 0);
                self.spaces(indent);
            }
            self.out.push('-');
            match &item.value {
                Value::Mapping(mapping) if !mapping.entries.is_empty() => {
                    self.out.push(' ');
                    self.mapping(mapping, indent + STEP, Start::Dash);
                }
                Value::Sequence(inner) if !inner.items.is_empty() => {
                    self.out.push(' ');
                    self.sequence(inner, indent + STEP, true);
                }
                value => self.value(value, item.place, indent),
            }
        }
        self.ends(sequence.id, indent);
    }

    /// A value behind its key or dash, up to the end of its last line.
    fn value(&mut self, value: &Value<'a>, place: PlaceId, indent: usize) {
        match value {
            Value::Scalar(scalar) => self.scalar(scalar, place, indent + STEP),
            Value::Block(block) => self.block(block, place, indent + STEP),
            Value::Sequence(Sequence { id, items }) if items.is_empty() => {
                self.empty("[]", *id, place, indent)
            }
            Value::Mapping(Mapping { id, entries }) if entries.is_empty() => {
                self.empty("{}", *id, place, indent)
            }
            Value::Sequence(sequence) => {
                self.end_line(place);
                self.sequence(sequence, indent + STEP, false);
            }
            Value::Mapping(mapping) => {
                self.end_line(place);
                self.mapping(mapping, indent + STEP, Start::Line);
            }
        }
    }

    fn scalar(&mut self, value: &Scalar<'a>, place: PlaceId, indent: usize) {
        match fold(value.text, indent).filter(|_| value.is_long) {
            Some(lines) => {
                self.out.push_str(" >-");
                self.end_line(place);
                self.lines(lines.iter().map(String::as_str), indent);
            }
            None => {
                self.out.push(' ');
                if value.is_bare {
                    self.out.push_str(value.text);
                } else {
                    self.out.push_str(&scalar(value.text));
                }
                self.end_line(place);
            }
        }
    }

    fn block(&mut self, block: &Block<'a>, place: PlaceId, indent: usize) {
        self.out.push(' ');
        match block.header() {
            Some(header) => {
                self.out.push_str(&header);
                self.end_line(place);
                self.lines(block.lines.iter().copied(), indent);
                for _ in 1..block.line_breaks() {
                    self.out.push('\n');
                }
            }
            None => {
                self.out.push_str(&scalar(block.text));
                self.end_line(place);
            }
        }
    }

    fn empty(&mut self, brackets: &str, id: CollectionId, place: PlaceId, indent: usize) {
        self.out.push(' ');
        self.out.push_str(brackets);
        self.end_line(place);
        self.ends(id, indent);
    }

    fn lone(&mut self, root: &Value<'a>) {
        match root {
            Value::Sequence(sequence) if !sequence.items.is_empty() => self.sequence(sequence, 0, false),
            Value::Scalar(value) => self.out.push_str(&format!("{}\n", scalar(value.text))),
            Value::Block(block) => self.out.push_str(&format!("{}\n", scalar(block.text))),
            Value::Sequence(Sequence { id, .. }) => {
                self.out.push_str("[]\n");
                self.ends(*id, 0);
            }
            Value::Mapping(Mapping { id, .. }) => {
                self.out.push_str("{}\n");
                self.ends(*id, 0);
            }
        }
    }

    fn lines<'l>(&mut self, lines: impl Iterator<Item = &'l str>, indent: usize) {
        for line in lines {
            if !line.is_empty() {
                self.spaces(indent);
                self.out.push_str(line);
            }
            self.out.push('\n');
        }
    }

    /// One blank line, unless there is one or nothing stands above.
    pub(super) fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    pub(super) fn spaces(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }
}
