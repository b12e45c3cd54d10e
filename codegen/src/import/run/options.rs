use crate::import::fetch::{Limits, PORTAL};
use std::path::PathBuf;

/// What to import, and where to.
#[derive(Clone, Debug)]
pub struct Import {
    /// Files, folders, addresses, or products with their versions.
    pub sources: Vec<String>,
    /// The same document in another language, for its texts: a file or an address. For a single document alone.
    pub docs: Option<String>,
    /// The spec folder.
    pub out: PathBuf,
    /// Globs over `module/Operation` and over the operation's name alone; empty means all.
    pub only: Vec<String>,
    /// Whether imported files that were edited since are overwritten.
    pub replace: bool,
    /// The portal that products are taken from.
    pub portal: String,
    /// Threads to use, at least one. The output does not depend on it.
    pub jobs: usize,
    /// Whether nothing is written.
    pub check: bool,
    /// Limits of documents.
    pub limits: Limits,
}

impl Default for Import {
    fn default() -> Self {
        Self {
            sources: Vec::new(),
            docs: None,
            out: PathBuf::from("spec"),
            only: Vec::new(),
            replace: false,
            portal: PORTAL.to_owned(),
            jobs: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            check: false,
            limits: Limits::default(),
        }
    }
}
