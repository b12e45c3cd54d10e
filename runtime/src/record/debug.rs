use super::{Node, Record};
use std::fmt;

/// `Debug` of every generated type: the fields that are set, under their wire names, sensitive ones redacted.
///
/// # Errors
/// Those of the formatter.
pub fn debug(record: &dyn Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let shape = record.shape();
    let mut out = f.debug_struct(shape.name());
    for (index, name) in shape.fields().iter().enumerate() {
        match record.slot(index).node() {
            None => {}
            Some(_) if shape.is_sensitive(index) => {
                out.field(name, &format_args!("[redacted]"));
            }
            Some(node) => {
                out.field(name, &Shown(node));
            }
        }
    }
    out.finish()
}

struct Shown<'a>(Node<'a>);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Node::String(text) => text.fmt(f),
            Node::Integer(value) => value.fmt(f),
            Node::Long(value) => value.fmt(f),
            Node::Float(value) => value.fmt(f),
            Node::Double(value) => value.fmt(f),
            Node::Boolean(value) => value.fmt(f),
            Node::Any(value) => fmt::Display::fmt(value, f),
            // A body may be large, and what it is made of may be secret.
            Node::Bytes(value) => write!(f, "[{} bytes]", value.len()),
            Node::Record(record) => debug(record, f),
            Node::List(list) => {
                let items = (0..list.size().unwrap_or(0)).filter_map(|index| list.node(index));
                f.debug_list().entries(items.map(Shown)).finish()
            }
            Node::Map(map) => {
                let mut out = f.debug_map();
                map.each(&mut |key, node| {
                    out.entry(&key, &Shown(node));
                });
                out.finish()
            }
        }
    }
}
