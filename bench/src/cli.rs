//! The command line: which areas are measured, and what becomes of their results.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand, ValueEnum};

use crate::context::Context;
use crate::error::{Error, Result};
use crate::report::{self, Outcome, Run, Settings};
use crate::section::Section;
use crate::{calls, compile, decode, facts, filesystem, generation, growth};

/// Measures the generator, what it emits and the runtime beside what people use today, and writes `BENCHMARKS.md` with its charts.
#[derive(Debug, Parser)]
#[command(name = "alicloud-bench", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Measure this area alone. May be given several times; all areas unless given
    #[arg(long, value_name = "AREA")]
    only: Vec<Area>,
    /// How often a short measurement is repeated
    #[arg(long, value_name = "NUMBER", default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    rounds: usize,
    /// Folder with official metadata, `<product>/<version>/api-docs.zh.json` with `api-docs.en.json`; that of `ALICLOUD_CORPUS` unless given
    #[arg(long, value_name = "FOLDER")]
    corpus: Option<PathBuf>,
    /// Where everything is made and tools are installed; `bench` in the target folder unless given
    #[arg(long, value_name = "FOLDER")]
    work: Option<PathBuf>,
    /// Where crates go whose generation is measured, and are deleted in the end, such as a folder in memory; the work folder unless given
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Measure nothing: write the report of the kept results, and say which of them are of different runs
    #[arg(long, conflicts_with = "only")]
    report_only: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The server of the area `calls`, which runs as another process
    #[command(hide = true)]
    Serve,
    /// Writes the OpenAPI document of spec files, as another process
    #[command(hide = true)]
    Openapi {
        /// The spec files
        specs: PathBuf,
        /// The document
        out: PathBuf,
    },
}

/// The areas, in the order in which they are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Area {
    Generation,
    Compile,
    Decode,
    Calls,
    Growth,
}

impl Area {
    const ALL: [Self; 5] = [Self::Generation, Self::Compile, Self::Decode, Self::Calls, Self::Growth];

    /// As it is given on the command line.
    fn name(self) -> &'static str {
        match self {
            Self::Generation => "generation",
            Self::Compile => "compile",
            Self::Decode => "decode",
            Self::Calls => "calls",
            Self::Growth => "growth",
        }
    }

    fn run(self, context: &Context) -> Result<Section> {
        match self {
            Self::Generation => generation::run(context),
            Self::Compile => compile::run(context),
            Self::Decode => decode::run(context),
            Self::Calls => calls::run(context),
            Self::Growth => growth::run(context),
        }
    }
}

/// Runs the command with the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let ended = match arguments.command {
        Some(Command::Serve) => calls::serve(),
        Some(Command::Openapi { specs, out }) => facts::openapi(&specs, &out),
        None => context(&arguments).and_then(|context| run(&arguments, &context, Area::run)),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn context(arguments: &Arguments) -> Result<Context> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let work = arguments.work.clone().unwrap_or_else(|| target.join("bench"));
    // Programs are started in other folders.
    let made = |path: PathBuf| std::fs::create_dir_all(&path).and_then(|()| path.canonicalize());
    let work = made(work)?;
    let out = made(arguments.out.clone().unwrap_or_else(|| work.join("out")))?;
    let absolute = |path: &PathBuf| {
        path.canonicalize().map_err(|error| Error::new(format!("the corpus {}: {error}", path.display())))
    };
    let corpus = arguments.corpus.clone().or_else(|| std::env::var_os("ALICLOUD_CORPUS").map(PathBuf::from));
    let corpus = corpus.filter(|path| !path.as_os_str().is_empty()).as_ref().map(absolute).transpose()?;
    let tools = made(work.join("tools"))?;
    Ok(Context { root, tools, work, out, corpus, rounds: arguments.rounds })
}

/// `measure` is what measures an area.
fn run(
    arguments: &Arguments,
    context: &Context,
    measure: fn(Area, &Context) -> Result<Section>,
) -> Result<()> {
    let results = context.work.join("results");
    let names = Area::ALL.map(Area::name);
    if arguments.report_only {
        let outcomes = report::read(&results, names)?;
        if outcomes.is_empty() {
            return Err(Error::new("no results are kept"));
        }
        return report::write(context, &outcomes, &names);
    }
    let out = arguments.out.as_ref().map(|_| filesystem::kind(&context.out));
    let run = Run::begin(Settings { rounds: context.rounds, out });
    let mut outcomes = Vec::new();
    let mut failed = Vec::new();
    for area in Area::ALL {
        if !arguments.only.is_empty() && !arguments.only.contains(&area) {
            continue;
        }
        eprintln!("{}: begins", area.name());
        let begun = Instant::now();
        let section = measure(area, context).unwrap_or_else(|error| {
            eprintln!("{}: failed: {error}", area.name());
            failed.push(area.name());
            unmeasured(area, &error)
        });
        eprintln!("{}: took {:.0} s", area.name(), begun.elapsed().as_secs_f64());
        section.skipped.iter().for_each(|line| eprintln!("{}: skipped: {line}", area.name()));
        let outcome = Outcome { area: area.name().to_owned(), run: run.clone(), section };
        report::store(&results, &outcome)?;
        outcomes.push(outcome);
    }
    report::write(context, &outcomes, &names)?;
    match failed.is_empty() {
        true => Ok(()),
        false => Err(Error::new(format!("not measured: {}", failed.join(", ")))),
    }
}

/// What the report has of an area that failed.
fn unmeasured(area: Area, error: &Error) -> Section {
    let mut title = area.name().to_owned();
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    Section { title, skipped: vec![format!("the whole area: {}", error.reason())], ..Section::default() }
}

#[cfg(test)]
#[path = "cli_tests.rs"]
mod tests;
