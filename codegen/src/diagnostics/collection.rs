use super::render;
use super::{Diagnostic, Severity};
use std::collections::BTreeSet;

/// The problems of a run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds several problems.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(diagnostics);
    }

    /// Whether there is nothing to report.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Number of problems of any severity.
    #[must_use]
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether one of them is an error, so that nothing can be generated.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// All of them by file, then by place, then by code.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.found.iter().collect();
        sorted.sort_by_key(|diagnostic| (diagnostic.file(), diagnostic.offset(), diagnostic.code.id));
        sorted
    }

    /// The report without colours, for files, tests and pipes. Empty if there is nothing to report.
    #[must_use]
    pub fn render_plain(&self) -> String {
        render::report(&self.sorted(), render::Look::Plain)
    }

    /// The report with ANSI colours. Empty if there is nothing to report.
    #[must_use]
    pub fn render_styled(&self) -> String {
        render::report(&self.sorted(), render::Look::Styled)
    }

    /// The closing line, for example `3 problems in 2 files`. Empty if there is nothing to report.
    #[must_use]
    pub fn summary(&self) -> String {
        let files: BTreeSet<_> = self.found.iter().map(Diagnostic::file).collect();
        render::summary(self.found.len(), files.len())
    }
}
