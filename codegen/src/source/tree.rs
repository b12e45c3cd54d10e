use super::characters;
use super::faults;
use super::offsets::Offsets;
use super::{Entry, Key, Kind, Node, Style};
use crate::diagnostics::{Diagnostic, SourceText};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Levels of nesting that a spec file may have. Bounds the recursion of everything that walks a tree.
pub const MAX_DEPTH: usize = 128;

/// What a text turned out to be.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree; `None` where the text is not YAML at all, or too hostile to go on.
    pub tree: Option<Node>,
    /// What is wrong with it. A tree may come together with problems; its bad parts are then
    /// [`Kind::Invalid`].
    pub problems: Vec<Diagnostic>,
}

/// Parses a text as the YAML subset of spec files. Never panics, and its recursion does not depend on the
/// text.
#[must_use]
pub fn parse_tree(source: &Arc<SourceText>) -> Parsed {
    let problems: Vec<_> = characters::forbidden(source.text())
        .into_iter()
        .map(|(character, span)| faults::forbidden_character(source, character, span))
        .collect();
    if !problems.is_empty() {
        return Parsed { tree: None, problems };
    }
    let mut builder = Builder {
        source,
        offsets: Offsets::new(source.text()),
        open: Vec::new(),
        root: None,
        documents: 0,
        problems,
    };
    let complete = builder.run();
    let Builder { root, problems, .. } = builder;
    Parsed { tree: root.filter(|_| complete), problems }
}

/// A collection whose end has not come yet.
struct Open {
    span: Range<usize>,
    content: Content,
}

enum Content {
    Sequence(Vec<Node>),
    Mapping { entries: Vec<Entry>, seen: Seen, key: Pending },
}

/// The key whose value comes next.
enum Pending {
    None,
    Key(Key),
    /// A key that was reported; its value is read and dropped.
    Bad,
}

/// The keys of a mapping that has many; those of others are few enough to look through.
#[derive(Default)]
struct Seen(HashMap<String, Range<usize>>);

/// Keys up to which looking through all of them is faster than a table.
const FEW: usize = 24;

impl Seen {
    /// Where a key stands already.
    fn first(&mut self, key: &str, entries: &[Entry]) -> Option<Range<usize>> {
        if entries.len() <= FEW {
            let entry = entries.iter().find(|entry| entry.key.text == key);
            return entry.map(|entry| entry.key.span.clone());
        }
        // Entries are only added, one by one.
        for entry in entries.iter().skip(self.0.len()) {
            self.0.insert(entry.key.text.clone(), entry.key.span.clone());
        }
        self.0.get(key).cloned()
    }
}

struct Builder<'a> {
    source: &'a Arc<SourceText>,
    offsets: Offsets,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    problems: Vec<Diagnostic>,
}

impl Builder<'_> {
    /// Takes all events; false where it had to stop early, so that the tree is not the whole file.
    fn run(&mut self) -> bool {
        let source = Arc::clone(self.source);
        let mut parser = Parser::new_from_str(source.text());
        while let Some(next) = parser.next_event() {
            match next {
                Ok((Event::StreamEnd, _)) => break,
                Ok((event, span)) => {
                    let span = self.span(&span);
                    if let Err(problem) = self.event(event, span) {
                        self.problems.push(*problem);
                        return false;
                    }
                }
                Err(error) => {
                    let at = self.offsets.byte(error.marker().index());
                    self.problems.push(faults::syntax(self.source, at, error.info()));
                    return false;
                }
            }
        }
        if self.documents == 0 {
            self.problems.push(faults::empty_file(self.source));
        }
        self.documents > 0
    }

    fn event(&mut self, event: Event<'_>, span: Range<usize>) -> Result<(), Box<Diagnostic>> {
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(Box::new(faults::second_document(self.source, span)));
                }
            }
            Event::Alias(_) => {
                self.indirection(&span, "aliases");
                self.finish(Node { span, kind: Kind::Invalid });
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.anchor_or_tag(&span, anchor, tag.is_some());
                let node = self.scalar(text.into_owned(), style, span);
                self.finish(node);
            }
            Event::SequenceStart(anchor, tag) => {
                self.anchor_or_tag(&span, anchor, tag.is_some());
                self.start(span, Content::Sequence(Vec::new()))?;
            }
            Event::MappingStart(anchor, tag) => {
                self.anchor_or_tag(&span, anchor, tag.is_some());
                let content =
                    Content::Mapping { entries: Vec::new(), seen: Seen::default(), key: Pending::None };
                self.start(span, content)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(&span),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn start(&mut self, span: Range<usize>, content: Content) -> Result<(), Box<Diagnostic>> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Box::new(faults::too_deep(self.source, span)));
        }
        self.open.push(Open { span, content });
        Ok(())
    }

    fn end(&mut self, end: &Range<usize>) {
        let Some(Open { span, content }) = self.open.pop() else { return };
        let (last, kind) = match content {
            Content::Sequence(items) => (items.last().map(|item| item.span.end), Kind::Sequence(items)),
            Content::Mapping { entries, .. } => {
                let last = entries.last().map(|entry| entry.value.span.end.max(entry.key.span.end));
                (last, Kind::Mapping(entries))
            }
        };
        // The end of a block collection is only seen at what follows it, behind comments and blank lines.
        let end = if end.is_empty() { last.unwrap_or(span.end) } else { end.end };
        self.finish(Node { span: span.start..end.max(span.start), kind });
    }

    /// Puts a complete node where it belongs.
    fn finish(&mut self, node: Node) {
        match self.open.last_mut().map(|open| &mut open.content) {
            None if is_null(&node) => self.problems.push(faults::empty_file(self.source)),
            None => self.root = Some(node),
            Some(Content::Sequence(items)) => {
                let problem = is_null(&node).then(|| faults::empty_value(self.source, &node, None));
                items.push(refuse_if(problem.is_some(), node));
                self.problems.extend(problem);
            }
            Some(Content::Mapping { entries, seen, key }) => match std::mem::replace(key, Pending::None) {
                Pending::None => {
                    let (next, problem) = take_key(self.source, node, entries, seen);
                    *key = next;
                    self.problems.extend(problem);
                }
                Pending::Bad => {}
                Pending::Key(key) => {
                    let problem = is_null(&node).then(|| faults::empty_value(self.source, &node, Some(&key)));
                    entries.push(Entry { key, value: refuse_if(problem.is_some(), node) });
                    self.problems.extend(problem);
                }
            },
        }
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, span: Range<usize>) -> Node {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
        };
        match text.chars().find(|character| !characters::is_allowed_in_scalar(*character)) {
            Some(character) => {
                let problem = faults::forbidden_escape(self.source, character, span.clone());
                self.problems.push(problem);
                Node { span, kind: Kind::Invalid }
            }
            None => Node { span, kind: Kind::Scalar { text, style } },
        }
    }

    fn anchor_or_tag(&mut self, span: &Range<usize>, anchor: usize, tagged: bool) {
        if anchor > 0 {
            self.indirection(span, "anchors");
        }
        if tagged {
            self.indirection(span, "tags");
        }
    }

    fn indirection(&mut self, span: &Range<usize>, what: &str) {
        self.problems.push(faults::indirection(self.source, span, what));
    }

    /// Bytes of a span, without the white space that some events carry at their end.
    fn span(&self, span: &Span) -> Range<usize> {
        let start = self.offsets.byte(span.start.index());
        let end = self.offsets.byte(span.end.index()).max(start);
        let marked = self.source.text().get(start..end).unwrap_or_default();
        start..start + marked.trim_end().len()
    }
}

fn is_null(node: &Node) -> bool {
    let Kind::Scalar { text, style: Style::Plain } = &node.kind else { return false };
    matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL")
}

fn refuse_if(refused: bool, node: Node) -> Node {
    if refused { Node { kind: Kind::Invalid, ..node } } else { node }
}

fn take_key(
    source: &Arc<SourceText>,
    node: Node,
    entries: &[Entry],
    seen: &mut Seen,
) -> (Pending, Option<Diagnostic>) {
    let problem = match &node.kind {
        Kind::Invalid => return (Pending::Bad, None),
        Kind::Sequence(_) | Kind::Mapping(_) => faults::key_not_scalar(source, &node),
        Kind::Scalar { .. } if is_null(&node) => faults::empty_key(source, &node),
        Kind::Scalar { text, style: Style::Plain } if text == "<<" => {
            faults::indirection(source, &node.span, "merge keys")
        }
        Kind::Scalar { text, .. } => match seen.first(text, entries) {
            Some(first) => faults::duplicate_key(source, text, &node, &first),
            None => {
                let span = node.span.clone();
                return match node.kind {
                    Kind::Scalar { text, .. } => (Pending::Key(Key { span, text }), None),
                    _ => (Pending::Bad, None),
                };
            }
        },
    };
    (Pending::Bad, Some(problem))
}
