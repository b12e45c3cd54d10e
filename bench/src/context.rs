//! What all areas share: where to work, how often to measure, and where the facts come from.

use std::path::PathBuf;

/// The settings of one run.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    /// The repository.
    pub(crate) root: PathBuf,
    /// Where everything is made: below the target folder, kept between runs for what is installed there.
    pub(crate) work: PathBuf,
    /// Where peers are installed and built.
    pub(crate) tools: PathBuf,
    /// Where crates go whose generation is measured.
    pub(crate) out: PathBuf,
    /// A folder with official metadata (`<product>/<version>/api-docs.zh.json` with `api-docs.en.json`), for what needs hundreds of
    /// operations.
    pub(crate) corpus: Option<PathBuf>,
    /// How often a short measurement is repeated. What takes minutes is measured once.
    pub(crate) rounds: usize,
}

#[cfg(test)]
impl Context {
    /// The settings of one round in a repository that is this folder.
    pub(crate) fn of_tests(root: &std::path::Path) -> Self {
        let work = root.join("target/bench");
        let (tools, out) = (work.join("tools"), work.join("out"));
        Self { root: root.to_owned(), work, tools, out, corpus: None, rounds: 1 }
    }
}
