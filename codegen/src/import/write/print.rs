use super::block;
use crate::format::{fold, scalar};
use crate::source::is_allowed_in_scalar;
use crate::spec::layout::{Key, Record, Shape};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Columns between a collection and the one in it.
const STEP: usize = 2;
/// Columns of a line, where its text can be broken.
const WIDTH: usize = 100;
/// Keys whose texts are written for people. Facts stay on one line, as they are.
const PROSE: &[&str] = &["deprecated", "description", "meaning", "message", "notes", "reason", "summary"];
/// The key whose text is always a block: a sample reply.
const BODY: &str = "body";

/// A value in the canonical form of spec files. Keys come in the order of the layout; what says nothing (an absent value,
/// an empty list or mapping or `false` at a key that may be left out) is left out.
pub(super) fn print(head: &str, value: &Value, shape: Shape) -> String {
    let mut printer = Printer { out: format!("{head}\n") };
    match (value, shape) {
        (Value::Object(entries), Shape::Record(record)) => printer.file(record, entries),
        (value, shape) => printer.value("", value, shape, 0),
    }
    printer.out
}

struct Printer {
    out: String,
}

/// Where a mapping begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Line,
    /// Behind a dash.
    Dash,
}

impl Printer {
    /// The mapping of a whole file: blank lines set off what may hold a list or a mapping.
    fn file(&mut self, record: &Record, entries: &Map<String, Value>) {
        let mut last_set_off = false;
        for (index, (key, value)) in present(record, entries).enumerate() {
            let shape = (key.shape)();
            let is_set_off =
                !matches!(shape, Shape::Text | Shape::Truth | Shape::Number { .. } | Shape::Words(_));
            if index > 0 && (is_set_off || last_set_off) && !self.out.ends_with("\n\n") {
                self.out.push('\n');
            }
            last_set_off = is_set_off;
            self.entry(key.name, value, shape, 0);
        }
    }

    fn record(&mut self, record: &Record, entries: &Map<String, Value>, indent: usize, start: Start) {
        for (index, (key, value)) in present(record, entries).enumerate() {
            if index > 0 || start == Start::Line {
                self.spaces(indent);
            }
            self.entry(key.name, value, (key.shape)(), indent);
        }
    }

    fn entry(&mut self, key: &str, value: &Value, shape: Shape, indent: usize) {
        self.out.push_str(&scalar(key));
        self.out.push(':');
        self.value(key, value, shape, indent);
    }

    /// A value behind its key or dash, up to the end of its last line.
    fn value(&mut self, key: &str, value: &Value, shape: Shape, indent: usize) {
        match (value, shape) {
            (Value::String(text), _) => self.text(key, text, indent),
            (value, Shape::WordsOr(_, other)) => self.value(key, value, other(), indent),
            (Value::Array(items), Shape::List(of)) if !items.is_empty() => {
                self.out.push('\n');
                for item in items {
                    self.spaces(indent + STEP);
                    self.item(key, item, of(), indent + STEP);
                }
            }
            (Value::Object(entries), Shape::Map(of)) if !entries.is_empty() => {
                self.out.push('\n');
                for (name, value) in entries {
                    self.spaces(indent + STEP);
                    self.entry(name, value, of(), indent + STEP);
                }
            }
            (Value::Object(entries), Shape::Record(record)) if present(record, entries).next().is_some() => {
                self.out.push('\n');
                self.record(record, entries, indent + STEP, Start::Line);
            }
            (Value::Array(_), _) => self.out.push_str(" []\n"),
            (Value::Object(_), _) => self.out.push_str(" {}\n"),
            (bare, _) => {
                self.out.push_str(&format!(" {bare}\n"));
            }
        }
    }

    fn item(&mut self, key: &str, item: &Value, shape: Shape, indent: usize) {
        self.out.push('-');
        match (item, shape) {
            (Value::Object(entries), Shape::Record(record)) if present(record, entries).next().is_some() => {
                self.out.push(' ');
                self.record(record, entries, indent + STEP, Start::Dash);
            }
            (item, shape) => self.value(key, item, shape, indent),
        }
    }

    fn text(&mut self, key: &str, text: &str, indent: usize) {
        let text = visible(text);
        let inner = indent + STEP;
        let is_block = text.contains('\n') || key == BODY;
        if let Some(block) = is_block.then(|| block::literal(&text, inner)).flatten() {
            return self.out.push_str(&block);
        }
        let one_line = scalar(&text);
        let column = self.out.rfind('\n').map_or(0, |at| self.out.len() - at);
        let is_long = column + one_line.chars().count() > WIDTH;
        match fold(&text, inner).filter(|_| is_long && PROSE.contains(&key)) {
            Some(lines) => {
                self.out.push_str(" >-\n");
                for line in lines {
                    self.spaces(inner);
                    self.out.push_str(&line);
                    self.out.push('\n');
                }
            }
            None => self.out.push_str(&format!(" {one_line}\n")),
        }
    }

    fn spaces(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }
}

/// The entries that are written, in the order of the language.
fn present<'a>(
    record: &'a Record,
    entries: &'a Map<String, Value>,
) -> impl Iterator<Item = (&'a Key, &'a Value)> {
    let entry = |key: &'a Key| entries.get(key.name).map(|value| (key, value));
    record.keys.iter().filter_map(entry).filter(|(key, value)| match value {
        Value::Null => false,
        Value::Bool(false) => key.required,
        Value::Array(items) => key.required || !items.is_empty(),
        Value::Object(entries) => key.required || !entries.is_empty(),
        _ => true,
    })
}

/// A text without what no spec file may hold: control characters and marks that change the direction of text.
fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_allowed_in_scalar) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").chars().filter(|letter| is_allowed_in_scalar(*letter)).collect())
}
