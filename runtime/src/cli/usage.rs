use crate::suggest::did_you_mean;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

/// One line that says what is wrong with the arguments, and where help is.
pub(super) fn line(error: &clap::Error, command: &Command, name: &str) -> String {
    format!("{}; see `{name} --help`", problem(error, command))
}

fn problem(error: &clap::Error, command: &Command) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let given = context(ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => unknown(given, command),
        ErrorKind::InvalidSubcommand => {
            let word = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            unknown_product(word, command)
        }
        ErrorKind::ArgumentConflict => format!("`{}` is given more than once", flag(given)),
        ErrorKind::MissingSubcommand => "no product is named".to_owned(),
        ErrorKind::InvalidValue | ErrorKind::NoEquals | ErrorKind::TooFewValues
            if context(ContextKind::InvalidValue).is_none_or(str::is_empty) =>
        {
            format!("`{}` needs a value", flag(given))
        }
        ErrorKind::InvalidValue => format!("`{}` must be {}", flag(given), valid(error)),
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            format!("`{}` {why}", flag(given))
        }
        ErrorKind::MissingRequiredArgument => match error.get(ContextKind::InvalidArg) {
            Some(ContextValue::Strings(missing)) => format!("{} is missing", missing.join(" and ")),
            _ => "something is missing".to_owned(),
        },
        ErrorKind::InvalidUtf8 => "an argument is no UTF-8".to_owned(),
        _ => error.kind().to_string(),
    }
}

/// `--Name` of `--Name <TEXT>`, and `SHELL` of `<SHELL>`.
fn flag(shown: &str) -> String {
    let marks = [' ', '[', '<', '>'];
    shown.trim_start_matches(marks).split(marks).next().unwrap_or_default().escape_debug().to_string()
}

fn unknown(given: &str, command: &Command) -> String {
    let Some(name) = given.strip_prefix("--") else {
        return format!("unexpected argument `{}`", given.escape_debug());
    };
    let name = name.split('=').next().unwrap_or_default();
    let flags = command.get_arguments().filter_map(Arg::get_long);
    match crate::suggest::nearest(name, flags) {
        Some(near) => format!("unknown option `--{}` (did you mean `--{near}`?)", name.escape_debug()),
        None => format!("unknown option `--{}`", name.escape_debug()),
    }
}

fn unknown_product(word: &str, command: &Command) -> String {
    let hint = did_you_mean(word, command.get_subcommands().map(Command::get_name));
    format!("unknown product `{}`{hint}", word.escape_debug())
}

fn valid(error: &clap::Error) -> String {
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => values.join(" or "),
        _ => "another value".to_owned(),
    }
}
