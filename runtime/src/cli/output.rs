use super::all_pages::Items;
use super::failure::Failure;
use super::options::Form;
use super::surroundings::Surroundings;
use super::{pretty, table};
use crate::operation::{Body, Descriptor};
use crate::response::Response;
use serde_json::Value;

/// Prints a reply. Bytes are printed as they are, whatever form is asked for.
pub(super) fn reply(
    operation: &Descriptor,
    response: &Response<Value>,
    form: Form,
    surroundings: &mut Surroundings<'_>,
) -> Result<(), Failure> {
    if operation.reply_body() == Body::Bytes {
        return Ok(surroundings.stdout.write_all(response.body())?);
    }
    let text = match form {
        Form::Table => table::table(response, surroundings.width),
        Form::Json => pretty::pretty(&json(response)),
    };
    print(&text, surroundings)
}

/// Prints the items of all pages.
pub(super) fn items(items: &Items, form: Form, surroundings: &mut Surroundings<'_>) -> Result<(), Failure> {
    let json = items.to_json();
    let text = match form {
        // They were read before, so they can be read again.
        Form::Table => table::table(&serde_json::from_str(&json).unwrap_or_default(), surroundings.width),
        Form::Json => pretty::pretty(&json),
    };
    print(&text, surroundings)
}

fn print(text: &str, surroundings: &mut Surroundings<'_>) -> Result<(), Failure> {
    let text = text.trim_end();
    if text.is_empty() { Ok(()) } else { Ok(writeln!(surroundings.stdout, "{text}")?) }
}

/// The text that arrived, where it is the JSON that was read: a value has lost the order of members and the digits of
/// very long numbers.
fn json(response: &Response<Value>) -> String {
    match std::str::from_utf8(response.body()) {
        Ok(body) if response.is_object() || response.is_array() => body.to_owned(),
        _ => Value::to_string(response),
    }
}
