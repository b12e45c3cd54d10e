use super::{At, Comparison};
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::source::{Kind, Node, Style};
use crate::spec::layout::{Shape, Words};

impl Comparison<'_> {
    pub(super) fn truth(&mut self, node: &Node, text: &str, style: Style, at: &At<'_>) {
        if style != Style::Plain || !matches!(text, "true" | "false") {
            self.wrong_kind(node, Shape::Truth, at);
        }
    }

    pub(super) fn number(&mut self, node: &Node, text: &str, style: Style, max: u64, at: &At<'_>) {
        let is_plain = style == Style::Plain && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_padded = text.len() > 1 && text.starts_with('0');
        if !is_plain
            || is_padded
            || text.parse().is_ok_and(|number: u64| number > max)
            || text.parse::<u64>().is_err()
        {
            self.wrong_kind(node, Shape::Number { max }, at);
        }
    }

    pub(super) fn word(&mut self, node: &Node, text: &str, words: &'static Words, other: Option<Shape>) {
        if words.words.iter().any(|word| word.word == text) {
            return;
        }
        let all: Vec<_> = words.words.iter().map(|word| word.word).collect();
        let name = spaced(words.name);
        let help = match suggest(text, all.iter().copied()) {
            Some(word) => format!("did you mean `{word}`?"),
            None if other.is_some() => format!("write `{}`, or {}", all.join("`, `"), expected(other)),
            None => format!("write one of `{}`", all.join("`, `")),
        };
        let span = self.file.source.first_line(&node.span);
        let message = format!("unknown {name} `{}`", shorten(text));
        let label = if all.len() == 1 { "not a known word" } else { "not one of the known words" };
        let problem = Diagnostic::error(codes::UNKNOWN_WORD, message).at(&self.file.source, span, label);
        self.problems.push(problem.help(help));
    }

    pub(super) fn wrong_kind(&mut self, node: &Node, shape: Shape, at: &At<'_>) {
        let expected = expected(Some(shape));
        let found = match &node.kind {
            Kind::Mapping(_) => "a mapping",
            Kind::Sequence(_) => "a list",
            Kind::Scalar { style: Style::Quoted, .. } => "a quoted text",
            Kind::Scalar { .. } | Kind::Invalid => "a text",
        };
        let span = if matches!(node.kind, Kind::Scalar { .. }) { node.span.clone() } else { at.span.clone() };
        let span = self.file.source.first_line(&span);
        let what = at.what.map_or_else(|| "the file".to_owned(), |key| format!("`{key}`"));
        let message = match (&node.kind, shape) {
            (Kind::Scalar { text, style: Style::Plain }, Shape::Number { .. } | Shape::Truth) => {
                format!("{what} must be {expected}, and `{}` is none", shorten(text))
            }
            _ => format!("{what} must be {expected}, and this is {found}"),
        };
        let problem = Diagnostic::error(codes::WRONG_KIND, message)
            .at(&self.file.source, span, format!("expected {expected}"))
            .help(how(shape, &node.kind));
        self.problems.push(problem);
    }
}

fn expected(shape: Option<Shape>) -> String {
    match shape {
        Some(Shape::Text) => "a text".to_owned(),
        Some(Shape::Truth) => "`true` or `false`".to_owned(),
        Some(Shape::Number { max: u64::MAX }) => "a whole number".to_owned(),
        Some(Shape::Number { max }) => format!("a whole number up to {max}"),
        Some(Shape::Words(_)) => "a word".to_owned(),
        Some(Shape::List(_)) => "a list".to_owned(),
        Some(Shape::Map(_) | Shape::Record(_)) => "a mapping".to_owned(),
        Some(Shape::WordsOr(_, other)) => expected(Some(other())),
        None => "something else".to_owned(),
    }
}

fn how(shape: Shape, found: &Kind) -> &'static str {
    match (shape, found) {
        (Shape::List(_), _) => "start each entry on a line of its own with `- `, or write `[]` for none",
        (Shape::Record(_) | Shape::Map(_) | Shape::WordsOr(..), _) => {
            "write `key: value` lines, indented below it"
        }
        (Shape::Text | Shape::Words(_), Kind::Sequence(_)) => {
            "write one text; put one that starts with `- ` or `[` in quotes"
        }
        (Shape::Text | Shape::Words(_), _) => {
            "write one text; put one that holds `: ` or starts with `{` in quotes"
        }
        (Shape::Truth, _) => "write `true` or `false`, without quotes",
        (Shape::Number { .. }, _) => "write a whole number from 0 in plain digits, without quotes",
    }
}

/// Long texts would hide the rest of a message.
fn shorten(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST && line.len() == text.len() {
        return line.to_owned();
    }
    let start: String = line.chars().take(LONGEST).collect();
    format!("{start}...")
}

/// `ParameterStyle` becomes `parameter style`.
fn spaced(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}
