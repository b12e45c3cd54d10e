use super::failure::Failure;
use super::help::Help;
use super::program::{NAME, Product, Program};
use super::surroundings::Surroundings;
use super::{operation_command, root_command};
use clap::Command;
use clap_complete::env::Shells;
use std::collections::BTreeMap;
use std::ffi::OsString;

/// Set by the completion scripts, to the name of the shell that asks.
pub(super) const VARIABLE: &str = "COMPLETE";

/// Prints the script that makes a shell ask this program for completions.
pub(super) fn script(shell: &str, surroundings: &mut Surroundings<'_>) -> Result<(), Failure> {
    let shells = Shells::builtins();
    let Some(completer) = shells.completer(shell) else { return Err(unknown(shell)) };
    Ok(completer.write_registration(VARIABLE, NAME, NAME, NAME, &mut surroundings.stdout)?)
}

/// Answers a shell: prints what could stand in the place of the word at the cursor. `arguments` are `--`, the program's
/// name and the words behind it.
pub(super) fn answer(
    program: &Program<'_>,
    shell: &str,
    arguments: Vec<OsString>,
    surroundings: &mut Surroundings<'_>,
) -> Result<(), Failure> {
    let words: Vec<OsString> = arguments.into_iter().skip_while(|word| word == "--").collect();
    if words.is_empty() {
        return script(shell, surroundings);
    }
    let shells = Shells::builtins();
    let Some(completer) = shells.completer(shell) else { return Err(unknown(shell)) };
    let mut command = command(program, &words);
    let folder = std::env::current_dir().ok();
    Ok(completer.write_complete(&mut command, words, folder.as_deref(), &mut surroundings.stdout)?)
}

/// The commands as far as these words go: the operations of one product, the parameters of one operation.
fn command(program: &Program<'_>, words: &[OsString]) -> Command {
    let command = root_command::command(program).no_binary_name(false);
    let mut words = words.iter().skip(1).filter_map(|word| word.to_str());
    let named = words.find_map(|word| program.products.iter().find(|product| product.module == word));
    let Some(product) = named else { return command };
    let operation = words.find(|word| product.operations.iter().any(|operation| operation.name() == *word));
    command.mut_subcommand(product.module, |command| command.subcommands(operations(product, operation)))
}

fn operations(product: &Product, asked: Option<&str>) -> Vec<Command> {
    let help = Help::new(product.help);
    if let Some(operation) = product.operations.iter().find(|operation| Some(operation.name()) == asked) {
        return vec![operation_command::command(product, operation, &help.operation(operation.name()))];
    }
    let summaries: BTreeMap<String, String> =
        help.operations().map(|operation| (operation.name().to_owned(), operation.summary())).collect();
    let summary = |name: &str| summaries.get(name).cloned().unwrap_or_default();
    let names = product.operations.iter().map(|operation| operation.name());
    names.map(|name| Command::new(name).about(summary(name))).collect()
}

fn unknown(shell: &str) -> Failure {
    Failure::Usage(format!(
        "no completions for the shell `{}`: there are bash, zsh and fish",
        shell.escape_debug()
    ))
}
