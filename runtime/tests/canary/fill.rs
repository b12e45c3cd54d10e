use super::MARKER;
use alicloud_runtime::operation::Operation;
use alicloud_runtime::record::{Record, Scalar, SlotMut, Value};

/// A request of which every text is the marker, as deep as `depth`.
pub(crate) fn marked<R: Operation>() -> R {
    let mut request = R::default();
    fill(&mut request, 3);
    request
}

/// Puts the marker into every text, map and value of any kind.
pub(crate) fn fill(record: &mut dyn Record, depth: usize) {
    for index in 0..record.shape().fields().len() {
        put(record.slot_mut(index), depth);
    }
}

/// As [`fill`], but only into what is sensitive; everything else stays unset, but for what leads there.
pub(crate) fn fill_sensitive(record: &mut dyn Record, depth: usize) {
    for index in 0..record.shape().fields().len() {
        let is_sensitive = record.shape().is_sensitive(index);
        match record.slot_mut(index) {
            slot if is_sensitive => put(slot, depth),
            SlotMut::Record(cell) if depth > 0 => fill_sensitive(cell.put(true).unwrap(), depth - 1),
            SlotMut::List(list) if depth > 0 => {
                list.begin();
                list.push(&mut |slot| {
                    if let SlotMut::Record(cell) = slot {
                        fill_sensitive(cell.put(true).unwrap(), depth - 1);
                    }
                });
            }
            _ => {}
        }
    }
}

fn put(slot: SlotMut<'_>, depth: usize) {
    match slot {
        SlotMut::String(cell) => *cell = Some(MARKER.to_owned()),
        SlotMut::Any(cell) => *cell = Some(Value::from(MARKER)),
        SlotMut::Bytes(cell) => *cell = Some(MARKER.into()),
        SlotMut::Enumeration(cell) => {
            cell.set(&Scalar::Text(MARKER));
        }
        SlotMut::Record(cell) if depth > 0 => fill(cell.put(true).unwrap(), depth - 1),
        SlotMut::List(list) if depth > 0 => {
            list.begin();
            list.push(&mut |slot| put(slot, depth - 1));
        }
        SlotMut::Map(map) if depth > 0 => {
            map.begin();
            map.insert(MARKER.to_owned(), &mut |slot| put(slot, depth - 1));
        }
        _ => {}
    }
}
