//! Names of operations elsewhere.

use super::super::{FindingKind, OperationName};
use super::values::Values;

/// Reads `product::version::Operation`, or the operation alone. Reports a text that is neither; a blank one is
/// nothing.
pub(super) fn operation(values: &mut Values<'_, '_, '_>, key: &str, text: &str) -> Option<OperationName> {
    let parts: Vec<&str> = text.split("::").map(str::trim).collect();
    let is_name = |name: &str| !name.is_empty() && !name.contains(char::is_whitespace);
    match parts.as_slice() {
        [""] => None,
        [name] if is_name(name) => {
            Some(OperationName { product: None, version: None, name: (*name).to_owned() })
        }
        [product, version, name] if parts.iter().all(|part| is_name(part)) => Some(OperationName {
            product: Some((*product).to_owned()),
            version: Some((*version).to_owned()),
            name: (*name).to_owned(),
        }),
        _ => {
            let text = format!("`{key}` names no operation: {text:?}");
            values.context.report(values.place, FindingKind::OperationName, text);
            None
        }
    }
}
