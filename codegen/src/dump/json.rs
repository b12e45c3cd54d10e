use super::document::Document;
use crate::error::Error;
use crate::model::Model;
use std::io;
use std::path::Path;

/// The model as indented JSON with a line break at its end. The same model gives the same text.
///
/// # Errors
/// None that is known: nothing in the document is without a JSON form.
pub fn json(model: &Model) -> Result<String, Error> {
    let text = serde_json::to_string_pretty(&Document::of(model));
    let mut text = text.map_err(|error| Error::io("dump", Path::new("model"), io::Error::other(error)))?;
    text.push('\n');
    Ok(text)
}
