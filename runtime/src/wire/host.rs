use super::flatten::{structured, text};
use crate::record::Node;

/// Puts a parameter in front of the endpoint's host (`docs/wire.md`, "Endpoints").
///
/// # Errors
/// What is wrong with the value, to be put behind the parameter's name.
pub(super) fn write(node: Node<'_>, host: &mut String) -> Result<(), String> {
    let value = if structured(node) { String::new() } else { text(node)? };
    let is_label = (1..=63).contains(&value.len())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !value.starts_with('-')
        && !value.ends_with('-');
    if !is_label {
        let reason = "becomes part of the host name and must be 1 to 63 letters, digits and inner hyphens";
        return Err(reason.to_owned());
    }
    // Names of hosts are compared without their case, and the `host` header is signed as it is.
    host.push_str(&value.to_ascii_lowercase());
    host.push('.');
    Ok(())
}
