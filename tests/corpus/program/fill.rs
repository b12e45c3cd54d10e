use alicloud_runtime::operation::{Descriptor, Position};
use alicloud_runtime::record::{Bytes, Record, Scalar, SlotMut, Value};

/// Sets what a call cannot do without.
pub fn fill(operation: &Descriptor, request: &mut dyn Record) {
    for (index, parameter) in operation.parameters().iter().enumerate() {
        if parameter.is_required() || parameter.position() == Position::Path {
            set(request.slot_mut(index));
        }
    }
}

fn set(slot: SlotMut<'_>) {
    match slot {
        SlotMut::String(cell) => *cell = Some("1".to_owned()),
        SlotMut::Integer(cell) => *cell = Some(1),
        SlotMut::Long(cell) => *cell = Some(1),
        SlotMut::Float(cell) => *cell = Some(1.0),
        SlotMut::Double(cell) => *cell = Some(1.0),
        SlotMut::Boolean(cell) => *cell = Some(true),
        SlotMut::Any(cell) => *cell = Some(Value::String("1".to_owned())),
        SlotMut::Bytes(cell) => *cell = Some(Bytes::from_static(b"1")),
        SlotMut::Enumeration(cell) => {
            let _ = cell.set(&Scalar::Text("1"));
        }
        SlotMut::Record(cell) => {
            let _ = cell.put(true);
        }
        SlotMut::List(list) => list.begin(),
        SlotMut::Map(map) => map.begin(),
        SlotMut::Absent => {}
    }
}
