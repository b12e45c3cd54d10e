use super::cause::{self, Cause};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::source::{SourceFile, Step};
use crate::spec::raw::Origin;
use std::collections::HashSet;

/// The file whose rules are being applied, and where problems go.
pub(super) struct Scope<'a> {
    pub(super) file: &'a SourceFile,
    /// Whether the file was imported. Then nobody can be asked to say more than the document does.
    pub(super) is_imported: bool,
    diagnostics: &'a mut Diagnostics,
    /// What waits for further reports of the same cause.
    waiting: Vec<(Cause, Diagnostic)>,
    /// Places of members and items whose type something speaks for.
    supported: HashSet<Vec<Step>>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(
        file: &'a SourceFile,
        origin: Option<&Origin>,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        let is_imported = origin.is_some();
        Self { file, is_imported, diagnostics, waiting: Vec::new(), supported: HashSet::new() }
    }

    /// Reports a problem at the place that a path leads to.
    pub(super) fn report(&mut self, path: &[Step], label: &str, problem: Diagnostic) {
        self.push(problem.at(&self.file.source, self.file.place(path).mark, label));
    }

    /// A problem with a further place of this file, where there is something at that path.
    pub(super) fn also(&self, problem: Diagnostic, path: &[Step], label: &str) -> Diagnostic {
        match self.has(path) {
            true => problem.also(&self.file.source, self.file.place(path).mark, label),
            false => problem,
        }
    }

    /// Whether the file has something at a path.
    pub(super) fn has(&self, path: &[Step]) -> bool {
        self.file.tree.as_ref().is_some_and(|tree| tree.at(path).is_some())
    }

    /// Reports a problem that has its place already, together with all others of its cause.
    pub(super) fn because(&mut self, cause: Cause, problem: Diagnostic) {
        self.waiting.push((cause, problem));
    }

    /// Whether something waits, so that it matters what speaks for a type.
    pub(super) fn has_causes(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Notes that something speaks for the type of the member or item at a path.
    pub(super) fn support(&mut self, path: Vec<Step>) {
        self.supported.insert(path);
    }

    /// Reports a problem that has its place already.
    pub(super) fn push(&mut self, problem: Diagnostic) {
        self.diagnostics.push(problem);
    }
}

impl Drop for Scope<'_> {
    fn drop(&mut self) {
        self.diagnostics.extend(cause::merge(std::mem::take(&mut self.waiting), &self.supported));
    }
}

/// A path with more steps behind it.
pub(super) fn below<const N: usize>(path: &[Step], more: [Step; N]) -> Vec<Step> {
    path.iter().cloned().chain(more).collect()
}
