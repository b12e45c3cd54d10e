use super::{Node, Primitive, Record, SlotMut};

/// `clone()` of every generated type.
pub fn clone<R: Record + Default>(record: &R) -> R {
    let mut copy = R::default();
    copy_fields(record, &mut copy);
    copy
}

fn copy_fields(from: &dyn Record, to: &mut dyn Record) {
    for index in 0..from.shape().fields().len() {
        if let Some(node) = from.slot(index).node() {
            put(node, to.slot_mut(index));
        }
    }
}

/// Copies a node into a slot of the same type.
fn put(node: Node<'_>, slot: SlotMut<'_>) {
    match (node, slot) {
        (Node::String(value), SlotMut::String(cell)) => *cell = Some(value.to_owned()),
        (Node::Integer(value), SlotMut::Integer(cell)) => *cell = Some(value),
        (Node::Long(value), SlotMut::Long(cell)) => *cell = Some(value),
        (Node::Float(value), SlotMut::Float(cell)) => *cell = Some(value),
        (Node::Double(value), SlotMut::Double(cell)) => *cell = Some(value),
        (Node::Boolean(value), SlotMut::Boolean(cell)) => *cell = Some(value),
        (Node::Any(value), SlotMut::Any(cell)) => *cell = Some(value.clone()),
        (Node::Bytes(value), SlotMut::Bytes(cell)) => *cell = Some(value.clone()),
        (Node::String(text), SlotMut::Enumeration(cell)) => {
            cell.put(&Primitive::Text(text));
        }
        (Node::Long(number), SlotMut::Enumeration(cell)) => {
            cell.put(&Primitive::Integer(number));
        }
        (Node::Record(from), SlotMut::Record(cell)) => {
            if let Some(to) = cell.put(true) {
                copy_fields(from, to);
            }
        }
        (Node::List(from), SlotMut::List(to)) => {
            to.begin();
            for item in (0..from.size().unwrap_or(0)).filter_map(|index| from.node(index)) {
                to.push(&mut |slot| put(item, slot));
            }
        }
        (Node::Map(from), SlotMut::Map(to)) => {
            to.begin();
            from.each(&mut |key, node| to.insert(key.to_owned(), &mut |slot| put(node, slot)));
        }
        // Both sides come from one table, so their types agree.
        _ => {}
    }
}
