use crate::operation::{Kind, Parameter, Style};
use serde_json::{Number, Value};

/// The value of a parameter from the texts that it was given as, by its type.
///
/// # Errors
/// What is wrong with them, to be put behind the parameter's name. No text is shown: it may be a secret.
pub(super) fn read(parameter: &Parameter, item: Option<Kind>, texts: &[String]) -> Result<Value, String> {
    match (parameter.kind(), texts) {
        (Kind::Array, [text]) if text.trim_start().starts_with('[') => {
            json(text, Value::is_array, "a JSON list")
        }
        (Kind::Array, texts) => list(parameter.style(), item.unwrap_or(Kind::String), texts),
        (kind, [text]) => scalar(kind, text),
        _ => Err("is given more than once, and is no list".to_owned()),
    }
}

fn list(style: Style, item: Kind, texts: &[String]) -> Result<Value, String> {
    let items: Vec<&str> = match texts {
        // What holds no comma can be told from its neighbour, and so can what loses its commas on the wire anyway.
        [text] if item != Kind::String || style == Style::Simple => text.split(',').map(str::trim).collect(),
        [text] if text.contains(',') => {
            return Err("may be one item or several: repeat the flag for each, or give a JSON list such as \
                        '[\"a,b\",\"c\"]'"
                .to_owned());
        }
        texts => texts.iter().map(String::as_str).collect(),
    };
    items.into_iter().map(|text| scalar(item, text)).collect()
}

fn scalar(kind: Kind, text: &str) -> Result<Value, String> {
    match kind {
        Kind::String => Ok(Value::from(text)),
        Kind::Integer => {
            text.parse::<i32>().map(Value::from).map_err(|_| "must be a 32-bit integer".to_owned())
        }
        Kind::Long => text.parse::<i64>().map(Value::from).map_err(|_| "must be a 64-bit integer".to_owned()),
        Kind::Float | Kind::Double => number(text).ok_or_else(|| "must be a number".to_owned()),
        Kind::Boolean => {
            text.parse::<bool>().map(Value::from).map_err(|_| "must be true or false".to_owned())
        }
        Kind::Object | Kind::Map => json(text, Value::is_object, "a JSON object"),
        Kind::Array => json(text, Value::is_array, "a JSON list"),
        Kind::Any => json(text, |_| true, "JSON; a text has double quotes, as in '\"text\"'"),
        Kind::Binary | Kind::Byte => {
            Err("is bytes, which the command line cannot carry: write a program".to_owned())
        }
    }
}

/// Digits stay as they are where JSON can hold them.
fn number(text: &str) -> Option<Value> {
    if let Ok(number) = serde_json::from_str::<Number>(text) {
        return Some(Value::Number(number));
    }
    Number::from_f64(text.parse().ok()?).map(Value::Number)
}

fn json(text: &str, fits: impl Fn(&Value) -> bool, what: &str) -> Result<Value, String> {
    serde_json::from_str(text).ok().filter(fits).ok_or_else(|| format!("must be {what}"))
}
