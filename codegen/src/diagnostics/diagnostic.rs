use super::{Code, SourceText};
use std::ops::Range;
use std::sync::Arc;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing can be generated.
    Error,
    /// Worth a look; generation goes on.
    Warning,
    /// Only information.
    Note,
}

impl Severity {
    /// `error`, `warning` or `note`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A place in a file and what is to be said about it.
#[derive(Clone, Debug)]
pub struct Label {
    /// The file.
    pub source: Arc<SourceText>,
    /// Byte span in the file's text. Clamped when shown.
    pub span: Range<usize>,
    /// Short text beside the marked place. May be empty.
    pub text: String,
}

impl Label {
    /// Line and column where the marked place starts, from 1.
    #[must_use]
    pub fn start(&self) -> (usize, usize) {
        self.source.line_column(self.source.clamp(&self.span).start)
    }

    /// Line and column behind its last character, from 1.
    #[must_use]
    pub fn end(&self) -> (usize, usize) {
        self.source.line_column(self.source.clamp(&self.span).end)
    }
}

/// One problem.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What kind of problem.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The problem in one line.
    pub message: String,
    /// Where it is. `None` for a problem without a place in a text, such as an unreadable folder; then `path`
    /// is set.
    pub primary: Option<Label>,
    /// Other places that explain it.
    pub secondary: Vec<Label>,
    /// Path of the file or folder where there is no text to point into, as it is shown.
    pub path: Option<String>,
    /// Reasons, one entry each; may have several lines.
    pub notes: Vec<String>,
    /// What to do next, one entry each; may have several lines.
    pub helps: Vec<String>,
}

impl Diagnostic {
    /// A problem of the severity that its code has. Give it a place with [`at`](Self::at) or [`at_path`](Self::at_path).
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity,
            message: message.into(),
            primary: None,
            secondary: Vec::new(),
            path: None,
            notes: Vec::new(),
            helps: Vec::new(),
        }
    }

    /// An error, whatever the code's severity.
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, ..Self::new(code, message) }
    }

    /// A warning, whatever the code's severity.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::new(code, message) }
    }

    /// Sets the place, with a short text beside it.
    #[must_use]
    pub fn at(mut self, source: &Arc<SourceText>, span: Range<usize>, text: impl Into<String>) -> Self {
        self.primary = Some(Label { source: Arc::clone(source), span, text: text.into() });
        self
    }

    /// Sets the path for a problem that has no place in a text.
    #[must_use]
    pub fn at_path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Adds a place that explains the problem.
    #[must_use]
    pub fn also(mut self, source: &Arc<SourceText>, span: Range<usize>, text: impl Into<String>) -> Self {
        self.secondary.push(Label { source: Arc::clone(source), span, text: text.into() });
        self
    }

    /// Adds a reason.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Adds a next step.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.helps.push(help.into());
        self
    }

    /// Path of the file or folder it is about, as it is shown. Empty where neither a place nor a path was
    /// set.
    #[must_use]
    pub fn file(&self) -> &str {
        match (&self.primary, &self.path) {
            (Some(label), _) => label.source.path(),
            (None, Some(path)) => path,
            (None, None) => "",
        }
    }

    /// Line and column from 1, where it has a place in a text.
    #[must_use]
    pub fn line_column(&self) -> Option<(usize, usize)> {
        self.primary.as_ref().map(Label::start)
    }

    /// Line and column behind the last marked character, from 1, where it has a place in a text.
    #[must_use]
    pub fn end_line_column(&self) -> Option<(usize, usize)> {
        self.primary.as_ref().map(Label::end)
    }

    pub(super) fn offset(&self) -> usize {
        self.primary.as_ref().map_or(0, |label| label.span.start)
    }
}
