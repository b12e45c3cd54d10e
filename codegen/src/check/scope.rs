use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::source::{SourceFile, Step};

/// The file whose rules are being applied, and where problems go.
pub(super) struct Scope<'a> {
    pub(super) file: &'a SourceFile,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Scope<'a> {
    pub(super) fn new(file: &'a SourceFile, diagnostics: &'a mut Diagnostics) -> Self {
        Self { file, diagnostics }
    }

    /// Reports a problem at the place that a path leads to.
    pub(super) fn report(&mut self, path: &[Step], label: &str, problem: Diagnostic) {
        self.push(problem.at(&self.file.source, self.file.place(path).mark, label));
    }

    /// Reports a problem that has its place already.
    pub(super) fn push(&mut self, problem: Diagnostic) {
        self.diagnostics.push(problem);
    }
}

/// A path with more steps behind it.
pub(super) fn below<const N: usize>(path: &[Step], more: [Step; N]) -> Vec<Step> {
    path.iter().cloned().chain(more).collect()
}
