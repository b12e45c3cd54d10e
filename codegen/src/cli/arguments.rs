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
    Check(Check),
    /// Print the resolved model
    Dump(Dump),
    /// Say what the code of a problem means
    Explain(Explain),
    /// Write the skeleton of a new operation
    New(New),
    /// Write spec files from the official metadata
    Import(Import),
    /// Give the spec files their canonical form
    Fmt(Fmt),
    /// Print the JSON Schema of spec files, for editors
    Schema(Schema),
}

#[derive(Args, Debug)]
pub(super) struct Spec {
    /// Folder of the spec files
    #[arg(long = "spec", value_name = "DIR", default_value = "spec")]
    pub(super) folder: PathBuf,
}

#[derive(Args, Debug)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) spec: Spec,
    /// How problems are printed
    #[arg(long, value_enum, default_value_t = Report::Human)]
    pub(super) format: Report,
    /// Make errors of all warnings
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(super) deny: Option<Deny>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Report {
    /// With excerpts, to standard error
    Human,
    /// JSON to standard output, as docs/check-formats.md describes it
    Json,
    /// SARIF 2.1.0 to standard output
    Sarif,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    /// Problems that do not stop generation, except notes
    Warnings,
}

#[derive(Args, Debug)]
pub(super) struct Explain {
    /// The code, for example E0201; without it, all codes are listed
    pub(super) code: Option<String>,
    /// Print all of docs/diagnostics.md
    #[arg(long, conflicts_with = "code")]
    pub(super) markdown: bool,
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

#[derive(Args, Debug)]
pub(super) struct New {
    #[command(flatten)]
    pub(super) spec: Spec,
    /// Code or module of the product, for example Sas
    pub(super) product: String,
    /// Name of the operation, for example GetCheckSale
    pub(super) operation: String,
    /// API version, for example 2018-12-03; needed for a new product, and where a product has several
    #[arg(long, value_name = "VERSION")]
    pub(super) version: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct Fmt {
    #[command(flatten)]
    pub(super) spec: Spec,
    /// Write nothing; list the files that are not canonical, and exit with 1 if there are any
    #[arg(long)]
    pub(super) check: bool,
}

#[derive(Args, Debug)]
pub(super) struct Import {
    /// Documents: a file, a folder with files at `<product>/<version>/api-docs*.json`, an address, or a product and its version
    /// such as Sas@2018-12-03
    #[arg(required = true, value_name = "SOURCE")]
    pub(super) sources: Vec<String>,
    /// The same document in another language, for its texts: a file or an address
    #[arg(long, value_name = "FILE")]
    pub(super) docs: Option<String>,
    /// Folder of the spec files
    #[arg(long, value_name = "DIR", default_value = "spec")]
    pub(super) out: PathBuf,
    /// Only operations that match, as `module/Operation` or `Operation`; files of others stay as they are; may be repeated
    #[arg(long, value_name = "GLOB")]
    pub(super) only: Vec<String>,
    /// Overwrite imported files that were edited since; files written by hand stay in any case
    #[arg(long)]
    pub(super) replace: bool,
    /// Where products are taken from
    #[arg(long, value_name = "URL", default_value = crate::import::fetch::PORTAL)]
    pub(super) portal: String,
    /// Write nothing; list what would be created, changed or removed, and exit with 1 if anything would
    #[arg(long)]
    pub(super) check: bool,
    /// Name every operation, file and place that is otherwise counted
    #[arg(long)]
    pub(super) verbose: bool,
    /// Number of threads; the output does not depend on it [default: number of processors]
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZero<usize>>,
}

#[derive(Args, Debug)]
pub(super) struct Schema {
    /// Which files it describes
    #[arg(value_enum, default_value_t = SchemaOf::Operation)]
    pub(super) of: SchemaOf,
    /// Write the schemas of all kinds of files to this folder, and print none
    #[arg(long, value_name = "DIR", conflicts_with = "of")]
    pub(super) out: Option<PathBuf>,
    /// Write nothing; list the schemas in the folder that are missing or stale, and exit with 1 if there are any
    #[arg(long, requires = "out")]
    pub(super) check: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// product.yaml
    Product,
    /// The file of an operation
    Operation,
    /// The file of a shared shape
    Shape,
    /// corrections.yaml
    Corrections,
}
