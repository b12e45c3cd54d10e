use crate::error::Error;
use crate::import::corrections::Applied;
use crate::import::lower::Skipped;
use crate::import::metadata::{Finding, Refusal};
use crate::import::write::Plan;

/// What an import did.
#[derive(Debug)]
pub struct Report {
    /// What became of each document, sorted by product and version; those that were not imported come last.
    pub documents: Vec<Document>,
    /// Whether nothing was written.
    pub is_check: bool,
}

/// A document and what became of it.
#[derive(Debug)]
pub struct Document {
    /// How it is called: its file or address, or product and version.
    pub shown: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a document.
#[derive(Debug)]
pub enum Outcome {
    /// It was imported.
    Done(Box<Done>),
    /// None of its operations was asked for.
    NotWanted,
    /// It describes a product whose requests are signed in a way of their own.
    Gateway(Refusal),
    /// It is no document that can be read.
    Refused(Refusal),
    /// Something else is in the way.
    Failed(Error),
}

/// A document that was imported.
#[derive(Debug)]
pub struct Done {
    /// Product code.
    pub product: String,
    /// API version.
    pub version: String,
    /// Its folder below the spec folder.
    pub folder: String,
    /// Number of operations that were asked for and can be imported.
    pub operations: usize,
    /// Operations that need something that is not supported.
    pub skipped: Vec<Skipped>,
    /// Lists of valid values that stood in prose alone.
    pub values_found: usize,
    /// Sample replies of operations without a described reply.
    pub samples_left_out: usize,
    /// Corrections.
    pub applied: Applied,
    /// What was wrong with the document.
    pub findings: Vec<Finding>,
    /// What was done to the spec folder, or would be.
    pub plan: Plan,
}

impl Report {
    pub(crate) fn new(mut documents: Vec<Document>, is_check: bool) -> Self {
        documents.sort_by_cached_key(|document| match &document.outcome {
            Outcome::Done(done) => (0, done.product.to_ascii_lowercase(), done.version.clone()),
            _ => (1, document.shown.clone(), String::new()),
        });
        Self { documents, is_check }
    }

    /// The documents that were imported.
    pub fn done(&self) -> impl Iterator<Item = &Done> {
        self.documents.iter().filter_map(|document| match &document.outcome {
            Outcome::Done(done) => Some(&**done),
            _ => None,
        })
    }

    /// The errors that kept documents from being imported.
    pub fn errors(&self) -> impl Iterator<Item = &Error> {
        self.documents.iter().filter_map(|document| match &document.outcome {
            Outcome::Failed(error) => Some(error),
            _ => None,
        })
    }

    /// Whether something that should have been imported was not: a broken document, a correction that no longer applies. A product
    /// that cannot be imported by its nature is none, unless nothing else was imported.
    #[must_use]
    pub fn has_failures(&self) -> bool {
        let is_failure =
            |document: &Document| matches!(document.outcome, Outcome::Refused(_) | Outcome::Failed(_));
        self.documents.iter().any(is_failure) || (self.done().next().is_none() && !self.documents.is_empty())
    }

    /// Whether a file is created, changed or removed.
    #[must_use]
    pub fn has_changes(&self) -> bool {
        self.done()
            .map(|done| done.plan.counts())
            .any(|counts| counts.created + counts.changed + counts.removed > 0)
    }

    pub(crate) fn has_written(&self) -> bool {
        !self.is_check && self.has_changes()
    }
}
