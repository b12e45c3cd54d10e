use super::FileKind;
use super::keywords::{Additional, False, Named, Schema, Types};
use crate::error::Error;
use crate::spec::layout::{ORIGIN, Record, Shape, Words};
use std::io;
use std::path::Path;

const DIALECT: &str = "http://json-schema.org/draft-07/schema#";
const COMMENT: &str = "Written by `alicloud-codegen schema`. Do not edit.";

/// The schema of a kind of spec file: indented JSON with a line break at its end. It never changes unless the spec
/// language does.
///
/// # Errors
/// None that is known: nothing in a schema is without a JSON form.
pub fn text(kind: FileKind) -> Result<String, Error> {
    let mut definitions = Definitions::default();
    let root = definitions.root(kind.shape());
    let root = Schema {
        dialect: Some(DIALECT),
        comment: Some(COMMENT),
        title: Some(kind.title()),
        definitions: definitions.made(),
        ..root
    };
    let text = serde_json::to_string_pretty(&root);
    let mut text =
        text.map_err(|error| Error::io("write", Path::new(kind.schema_file()), io::Error::other(error)))?;
    text.push('\n');
    Ok(text)
}

/// Records and words are defined once, since the language is recursive.
#[derive(Default)]
struct Definitions {
    /// Name of the record at the root.
    root: Option<&'static str>,
    /// In the order in which they are first met. `None` while the definition is being made.
    all: Vec<(&'static str, Option<Schema>)>,
}

impl Definitions {
    fn root(&mut self, shape: Shape) -> Schema {
        match shape {
            Shape::Record(record) => {
                self.root = Some(record.name);
                self.record(record)
            }
            other => self.schema(other),
        }
    }

    fn made(self) -> Named {
        Named(self.all.into_iter().filter_map(|(name, schema)| Some((name, schema?))).collect())
    }

    fn schema(&mut self, shape: Shape) -> Schema {
        match shape {
            // The text of a scalar is kept as it is written, so a number without quotes is a text as well.
            Shape::Text => {
                Schema { kind: Some(Types::Several(&["string", "number", "boolean"])), ..Schema::default() }
            }
            Shape::Truth => of_type("boolean"),
            Shape::Number { max } => Schema {
                minimum: Some(0),
                // What is beyond the numbers of JSON readers is left to the generator.
                maximum: Some(max).filter(|max| *max <= u64::from(u32::MAX)),
                ..of_type("integer")
            },
            Shape::Words(words) => self.define(words.name, |_| one_of(words)),
            Shape::WordsOr(words, other) => {
                let mut schema = one_of(words);
                let other = self.schema(other());
                schema.one_of.push(other);
                schema
            }
            Shape::List(of) => Schema { items: Some(Box::new(self.schema(of()))), ..of_type("array") },
            Shape::Map(of) => Schema {
                additional_properties: Some(Additional::Of(Box::new(self.schema(of())))),
                ..of_type("object")
            },
            Shape::Record(record) => self.define(record.name, |definitions| definitions.record(record)),
        }
    }

    /// A reference to a definition, which is made at the first.
    fn define(&mut self, name: &'static str, make: impl FnOnce(&mut Self) -> Schema) -> Schema {
        if self.root == Some(name) {
            return refer("#".to_owned());
        }
        if self.all.iter().all(|(known, _)| *known != name) {
            let index = self.all.len();
            self.all.push((name, None));
            let schema = make(self);
            if let Some((_, slot)) = self.all.get_mut(index) {
                *slot = Some(schema);
            }
        }
        refer(format!("#/definitions/{name}"))
    }

    fn record(&mut self, record: &'static Record) -> Schema {
        let mut properties = Vec::new();
        for key in record.keys {
            let schema = self.schema((key.shape)());
            properties.push((key.name, Schema { description: prose(key.doc), ..schema }));
        }
        Schema {
            description: prose(record.doc),
            required: record.keys.iter().filter(|key| key.required).map(|key| key.name).collect(),
            any_of: alternatives(record),
            properties: Named(properties),
            additional_properties: Some(Additional::None(False)),
            ..of_type("object")
        }
    }
}

/// What only imported files leave out is there, or the key that imported files have.
fn alternatives(record: &Record) -> Vec<Schema> {
    let by_hand = record.unless_imported();
    if by_hand.is_empty() {
        return Vec::new();
    }
    let requires = |keys: &[&'static str]| Schema { required: keys.to_vec(), ..Schema::default() };
    vec![requires(by_hand), requires(&[ORIGIN])]
}

/// Each word with its documentation: editors show it beside the word and in a list of words.
fn one_of(words: &'static Words) -> Schema {
    let words_of = words.words.iter().map(|word| Schema {
        description: prose(word.doc),
        constant: Some(word.word),
        ..Schema::default()
    });
    Schema { description: prose(words.doc), one_of: words_of.collect(), ..Schema::default() }
}

fn of_type(kind: &'static str) -> Schema {
    Schema { kind: Some(Types::One(kind)), ..Schema::default() }
}

fn refer(to: String) -> Schema {
    Schema { reference: Some(to), ..Schema::default() }
}

/// Documentation as one text: lines are joined, an empty line separates paragraphs.
fn prose(doc: &[&str]) -> Option<String> {
    let mut text = String::new();
    for line in doc.iter().map(|line| line.trim()) {
        match line {
            "" => text.push_str("\n\n"),
            line if text.is_empty() || text.ends_with('\n') => text.push_str(line),
            line => {
                text.push(' ');
                text.push_str(line);
            }
        }
    }
    (!text.is_empty()).then_some(text)
}
