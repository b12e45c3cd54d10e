//! Measures the generator, what it emits and the runtime beside what people use today, and writes `BENCHMARKS.md`.
//!
//! Each area is one folder with one public function, `run`, which takes the context and gives a section.

#![forbid(unsafe_code)]

mod calls;
mod cli;
mod compile;
mod context;
mod decode;
mod error;
mod facts;
mod filesystem;
mod fresh;
mod generation;
mod growth;
mod in_process;
mod locked;
mod measure;
mod ours;
mod peers;
mod report;
mod section;
mod stats;

pub use cli::main;
