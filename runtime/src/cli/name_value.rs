/// Reads `Name=value`; the value may be empty and may hold more of these signs.
///
/// # Errors
/// There is no name. The message leaves out the text, which may be a secret.
pub(super) fn parse(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("must be `Name=value`".to_owned()),
    }
}
