use super::failure::Failure;
use super::help::OperationHelp;
use super::operation_command;
use super::options::Options;
use super::surroundings::Surroundings;
use super::value;
use crate::operation::Descriptor;
use crate::suggest::did_you_mean;
use clap::ArgMatches;
use serde_json::{Map, Value};
use std::path::Path;

/// The parameters of a call: the object of `--params`, and in the place of its members those that have a flag or
/// `--param`.
///
/// # Errors
/// A value that is not of its type, an unknown name, a file that cannot be read or holds no object.
pub(super) fn collect(
    operation: &'static Descriptor,
    help: &OperationHelp,
    options: &Options,
    matches: &ArgMatches,
    surroundings: &mut Surroundings<'_>,
) -> Result<Value, Failure> {
    let mut collected = match &options.params {
        Some(from) => from_file(from, surroundings)?,
        None => Map::new(),
    };
    for (name, _) in &options.param {
        check_name(operation, name)?;
    }
    for (index, parameter) in operation.parameters().iter().enumerate() {
        let mut texts = operation_command::given(matches, index);
        let by_name = options.param.iter().filter(|(name, _)| name == parameter.name());
        texts.extend(by_name.map(|(_, text)| text.clone()));
        if texts.is_empty() {
            continue;
        }
        let item = help.parameter(parameter.name()).item();
        let value = value::read(parameter, item, &texts)
            .map_err(|problem| Failure::Usage(format!("parameter `{}` {problem}", parameter.name())))?;
        collected.insert(parameter.name().to_owned(), value);
    }
    Ok(Value::Object(collected))
}

fn check_name(operation: &Descriptor, name: &str) -> Result<(), Failure> {
    let names = || operation.parameters().iter().map(|parameter| parameter.name());
    if names().any(|known| known == name) {
        return Ok(());
    }
    let name = name.escape_debug().to_string();
    let message = format!("{} has no parameter `{name}`{}", operation.name(), did_you_mean(&name, names()));
    Err(Failure::Usage(message))
}

fn from_file(from: &str, surroundings: &mut Surroundings<'_>) -> Result<Map<String, Value>, Failure> {
    let mut text = String::new();
    let read = match from {
        "-" => surroundings.stdin.read_to_string(&mut text).map(drop),
        path => surroundings.environment.read(Path::new(path)).map(|read| text = read),
    };
    let unusable = |why: String| {
        let place =
            if from == "-" { "standard input".to_owned() } else { format!("`{}`", from.escape_debug()) };
        Failure::Usage(format!("`--params`: {place} {why}"))
    };
    read.map_err(|error| unusable(format!("cannot be read: {error}")))?;
    match serde_json::from_str(&text) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err(unusable("holds no JSON object".to_owned())),
        // Only line and column: the text around them may be a secret.
        Err(error) => {
            Err(unusable(format!("holds no JSON at line {}, column {}", error.line(), error.column())))
        }
    }
}
