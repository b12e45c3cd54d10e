use crate::record::Node;

/// Whether a parameter is a client token that is set, or an object with one: by it the service tells a repetition
/// from a second request (`docs/wire.md`, "Retry").
pub(super) fn is_in(name: &str, node: Node<'_>) -> bool {
    let is_text = |node: Node<'_>| match node {
        Node::String(text) => !text.is_empty(),
        Node::Any(value) => value.as_str().is_some_and(|text| !text.is_empty()),
        _ => false,
    };
    match node {
        node if is_name(name) => is_text(node),
        Node::Record(record) => {
            let mut fields = record.shape().fields().iter().enumerate();
            fields.any(|(index, name)| is_name(name) && record.slot(index).node().is_some_and(is_text))
        }
        Node::Any(value) => value.as_object().is_some_and(|members| {
            members.iter().any(|(name, value)| is_name(name) && is_text(Node::Any(value)))
        }),
        _ => false,
    }
}

/// Whether pairs that a caller adds to the query set or empty a client token; `None` if none of them is one.
pub(super) fn is_set(pairs: &[(String, String)]) -> Option<bool> {
    let mut tokens = pairs.iter().filter(|(name, _)| is_name(name)).peekable();
    tokens.peek()?;
    Some(tokens.all(|(_, value)| !value.is_empty()))
}

fn is_name(name: &str) -> bool {
    name.eq_ignore_ascii_case("ClientToken")
}
