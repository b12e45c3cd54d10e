use super::failure::{self, Failure};
use super::help::Help;
use super::operation_command;
use super::options::Options;
use super::program::{NAME, Product, Program};
use super::root_command::{self, COMPLETIONS};
use super::surroundings::Surroundings;
use super::{call, complete, listing, usage};
use crate::operation::Descriptor;
use crate::suggest::did_you_mean;
use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{ArgMatches, Command, FromArgMatches};
use std::ffi::OsString;

/// Help is not wider than this: long lines are hard to read.
const WIDEST: usize = 120;
const USUAL: usize = 100;

/// Does what the arguments say and returns the exit code. `arguments` begin behind the program's name.
///
/// 0: all is well. 1: the service refused. 2: the arguments are wrong. 3: there was no answer. 4: the reply cannot be
/// read. 5: no credentials, or a configuration that cannot work.
pub fn run(
    program: &Program<'_>,
    arguments: impl IntoIterator<Item = OsString>,
    mut surroundings: Surroundings<'_>,
) -> u8 {
    let outcome = dispatch(program, arguments.into_iter().collect(), &mut surroundings);
    let outcome = outcome.and_then(|()| Ok(surroundings.stdout.flush()?));
    let Err(failure) = outcome else { return failure::OK };
    if let Some(line) = failure.line() {
        // Nothing can be done where even standard error is closed.
        let _ = writeln!(surroundings.stderr, "\u{1b}[1;31merror\u{1b}[0m: {line}");
    }
    failure.exit_code()
}

fn dispatch(
    program: &Program<'_>,
    arguments: Vec<OsString>,
    surroundings: &mut Surroundings<'_>,
) -> Result<(), Failure> {
    if let Some(shell) = surroundings.environment.var(complete::VARIABLE).filter(|shell| !shell.is_empty()) {
        return complete::answer(program, &shell, arguments, surroundings);
    }
    let matches = parse(root_command::command(program), arguments, NAME, surroundings)?;
    let Some(matches) = matches else { return Ok(()) };
    let options = Options::from_arg_matches(&matches).unwrap_or_default();
    let Some((word, rest)) = matches.subcommand() else { return Err(Failure::NoCommand) };
    let Some(product) = program.products.iter().find(|product| product.module == word) else {
        let shell = rest.get_one::<String>("shell").map(String::as_str).unwrap_or_default();
        debug_assert_eq!(word, COMPLETIONS, "the only other command");
        return complete::script(shell, surroundings);
    };
    match rest.subcommand() {
        Some((operation, rest)) => {
            let operation = find(product, operation)?;
            let rest = rest.get_many::<OsString>("").into_iter().flatten().cloned().collect();
            one(product, operation, options, rest, surroundings)
        }
        None => {
            let word = rest.get_one::<String>("help").map(String::as_str).unwrap_or_default();
            match product.operations.iter().find(|operation| operation.name() == word) {
                Some(operation) => one(product, operation, options, vec!["--help".into()], surroundings),
                None => list(product, word, surroundings),
            }
        }
    }
}

/// One operation: its help, or a call.
fn one(
    product: &Product,
    operation: &'static Descriptor,
    options: Options,
    arguments: Vec<OsString>,
    surroundings: &mut Surroundings<'_>,
) -> Result<(), Failure> {
    let help = Help::new(product.help).operation(operation.name());
    let command = operation_command::command(product, operation, &help);
    let name = format!("{NAME} {} {}", product.module, operation.name());
    let Some(matches) = parse(command, arguments, &name, surroundings)? else { return Ok(()) };
    let options = options.under(Options::from_arg_matches(&matches).unwrap_or_default());
    if let Some(conflict) = options.conflict() {
        return Err(Failure::Usage(conflict.to_owned()));
    }
    let parameters = super::parameters::collect(operation, &help, &options, &matches, surroundings)?;
    call::call(product, operation, parameters, &options, surroundings)
}

fn find(product: &Product, name: &str) -> Result<&'static Descriptor, Failure> {
    let names = product.operations.iter().map(|operation| operation.name());
    product.operations.iter().copied().find(|operation| operation.name() == name).ok_or_else(|| {
        let hint = did_you_mean(name, names);
        let (module, name) = (product.module, name.escape_debug());
        Failure::Usage(format!(
            "{module} has no operation `{name}`{hint}; `{NAME} {module} --help WORD` lists those with a word"
        ))
    })
}

fn list(product: &Product, word: &str, surroundings: &mut Surroundings<'_>) -> Result<(), Failure> {
    let Some(text) = listing::operations(product, word, width(surroundings)) else {
        let message = format!("{} has no operation with `{}`", product.module, word.escape_debug());
        return Err(Failure::Usage(message));
    };
    Ok(surroundings.stdout.write_all(shown(&text).as_bytes())?)
}

/// `None` where the arguments asked for help, which is printed.
fn parse(
    command: Command,
    arguments: Vec<OsString>,
    name: &str,
    surroundings: &mut Surroundings<'_>,
) -> Result<Option<ArgMatches>, Failure> {
    let mut command = command.term_width(width(surroundings));
    let error = match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => return Ok(Some(matches)),
        Err(error) => error,
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            surroundings.stdout.write_all(shown(&error.render()).as_bytes())?;
            Ok(None)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = surroundings.stderr.write_all(shown(&error.render()).as_bytes());
            Err(Failure::NoCommand)
        }
        _ => Err(Failure::Usage(usage::line(&error, &command, name))),
    }
}

/// Help with its colours, and without the blanks that its indentation leaves on empty lines.
fn shown(help: &StyledStr) -> String {
    let text = help.ansi().to_string();
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn width(surroundings: &Surroundings<'_>) -> usize {
    surroundings.width.map_or(USUAL, |width| width.min(WIDEST))
}
