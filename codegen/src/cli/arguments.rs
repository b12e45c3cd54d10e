use super::runtime;
use crate::Runtime;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::num::NonZero;
use std::path::PathBuf;

/// Generates typed Rust clients for Alibaba Cloud from YAML.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the crate, or with --check tell what would change
    Generate(Generate),
    /// Check the spec files and write nothing
    Check(Spec),
    /// Print the resolved model
    Dump(Dump),
}

#[derive(Args, Debug)]
pub(super) struct Spec {
    /// Folder of the spec files
    #[arg(long = "spec", value_name = "DIR", default_value = "spec")]
    pub(super) folder: PathBuf,
}

#[derive(Args, Debug)]
pub(super) struct Generate {
    #[command(flatten)]
    pub(super) spec: Spec,
    /// Folder to write to
    #[arg(long, value_name = "DIR", default_value = "generated-sdk")]
    pub(super) out: PathBuf,
    /// Write nothing; list the files that are missing, stale or orphaned, and exit with 1 if there are any
    #[arg(long)]
    pub(super) check: bool,
    /// Only operations that match, as `module/Operation` or `Operation`; may be repeated
    #[arg(long, value_name = "GLOB")]
    pub(super) only: Vec<String>,
    /// Number of threads; the output does not depend on it [default: number of processors]
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZero<usize>>,
    /// Folder or published version of the runtime that the emitted crate depends on
    /// [default: the folder `runtime` where it lies in this workspace, else the version of this program]
    #[arg(long, value_name = "PATH|VERSION", value_parser = runtime::parse)]
    pub(super) runtime: Option<Runtime>,
    /// Name of the emitted package
    #[arg(long, value_name = "NAME", default_value = "alicloud-sdk")]
    pub(super) package: String,
}

#[derive(Args, Debug)]
pub(super) struct Dump {
    #[command(flatten)]
    pub(super) spec: Spec,
    /// Format of the output
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub(super) format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Format {
    /// JSON, as docs/dump.md describes it
    Json,
}
