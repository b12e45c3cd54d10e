use super::{Diagnostic, Severity};
use super::{json, render, sarif};

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

    /// Number of problems of one severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Makes errors of all warnings. Notes stay what they are.
    pub fn deny_warnings(&mut self) {
        for diagnostic in &mut self.found {
            if diagnostic.severity == Severity::Warning {
                diagnostic.severity = Severity::Error;
            }
        }
    }

    /// Drops the problems that a condition does not hold for.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(keep);
    }

    /// All of them, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
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

    /// The report as JSON, in the form that `docs/check-formats.md` describes. A report without problems is an object as well.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::report(self)
    }

    /// The report as SARIF 2.1.0, which code hosts and editors read. A report without problems is an object as well.
    #[must_use]
    pub fn to_sarif(&self) -> String {
        sarif::report(self)
    }

    /// The closing line, for example `3 problems in 2 files`. Empty if there is nothing to report.
    #[must_use]
    pub fn summary(&self) -> String {
        render::summary(&self.sorted())
    }
}
