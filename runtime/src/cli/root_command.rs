use super::help::Help;
use super::options::Options;
use super::program::{NAME, Product, Program};
use clap::builder::Styles;
use clap::builder::styling::AnsiColor;
use clap::{Arg, ArgAction, Args, Command};

/// The word that prints a completion script.
pub(super) const COMPLETIONS: &str = "completions";

const SHELLS: [&str; 3] = ["bash", "zsh", "fish"];

/// The command as far as the product. What stands behind the operation is not looked at.
pub(super) fn command(program: &Program<'_>) -> Command {
    let options = Options::augment_args(Command::new(NAME));
    let options = options.get_arguments().cloned().map(|option| option.global(true));
    let command = common(Command::new(NAME))
        .version(program.version)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .about("Calls operations of Alibaba Cloud")
        .after_help(format!(
            "`{NAME} PRODUCT --help` lists the operations of a product, `{NAME} PRODUCT OPERATION --help` says what one \
             takes."
        ))
        .subcommand_value_name("PRODUCT")
        .subcommand_help_heading("Products")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .args(options)
        .arg(help_flag())
        .arg(version_flag())
        .subcommands(program.products.iter().map(product));
    let is_taken = program.products.iter().any(|product| product.module == COMPLETIONS);
    if is_taken { command } else { command.subcommand(completions()) }
}

/// What all commands here have in common.
pub(super) fn common(command: Command) -> Command {
    let heading = AnsiColor::Green.on_default().bold();
    let literal = AnsiColor::Cyan.on_default().bold();
    let styles = Styles::styled().header(heading).usage(heading).literal(literal);
    command.no_binary_name(true).disable_help_subcommand(true).styles(styles)
}

/// As clap's own, and below the other options.
pub(super) fn help_flag() -> Arg {
    let flag = Arg::new("help").long("help").short('h').action(ArgAction::Help);
    flag.help("Print help; -h prints less").help_heading("Options")
}

fn version_flag() -> Arg {
    let flag = Arg::new("version").long("version").short('V').action(ArgAction::Version);
    flag.help("Print the version").help_heading("Options")
}

/// What is behind the product is read when the product is known.
fn product(product: &Product) -> Command {
    let title = Help::new(product.help).title();
    let title = if title.is_empty() { product.product.code().to_owned() } else { title };
    let word = Arg::new("help").long("help").short('h').value_name("WORD").num_args(0..=1);
    Command::new(product.module)
        .about(format!("{title}, version {}", product.product.version()))
        .disable_help_flag(true)
        .arg(
            word.action(ArgAction::Set)
                .default_missing_value("")
                .help("List the operations, or those with a word"),
        )
        .allow_external_subcommands(true)
}

fn completions() -> Command {
    let shell = Arg::new("shell").value_name("SHELL").value_parser(SHELLS).required(true);
    Command::new(COMPLETIONS).about("Print the script that completes commands in a shell").arg(shell)
}
