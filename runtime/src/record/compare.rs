use super::{Node, Record};

/// `==` of every generated type. Floats compare as floats, so NaN differs from itself.
pub fn equal(left: &dyn Record, right: &dyn Record) -> bool {
    let (fields, others) = (left.shape().fields(), right.shape().fields());
    // One table may stand at two addresses.
    (std::ptr::eq(fields, others) || fields == others)
        && (0..fields.len()).all(|index| match (left.slot(index).node(), right.slot(index).node()) {
            (None, None) => true,
            (Some(left), Some(right)) => same(left, right),
            _ => false,
        })
}

fn same(left: Node<'_>, right: Node<'_>) -> bool {
    match (left, right) {
        (Node::String(left), Node::String(right)) => left == right,
        (Node::Integer(left), Node::Integer(right)) => left == right,
        (Node::Long(left), Node::Long(right)) => left == right,
        (Node::Float(left), Node::Float(right)) => left == right,
        (Node::Double(left), Node::Double(right)) => left == right,
        (Node::Boolean(left), Node::Boolean(right)) => left == right,
        (Node::Any(left), Node::Any(right)) => left == right,
        (Node::Bytes(left), Node::Bytes(right)) => left == right,
        (Node::Record(left), Node::Record(right)) => equal(left, right),
        (Node::List(left), Node::List(right)) => {
            left.size() == right.size()
                && (0..left.size().unwrap_or(0)).all(|index| {
                    left.node(index).zip(right.node(index)).is_some_and(|(left, right)| same(left, right))
                })
        }
        (Node::Map(left), Node::Map(right)) => {
            let mut equal = left.size() == right.size();
            left.each(&mut |key, node| {
                equal = equal && right.node(key).is_some_and(|other| same(node, other));
            });
            equal
        }
        _ => false,
    }
}
