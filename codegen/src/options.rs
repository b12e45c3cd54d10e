//! What all front ends share: the library, build scripts and the command line.

use std::path::PathBuf;

/// Where the emitted manifest finds the runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// A folder, relative to the working directory or absolute.
    Path(PathBuf),
    /// A published version, for example `0.1.0`.
    Version(String),
}

impl Default for Runtime {
    /// The version that this generator was released with.
    fn default() -> Self {
        Self::Version(env!("CARGO_PKG_VERSION").to_owned())
    }
}

/// What is emitted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// A whole crate that stands alone: manifest, sources, tests.
    #[default]
    Crate,
    /// Modules below one file to include, for build scripts.
    Modules,
}

/// Where emitted code finds the runtime: its crate.
pub(crate) const RUNTIME_PATH: &str = "alicloud_runtime";

/// Settings of a run.
#[derive(Clone, Debug)]
pub struct Options {
    /// Folder of the spec files.
    pub spec: PathBuf,
    /// Folder to write to.
    pub out: PathBuf,
    /// Globs over `module/Operation` and over the operation's name alone; empty means all.
    pub only: Vec<String>,
    /// Threads to use, at least one. The output does not depend on it.
    pub jobs: usize,
    /// What the emitted manifest depends on.
    pub runtime: Runtime,
    /// What is emitted.
    pub layout: Layout,
    /// Name of the emitted package.
    pub package: String,
    /// Path of the runtime in emitted modules, such as `alicloud_runtime` or `crate::vendored::runtime`.
    pub runtime_path: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            spec: PathBuf::from("spec"),
            out: PathBuf::from("generated-sdk"),
            only: Vec::new(),
            jobs: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            runtime: Runtime::default(),
            layout: Layout::default(),
            package: "alicloud-sdk".to_owned(),
            runtime_path: RUNTIME_PATH.to_owned(),
        }
    }
}
