use super::block::block;
use super::comment::{column, find};
use super::document::{
    Collection, CollectionId, Document, Entry, Item, Mapping, Place, PlaceId, Scalar, Sequence, Target,
    Token, Value,
};
use super::quoted::written;
use crate::source::{self, Kind, Node, Style};
use crate::spec::layout::Shape;
use std::ops::Range;

/// Brings a tree into canonical order, and notes where its parts stand in the text.
pub(super) fn build<'a>(text: &'a str, root: &'a Node, shape: Shape) -> Document<'a> {
    let mut builder = Builder { text, document: Document::default(), at: 0 };
    let root = builder.value(root, Some(shape), None, false);
    Document { root: Some(root), ..builder.document }
}

struct Builder<'a> {
    text: &'a str,
    document: Document<'a>,
    /// Where the last token ends.
    at: usize,
}

impl<'a> Builder<'a> {
    fn value(
        &mut self,
        node: &'a Node,
        shape: Option<Shape>,
        place: Option<PlaceId>,
        in_flow: bool,
    ) -> Value<'a> {
        let shape = match (shape, &node.kind) {
            (Some(Shape::WordsOr(words, _)), Kind::Scalar { .. }) => Some(Shape::Words(words)),
            (Some(Shape::WordsOr(_, other)), _) => Some(other()),
            (shape, _) => shape,
        };
        match &node.kind {
            Kind::Scalar { text, style: style @ (Style::Literal | Style::Folded) } => {
                let header = find(self.text, self.at, |byte| matches!(byte, b'|' | b'>'));
                let found = block(self.text, header, *style, text);
                self.token(found.header, place);
                if !found.content.is_empty() {
                    self.token(found.content, place);
                }
                Value::Block(found.block)
            }
            Kind::Scalar { text, style } => {
                let is_bare = match shape {
                    Some(Shape::Truth) => *style == Style::Plain && matches!(text.as_str(), "true" | "false"),
                    Some(Shape::Number { .. }) => {
                        *style == Style::Plain && text.bytes().all(|byte| byte.is_ascii_digit())
                    }
                    _ => false,
                };
                let span = written(self.text, &node.span);
                let is_long = self.text.get(span.clone()).is_some_and(|raw| raw.contains('\n'));
                self.token(span, place);
                Value::Scalar(Scalar { text, is_bare, is_long })
            }
            Kind::Invalid => Value::Scalar(Scalar { text: "", is_bare: false, is_long: false }),
            Kind::Sequence(items) => self.sequence(items, shape, place, in_flow),
            Kind::Mapping(entries) => self.mapping(node, entries, shape, place, in_flow),
        }
    }

    fn sequence(
        &mut self,
        items: &'a [Node],
        shape: Option<Shape>,
        place: Option<PlaceId>,
        in_flow: bool,
    ) -> Value<'a> {
        let of = match shape {
            Some(Shape::List(of)) => Some(of),
            _ => None,
        };
        let start = find(self.text, self.at, |byte| matches!(byte, b'-' | b'['));
        let is_flow = in_flow || self.text.as_bytes().get(start) == Some(&b'[');
        let id = self.collection((!is_flow).then(|| column(self.text, start)), start);
        if is_flow {
            self.open(start, place, id, items.is_empty());
        }
        let mut made = Vec::with_capacity(items.len());
        for item in items {
            if !is_flow {
                self.at = find(self.text, self.at, |byte| byte == b'-') + 1;
            }
            let item_place = self.place(place, id);
            let value = self.value(item, of.map(|of| of()), Some(item_place), is_flow);
            made.push(Item { place: item_place, value });
        }
        if is_flow {
            self.close(b']', start, place, id, items.is_empty());
        }
        self.end(id);
        Value::Sequence(Sequence { id, items: made })
    }

    fn mapping(
        &mut self,
        node: &'a Node,
        entries: &'a [source::Entry],
        shape: Option<Shape>,
        place: Option<PlaceId>,
        in_flow: bool,
    ) -> Value<'a> {
        let start = node.span.start;
        let has_braces = self.text.as_bytes().get(start) == Some(&b'{');
        // Between brackets, a single pair needs no braces.
        let is_flow = in_flow || has_braces;
        let id = self.collection((!is_flow).then(|| column(self.text, start)), start);
        if has_braces {
            self.open(start, place, id, entries.is_empty());
        }
        let mut made = Vec::with_capacity(entries.len());
        for entry in entries {
            let entry_place = self.place(place, id);
            self.token(written(self.text, &entry.key.span), Some(entry_place));
            let (index, of) = match &shape {
                Some(Shape::Record(record)) => {
                    let index = record.keys.iter().position(|key| key.name == entry.key.text);
                    let key = index.and_then(|index| record.keys.get(index));
                    (index.unwrap_or(usize::MAX), key.map(|key| (key.shape)()))
                }
                Some(Shape::Map(of)) => (0, Some(of())),
                _ => (0, None),
            };
            // The order in which the language declares the keys; of those that it does not know, by name.
            let rank = (index, entry.key.text.as_str());
            let is_set_off = is_set_off(of, &entry.value);
            let value = self.value(&entry.value, of, Some(entry_place), is_flow);
            made.push((rank, Entry { place: entry_place, key: &entry.key.text, value, is_set_off }));
        }
        if has_braces {
            self.close(b'}', start, place, id, entries.is_empty());
        }
        self.end(id);
        made.sort_by_key(|(rank, _)| *rank);
        Value::Mapping(Mapping { id, entries: made.into_iter().map(|(_, entry)| entry).collect() })
    }

    fn token(&mut self, span: Range<usize>, place: Option<PlaceId>) {
        let tail = match place {
            Some(place) => Target::Line(place),
            None => Target::End(CollectionId(0)),
        };
        self.at = span.end;
        self.document.tokens.push(Token { span, place, tail });
    }

    /// The bracket that opens a collection. What follows it on its line belongs to the line of its key; an empty
    /// collection needs the token, since nothing else stands for it.
    fn open(&mut self, at: usize, place: Option<PlaceId>, id: CollectionId, is_empty: bool) {
        if is_empty {
            self.token(at..at + 1, place);
            self.retarget(place.map_or(Target::End(id), Target::Line));
        }
        self.at = at + 1;
    }

    fn close(&mut self, bracket: u8, start: usize, place: Option<PlaceId>, id: CollectionId, is_empty: bool) {
        let at = find(self.text, self.at, |byte| byte == bracket);
        self.token(at..at + 1, place);
        let is_one_line = self.text.get(start..at).is_some_and(|inside| !inside.contains('\n'));
        self.retarget(match place {
            Some(place) if is_one_line || is_empty => Target::Line(place),
            _ => Target::End(id),
        });
    }

    fn retarget(&mut self, tail: Target) {
        if let Some(token) = self.document.tokens.last_mut() {
            token.tail = tail;
        }
    }

    fn place(&mut self, parent: Option<PlaceId>, collection: CollectionId) -> PlaceId {
        self.document.places.push(Place { parent, collection });
        PlaceId(self.document.places.len() - 1)
    }

    fn collection(&mut self, indent: Option<usize>, start: usize) -> CollectionId {
        self.document.collections.push(Collection { indent, span: start..start });
        CollectionId(self.document.collections.len() - 1)
    }

    fn end(&mut self, id: CollectionId) {
        let at = self.at;
        if let Some(collection) = self.document.collections.get_mut(id.0) {
            collection.span.end = at;
        }
    }
}

fn is_set_off(shape: Option<Shape>, value: &Node) -> bool {
    match shape {
        Some(Shape::Text | Shape::Truth | Shape::Number { .. } | Shape::Words(_)) => false,
        Some(Shape::WordsOr(..) | Shape::List(_) | Shape::Map(_) | Shape::Record(_)) => true,
        None => !matches!(value.kind, Kind::Scalar { .. }),
    }
}
