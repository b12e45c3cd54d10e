use super::program::{Product, Program};
use super::run::run;
use super::surroundings::Surroundings;
use crate::credentials::ProcessEnvironment;
use std::io::IsTerminal;
use std::process::ExitCode;
use std::sync::Arc;

/// Runs the command line with the arguments, the environment and the streams of this process: all that a generated
/// crate's program does.
///
/// The exit codes are those of [`run`].
pub fn main(version: &'static str, products: &[Product]) -> ExitCode {
    let width = std::io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    let surroundings = Surroundings {
        environment: Arc::new(ProcessEnvironment),
        stdin: &mut std::io::stdin(),
        stdout: &mut anstream::stdout().lock(),
        stderr: &mut anstream::stderr().lock(),
        width: width.map(|(width, _)| usize::from(width.0)),
        configure: &|config| config,
    };
    run(&Program { version, products }, std::env::args_os().skip(1), surroundings).into()
}
