use super::help::{OperationHelp, ParameterHelp};
use super::options::Options;
use super::program::{NAME, Product};
use super::root_command;
use crate::operation::{Descriptor, Effect, Kind, Parameter};
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Args, Command, ValueHint};
use std::collections::BTreeSet;
use std::ffi::OsStr;

/// The command of one operation: a flag for each parameter, and the options of all calls.
pub(super) fn command(product: &Product, operation: &'static Descriptor, help: &OperationHelp) -> Command {
    let name = format!("{NAME} {} {}", product.module, operation.name());
    let command = root_command::common(Command::new(operation.name()))
        .bin_name(&name)
        .about(help.summary())
        .long_about(about(operation, help))
        .override_usage(usage(&name, operation))
        .args(flags(operation, help))
        .disable_help_flag(true)
        .after_long_help(after(help));
    // Each of them takes lines in the long help, and they are the same everywhere.
    let options = Options::augment_args(Command::new(NAME)).arg(root_command::help_flag());
    command.args(options.get_arguments().cloned().map(|option| option.hide_long_help(true)))
}

/// The texts that a parameter was given as.
pub(super) fn given(matches: &ArgMatches, index: usize) -> Vec<String> {
    let given = matches.try_get_many::<String>(&id(index)).ok().flatten();
    given.into_iter().flatten().cloned().collect()
}

fn id(index: usize) -> String {
    format!("parameter {index}")
}

/// A name that is an option of all calls, or that stands twice, has no flag: `--param` and `--params` give it.
fn flags(operation: &'static Descriptor, help: &OperationHelp) -> Vec<Arg> {
    let options = Options::augment_args(Command::new(NAME));
    let mut taken: BTreeSet<String> =
        options.get_arguments().filter_map(Arg::get_long).map(str::to_owned).collect();
    taken.extend(["help".to_owned(), "version".to_owned()]);
    let parameters = operation.parameters().iter().enumerate();
    let is_usable = |name: &str| !name.is_empty() && !name.starts_with('-') && !name.contains(['=', ' ']);
    parameters
        .filter(|(_, parameter)| is_usable(parameter.name()) && taken.insert(parameter.name().to_owned()))
        .map(|(index, parameter)| flag(index, parameter, help.parameter(parameter.name())))
        .collect()
}

fn flag(index: usize, parameter: &'static Parameter, help: ParameterHelp<'_>) -> Arg {
    let kind = parameter.kind();
    let (short, long) = texts(parameter, help);
    let arg = Arg::new(id(index))
        .long(parameter.name())
        .value_name(value_name(kind))
        .value_parser(Documented::new(help))
        .value_hint(ValueHint::Other)
        .allow_negative_numbers(true)
        .help(short)
        .long_help(long)
        .help_heading("Parameters");
    match kind {
        Kind::Boolean => arg.num_args(0..=1).default_missing_value("true"),
        Kind::Array => arg.action(ArgAction::Append),
        _ => arg,
    }
}

fn value_name(kind: Kind) -> &'static str {
    match kind {
        Kind::String => "TEXT",
        Kind::Integer | Kind::Long => "INTEGER",
        Kind::Float | Kind::Double => "NUMBER",
        Kind::Boolean => "true|false",
        Kind::Object | Kind::Map | Kind::Any => "JSON",
        Kind::Array => "LIST",
        Kind::Binary | Kind::Byte => "BYTES",
    }
}

/// The first paragraph alone, and everything.
fn texts(parameter: &Parameter, help: ParameterHelp<'_>) -> (String, String) {
    let text = help.text().unwrap_or_default();
    let first = text.split("\n\n").next().unwrap_or_default().to_owned();
    let mark = |text: &str| match (parameter.is_required(), text) {
        (true, "") => "Required.".to_owned(),
        (true, text) => format!("Required. {text}"),
        (false, text) => text.to_owned(),
    };
    let mut paragraphs = vec![mark(&text)];
    let facts = help.facts().join("\n");
    let fields = help.fields();
    if !facts.is_empty() {
        paragraphs.push(facts);
    }
    if !fields.is_empty() {
        paragraphs.push(format!("As JSON, with:\n  {}", fields.join("\n  ")));
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    (mark(&first), paragraphs.join("\n\n"))
}

fn about(operation: &Descriptor, help: &OperationHelp) -> String {
    let effect = match operation.effect() {
        Effect::Read => "Changes nothing.",
        Effect::Write => "May change something.",
    };
    let pages = operation.pagination().map(|_| "Answers page by page: --all-pages asks for all of them.");
    let facts: Vec<&str> = std::iter::once(effect).chain(pages).collect();
    let deprecated = help.deprecated().map(|note| format!("Deprecated: {note}"));
    let paragraphs = [Some(help.summary()), deprecated, help.description(), Some(facts.join(" "))];
    let paragraphs: Vec<String> = paragraphs.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    paragraphs.join("\n\n")
}

fn after(help: &OperationHelp) -> String {
    let options = format!("`{NAME} --help` tells the options of all calls, `-h` lists them.");
    help.documentation().map(|url| format!("{options}\n\nDocumentation: {url}")).unwrap_or(options)
}

fn usage(name: &str, operation: &Descriptor) -> String {
    let required = operation.parameters().iter().filter(|parameter| parameter.is_required());
    let required =
        required.map(|parameter| format!(" --{} <{}>", parameter.name(), value_name(parameter.kind())));
    format!("{name}{} [PARAMETERS] [OPTIONS]", required.collect::<String>())
}

/// Takes any text, and tells help and completion what is documented.
#[derive(Clone)]
struct Documented {
    values: Vec<PossibleValue>,
}

impl Documented {
    fn new(help: ParameterHelp<'_>) -> Self {
        let value = |(value, meaning): (String, Option<String>)| {
            let listed = PossibleValue::new(value);
            match meaning {
                Some(meaning) => listed.help(meaning),
                None => listed,
            }
        };
        Self { values: help.values().into_iter().map(value).collect() }
    }
}

impl TypedValueParser for Documented {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        if self.values.is_empty() {
            return None;
        }
        Some(Box::new(self.values.iter().cloned()))
    }
}
