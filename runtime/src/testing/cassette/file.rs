use crate::error::{Error, ErrorKind};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const FORMAT: &str = "alicloud recording 1";

/// Writes a recording. Either all of it is there afterwards, or what was there before.
///
/// # Errors
/// [`ErrorKind::Configuration`], with path and cause.
pub(super) fn write(path: &Path, exchanges: &[Value]) -> Result<(), Error> {
    let failed = |error: std::io::Error| {
        let message = format!("the recording `{}` cannot be written: {error}", path.display());
        Error::builder(ErrorKind::Configuration).message(message).source(error).build()
    };
    let document = json!({ "format": FORMAT, "exchanges": exchanges });
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    fs::write(&part, format!("{document:#}\n")).map_err(failed)?;
    fs::rename(&part, path).map_err(|error| {
        // It is of no use to anybody; that it stays would be a smaller problem than the one to be told.
        let _ = fs::remove_file(&part);
        failed(error)
    })
}

/// Reads a recording: its exchanges, in order.
///
/// # Errors
/// [`ErrorKind::Configuration`], with path and cause.
pub(super) fn read(path: &Path) -> Result<Vec<Value>, Error> {
    let failed = |what: String| {
        let message = format!("the recording `{}` cannot be read: {what}", path.display());
        Error::builder(ErrorKind::Configuration).message(message)
    };
    let text = fs::read_to_string(path).map_err(|error| failed(error.to_string()).source(error).build())?;
    let mut document: Value =
        serde_json::from_str(&text).map_err(|error| failed(error.to_string()).source(error).build())?;
    if document.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(failed(format!("it does not say that its format is `{FORMAT}`; record it anew")).build());
    }
    match document.get_mut("exchanges").map(Value::take) {
        Some(Value::Array(exchanges)) => Ok(exchanges),
        _ => Err(failed("it has no list of `exchanges`; record it anew".to_owned()).build()),
    }
}
