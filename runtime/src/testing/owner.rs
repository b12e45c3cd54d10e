use crate::operation::{Descriptor, Parameter, Position};

/// The parameter that a key of the query or of the form belongs to: `Machine` for `Machine.1.Name`.
pub(super) fn owner(operation: &Descriptor, key: &str) -> Option<&'static Parameter> {
    let in_pairs = operation
        .parameters()
        .iter()
        .filter(|parameter| matches!(parameter.position(), Position::Query | Position::Form));
    let own = in_pairs.filter(|parameter| {
        key.strip_prefix(parameter.name()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    });
    // A name may hold a dot itself.
    own.max_by_key(|parameter| parameter.name().len())
}
