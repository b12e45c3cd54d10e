//! `BENCHMARKS.md` and its charts: results of areas in, files out.

mod chart;
mod machine;
mod markdown;
mod results;
mod text;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use machine::Machine;
pub(crate) use results::{Outcome, Run, Settings, read, store};
pub(crate) use write::write;
