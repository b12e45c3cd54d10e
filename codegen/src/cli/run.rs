use super::arguments::{Arguments, Command};
use super::exit::{self, Status};
use super::{check, dump, generate, terminal};
use clap::Parser;
use std::process::ExitCode;

/// Runs the command that the arguments of this process ask for. Wrong arguments and `--help` end the process.
#[must_use]
pub fn run() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Generate(arguments) => generate::run(arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Dump(arguments) => dump::run(&arguments),
    };
    let status = result.unwrap_or_else(|error| {
        terminal::error(&error);
        Status::of(&error)
    });
    exit::code(status)
}
