use crate::diagnostics::SourceText;
use crate::source::{Kind, Node, SourceFile, Step, Style, parse_tree};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// The body of a sample: JSON inside a YAML file. Finds the place in the file of a place in the JSON.
pub(super) struct Body<'a> {
    file: &'a SourceFile,
    text: &'a str,
    /// What to mark when nothing more precise is known.
    whole: Range<usize>,
    /// Where the text starts in the file, if it stands there line by line.
    start: Option<usize>,
    /// JSON is YAML as well, so its places come from the same parser. Made when the first problem needs it.
    tree: OnceLock<Option<Node>>,
}

impl<'a> Body<'a> {
    /// The body at a path of a file.
    pub(super) fn new(file: &'a SourceFile, path: &[Step], text: &'a str) -> Self {
        let place = file.place(path);
        let node = file.tree.as_ref().and_then(|tree| tree.at(path));
        let is_literal =
            node.is_some_and(|node| matches!(node.kind, Kind::Scalar { style: Style::Literal, .. }));
        let start = is_literal.then_some(place.value.start);
        Self { file, text, whole: place.mark, start, tree: OnceLock::new() }
    }

    pub(super) fn source(&self) -> &Arc<SourceText> {
        &self.file.source
    }

    /// What stands for the whole body.
    pub(super) fn whole(&self) -> Range<usize> {
        self.whole.clone()
    }

    /// A line of the JSON, counted from 1.
    pub(super) fn at_line(&self, line: usize) -> Range<usize> {
        self.line(line.saturating_sub(1))
            .map_or_else(|| self.whole(), |(start, text)| start..start + text.len())
    }

    /// A value of the JSON.
    pub(super) fn value(&self, path: &[Step]) -> Range<usize> {
        self.node(path).and_then(|(_, value)| self.in_file(&value)).unwrap_or_else(|| self.whole())
    }

    /// A key of the JSON.
    pub(super) fn key(&self, path: &[Step]) -> Range<usize> {
        self.node(path).and_then(|(key, _)| self.in_file(&key)).unwrap_or_else(|| self.whole())
    }

    fn node(&self, path: &[Step]) -> Option<(Range<usize>, Range<usize>)> {
        let tree = self.tree.get_or_init(|| parse_tree(&Arc::new(SourceText::new("", self.text))).tree);
        let place = tree.as_ref()?.place(path);
        Some((place.key, place.value))
    }

    /// The place in the file of a span in the JSON, cut to its first line.
    fn in_file(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let before = self.text.get(..span.start)?;
        let (line_start, text) = self.line(before.matches('\n').count())?;
        let column = before.rsplit('\n').next()?.len();
        let start = line_start + column;
        let end = (start + span.len()).min(line_start + text.trim_end().len());
        Some(start..end.max(start))
    }

    /// Start in the file and text of a line of the JSON, counted from 0.
    fn line(&self, number: usize) -> Option<(usize, &'a str)> {
        let wanted = self.text.lines().nth(number)?;
        // Empty lines at the front are not part of the scalar's span.
        let skipped = self.text.lines().take_while(|line| line.is_empty()).count();
        let mut offset = self.start?;
        let mut lines = self.file.source.text().get(offset..)?.split_inclusive('\n');
        for _ in 0..number.checked_sub(skipped)? {
            offset += lines.next()?.len();
        }
        let shown = lines.next()?.trim_end_matches(['\n', '\r']);
        // What precedes the text on its line is the indentation of the block.
        let indentation = shown.len().checked_sub(wanted.len())?;
        (shown.get(indentation..)? == wanted).then_some((offset + indentation, wanted))
    }
}
