use crate::error::{Error, ErrorKind, Result};
use crate::operation::Poll;
use crate::record::{self, Node, Record};

/// Fills the request of the operation that is asked from the call that started the work.
///
/// # Errors
/// [`ErrorKind::Decode`]: the reply lacks what has to be asked with. [`ErrorKind::Request`]: a value does not fit.
pub(super) fn fill(facts: &Poll, asked: &mut dyn Record, request: Node<'_>, reply: Node<'_>) -> Result<()> {
    for (parameter, own) in facts.from_request() {
        // An optional parameter that was not set is not set there either.
        if let Some(value) = record::find(request, own) {
            assign(asked, parameter, value)?;
        }
    }
    for (parameter, path) in facts.from_reply() {
        let value = record::find(reply, path).ok_or_else(|| {
            let message = format!(
                "the work was started, but the reply lacks `{path}`, which `{}` is asked with",
                facts.operation()
            );
            Error::builder(ErrorKind::Decode).message(message).build()
        })?;
        assign(asked, parameter, value)?;
    }
    Ok(())
}

fn assign(asked: &mut dyn Record, parameter: &str, value: Node<'_>) -> Result<()> {
    let json = record::to_json_text(value).ok().and_then(|text| serde_json::from_str(&text).ok());
    if json.is_some_and(|json| record::assign(asked, parameter, json)) {
        return Ok(());
    }
    let message = format!("what parameter `{parameter}` has to be does not fit into it");
    Err(Error::local(ErrorKind::Request, message))
}
