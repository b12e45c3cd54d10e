use super::arguments::{Arguments, Command};
use super::exit::{self, Status};
use super::{check, dump, explain, fmt, generate, import, new, schema, terminal};
use clap::Parser;
use std::process::ExitCode;

/// Runs the command that the arguments of this process ask for. Wrong arguments and `--help` end the process.
#[must_use]
pub fn run() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Generate(arguments) => generate::run(arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Dump(arguments) => dump::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Import(arguments) => import::run(arguments),
        Command::Fmt(arguments) => fmt::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
    };
    let status = result.unwrap_or_else(|error| {
        terminal::error(&error);
        Status::of(&error)
    });
    exit::code(status)
}
