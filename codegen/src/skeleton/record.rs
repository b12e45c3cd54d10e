use crate::format::scalar;
use crate::spec::layout::{Record, Shape};

/// What a skeleton has at a key, in YAML, each with its key and without a line break at the end.
#[derive(Debug, Default)]
pub(super) struct Snippet {
    /// An example, which becomes a comment.
    pub(super) example: Option<String>,
    /// The entry itself; `None` leaves an optional key out.
    pub(super) given: Option<String>,
}

impl Snippet {
    pub(super) fn given(text: impl Into<String>) -> Self {
        Self { given: Some(text.into()), example: None }
    }

    pub(super) fn example(text: impl Into<String>) -> Self {
        Self { example: Some(text.into()), given: None }
    }

    pub(super) fn or(self, example: impl Into<String>) -> Self {
        Self { example: Some(example.into()), ..self }
    }
}

/// Entries for all keys of a record: documentation, example, placeholder.
pub(super) fn write(record: &Record, snippet: impl Fn(&str) -> Snippet) -> String {
    let mut text = String::new();
    for key in record.keys {
        let mut snippet = snippet(key.name);
        if key.required && snippet.given.is_none() {
            snippet.given = Some(format!("{}: {}", key.name, placeholder((key.shape)())));
        }
        text.push('\n');
        let docs = key.doc.iter().map(|line| line.trim());
        comments(&mut text, docs);
        match (&snippet.example, &snippet.given) {
            (Some(example), _) => comments(&mut text, ["For example:"].into_iter().chain(example.lines())),
            (None, None) => comments(&mut text, [format!("{}:", key.name).as_str()]),
            (None, Some(_)) => {}
        }
        match snippet.given {
            Some(given) => {
                text.push_str(&given);
                text.push('\n');
            }
            // Sets the comment off from the next key.
            None => text.push('\n'),
        }
    }
    text
}

fn comments<'a>(text: &mut String, lines: impl IntoIterator<Item = &'a str>) {
    for line in lines {
        text.push_str(format!("# {line}").trim_end());
        text.push('\n');
    }
}

/// The least that a shape accepts, between brackets where it is a collection.
fn placeholder(shape: Shape) -> String {
    match shape {
        Shape::Text => "TODO".to_owned(),
        Shape::Truth => "false".to_owned(),
        Shape::Number { .. } => "0".to_owned(),
        Shape::Words(words) | Shape::WordsOr(words, _) => {
            scalar(words.words.first().map_or("TODO", |word| word.word))
        }
        Shape::List(_) => "[]".to_owned(),
        Shape::Map(_) => "{}".to_owned(),
        Shape::Record(record) => {
            let required = record.keys.iter().filter(|key| key.required);
            let entries = required.map(|key| format!("{}: {}", key.name, placeholder((key.shape)())));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}
