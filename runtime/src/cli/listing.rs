use super::help::{Help, OperationHelp};
use super::program::{NAME, Product};
use super::root_command::common;
use clap::Command;
use clap::builder::StyledStr;
use std::collections::BTreeMap;

/// The operations of a product with their summaries, all or those that have a word in name or summary.
pub(super) fn operations(product: &Product, word: &str, width: usize) -> Option<StyledStr> {
    let help = Help::new(product.help);
    let summaries: BTreeMap<String, OperationHelp> =
        help.operations().map(|operation| (operation.name().to_owned(), operation)).collect();
    let word = word.to_lowercase();
    let has = |text: &str| text.to_lowercase().contains(&word);
    let found: Vec<Command> = product
        .operations
        .iter()
        .map(|operation| (operation.name(), summaries.get(operation.name())))
        .map(|(name, texts)| (name, texts.map(summary).unwrap_or_default()))
        .filter(|(name, summary)| has(name) || has(summary))
        .map(|(name, summary)| Command::new(name).about(summary))
        .collect();
    if found.is_empty() {
        return None;
    }
    let name = format!("{NAME} {}", product.module);
    let mut command = common(Command::new(product.module))
        .bin_name(&name)
        .about(format!("{}, version {}", help.title(), product.product.version()))
        .override_usage(format!(
            "{name} OPERATION [PARAMETERS] [OPTIONS]\n       {name} OPERATION --help\n       {name} --help WORD"
        ))
        .disable_help_flag(true)
        .subcommand_help_heading("Operations")
        .subcommands(found)
        .term_width(width);
    Some(command.render_help())
}

/// The first paragraph, on one line.
fn summary(help: &OperationHelp) -> String {
    let summary = help.summary();
    let summary = summary.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    match help.deprecated() {
        Some(_) => format!("{summary} (deprecated)"),
        None => summary,
    }
}
