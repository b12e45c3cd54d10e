//! Generates typed Rust clients for Alibaba Cloud from YAML.

mod build_script;
mod builder;
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod diagnostics;
pub mod dump;
mod error;
pub mod format;
mod generate;
mod hash;
pub mod import;
pub mod model;
pub mod naming;
mod options;
pub mod output;
mod parallel;
pub mod pipeline;
pub mod rust;
pub mod schema;
pub mod skeleton;
pub mod source;
pub mod spec;

pub use build_script::build;
pub use builder::{Builder, Checked};
pub use error::{Error, ErrorKind};
pub use options::{Layout, Options, Runtime};
pub use output::{Drift, Outcome};
