use crate::diagnostics::Diagnostics;

/// What a run did. Paths are below the output folder, with `/`, sorted.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Outcome {
    /// Files that are new or had other contents.
    pub written: Vec<String>,
    /// Files that were right already; they were not touched.
    pub unchanged: Vec<String>,
    /// Files with the generator's header that are not emitted any more.
    pub removed: Vec<String>,
    /// Problems of the spec files that do not stop generation.
    pub warnings: Diagnostics,
    /// Whether nothing had to be done, since nothing changed after the last run: spec files, settings, generator and emitted files.
    pub is_up_to_date: bool,
}

/// How a folder differs from what would be emitted. Paths are below the output folder, with `/`, sorted.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Drift {
    /// Files that are not there.
    pub missing: Vec<String>,
    /// Files with other contents.
    pub stale: Vec<Stale>,
    /// Files with the generator's header that are not emitted any more.
    pub orphaned: Vec<String>,
    /// Files that are right.
    pub unchanged: Vec<String>,
    /// Problems of the spec files that do not stop generation.
    pub warnings: Diagnostics,
}

impl Drift {
    /// Number of files that are not as they should be.
    #[must_use]
    pub fn count(&self) -> usize {
        self.missing.len() + self.stale.len() + self.orphaned.len()
    }

    /// Whether all files are as they should be.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.count() == 0
    }
}

/// A file with other contents than it should have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// Its path.
    pub path: String,
    /// What it holds. Bytes that are not UTF-8 are replaced.
    pub found: String,
    /// What it should hold.
    pub expected: String,
}
