use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

/// The text of one file, with the name under which it is shown.
#[derive(Clone, Debug)]
pub struct SourceText {
    path: String,
    text: String,
    /// Byte offsets at which the lines start. Made when the first problem asks.
    lines: OnceLock<Vec<usize>>,
}

impl SourceText {
    /// A text shown under `path`, which should come from [`display_path`].
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// Path of the file as it is shown: relative to the working directory where it lies below it, with `/` on
    /// every system.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The nearest span that lies inside the text, starts and ends at characters, and does not run backwards.
    #[must_use]
    pub fn clamp(&self, span: &Range<usize>) -> Range<usize> {
        let start = floor_boundary(&self.text, span.start);
        let end = ceil_boundary(&self.text, span.end.max(start));
        start..end
    }

    /// The part of a span that lies on its first line: a report marks lines better than blocks.
    #[must_use]
    pub fn first_line(&self, span: &Range<usize>) -> Range<usize> {
        let span = self.clamp(span);
        let marked = self.text.get(span.clone()).unwrap_or_default();
        let line = marked.lines().next().unwrap_or_default().trim_end();
        span.start..span.start + line.len()
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = floor_boundary(&self.text, offset);
        let lines = self.lines.get_or_init(|| {
            let breaks = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        });
        let line = lines.partition_point(|start| *start <= offset);
        let start = lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text.get(start..offset).map_or(0, |before| before.chars().count()) + 1;
        (line, column)
    }
}

fn floor_boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn ceil_boundary(text: &str, offset: usize) -> usize {
    (offset..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

/// How a path is shown: relative to the working directory where it lies below it, with `/` on every system.
#[must_use]
pub fn display_path(path: &Path) -> String {
    // Only an absolute path can begin with the working directory, which has to be asked for.
    let here = path.is_absolute().then(std::env::current_dir).and_then(Result::ok).unwrap_or_default();
    let shown = path.strip_prefix(&here).unwrap_or(path);
    let shown = shown.strip_prefix(".").unwrap_or(shown);
    let parts: Vec<_> = shown.iter().map(|part| part.to_string_lossy()).collect();
    match parts.as_slice() {
        [] => ".".to_owned(),
        // An absolute path starts with its root, which is a separator already.
        [root, rest @ ..] if shown.has_root() && root.len() == 1 => format!("/{}", rest.join("/")),
        _ => parts.join("/"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_clamped_to_characters() {
        let text = SourceText::new("x", "aé\nb");
        assert_eq!(text.clamp(&(0..99)), 0..5);
        assert_eq!(text.clamp(&(2..2)), 1..3);
        let reversed = std::ops::Range { start: 3, end: 1 };
        assert_eq!(text.clamp(&reversed), 3..3);
        assert_eq!(text.clamp(&(70..90)), 5..5);
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        let text = SourceText::new("x", "aé\nb");
        assert_eq!(text.line_column(0), (1, 1));
        assert_eq!(text.line_column(3), (1, 3));
        assert_eq!(text.line_column(4), (2, 1));
        assert_eq!(text.line_column(999), (2, 2));
    }

    #[test]
    fn paths_below_the_working_directory_are_relative() {
        let here = std::env::current_dir().unwrap_or_default();
        assert_eq!(display_path(&here.join("spec").join("x.yaml")), "spec/x.yaml");
        assert_eq!(display_path(Path::new("./spec/x.yaml")), "spec/x.yaml");
        assert_eq!(display_path(Path::new("/elsewhere/x.yaml")), "/elsewhere/x.yaml");
        assert_eq!(display_path(&here), ".");
    }
}
