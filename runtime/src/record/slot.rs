use super::{EnumerationSlot, ListSlot, MapSlot, Node, RecordSlot, Shape};
use bytes::Bytes;
use serde_json::Value;

/// A field to read: the place and not only the value, so unset fields are slots too.
///
/// One variant per leaf type and `dyn` only where types nest: a trait object per leaf costs half as much
/// again in check and five times as much in release builds.
#[derive(Clone, Copy)]
pub enum Slot<'a> {
    /// Text.
    String(&'a Option<String>),
    /// 32-bit integer.
    Integer(&'a Option<i32>),
    /// 64-bit integer.
    Long(&'a Option<i64>),
    /// 32-bit floating point number.
    Float(&'a Option<f32>),
    /// 64-bit floating point number.
    Double(&'a Option<f64>),
    /// Truth value.
    Boolean(&'a Option<bool>),
    /// Any JSON value.
    Any(&'a Option<Value>),
    /// Bytes.
    Bytes(&'a Option<Bytes>),
    /// Open enumeration.
    Enumeration(&'a dyn EnumerationSlot),
    /// Nested record.
    Record(&'a dyn RecordSlot),
    /// List.
    List(&'a dyn ListSlot),
    /// Map.
    Map(&'a dyn MapSlot),
    /// No such field: names and number of those that there are.
    Shape(&'static Shape),
}

/// A field to write.
pub enum SlotMut<'a> {
    /// Text.
    String(&'a mut Option<String>),
    /// 32-bit integer.
    Integer(&'a mut Option<i32>),
    /// 64-bit integer.
    Long(&'a mut Option<i64>),
    /// 32-bit floating point number.
    Float(&'a mut Option<f32>),
    /// 64-bit floating point number.
    Double(&'a mut Option<f64>),
    /// Truth value.
    Boolean(&'a mut Option<bool>),
    /// Any JSON value.
    Any(&'a mut Option<Value>),
    /// Bytes.
    Bytes(&'a mut Option<Bytes>),
    /// Open enumeration.
    Enumeration(&'a mut dyn EnumerationSlot),
    /// Nested record.
    Record(&'a mut dyn RecordSlot),
    /// List.
    List(&'a mut dyn ListSlot),
    /// Map.
    Map(&'a mut dyn MapSlot),
    /// No such field.
    Absent,
}

impl<'a> Slot<'a> {
    /// The value in the slot, or `None` when it is unset.
    pub fn node(self) -> Option<Node<'a>> {
        match self {
            Self::String(cell) => cell.as_deref().map(Node::String),
            Self::Integer(cell) => cell.map(Node::Integer),
            Self::Long(cell) => cell.map(Node::Long),
            Self::Float(cell) => cell.map(Node::Float),
            Self::Double(cell) => cell.map(Node::Double),
            Self::Boolean(cell) => cell.map(Node::Boolean),
            Self::Any(cell) => cell.as_ref().map(Node::Any),
            Self::Bytes(cell) => cell.as_ref().map(Node::Bytes),
            Self::Enumeration(cell) => cell.node(),
            Self::Record(cell) => cell.record().map(Node::Record),
            Self::List(cell) => cell.size().map(|_| Node::List(cell)),
            Self::Map(cell) => cell.size().map(|_| Node::Map(cell)),
            Self::Shape(_) => None,
        }
    }
}

impl SlotMut<'_> {
    /// What the slot takes, in the words of the spec language.
    pub(super) fn expected(&self) -> &'static str {
        match self {
            Self::String(_) => "string",
            Self::Integer(_) => "integer",
            Self::Long(_) => "long",
            Self::Float(_) => "float",
            Self::Double(_) => "double",
            Self::Boolean(_) => "boolean",
            Self::Any(_) => "any",
            Self::Bytes(_) => "bytes",
            Self::Enumeration(cell) => cell.expected(),
            Self::Record(_) => "object",
            Self::List(_) => "array",
            Self::Map(_) => "map",
            Self::Absent => "nothing",
        }
    }

    /// Makes a record, list or map present and empty; other slots become unset.
    pub(super) fn begin(self) {
        match self {
            Self::Record(cell) => {
                cell.put(true);
            }
            Self::List(cell) => cell.begin(),
            Self::Map(cell) => cell.begin(),
            mut other => other.clear(),
        }
    }

    /// Makes the slot unset; lists and maps of replies become empty.
    pub(super) fn clear(&mut self) {
        match self {
            Self::String(cell) => **cell = None,
            Self::Integer(cell) => **cell = None,
            Self::Long(cell) => **cell = None,
            Self::Float(cell) => **cell = None,
            Self::Double(cell) => **cell = None,
            Self::Boolean(cell) => **cell = None,
            Self::Any(cell) => **cell = None,
            Self::Bytes(cell) => **cell = None,
            Self::Enumeration(cell) => cell.clear(),
            Self::Record(cell) => {
                cell.put(false);
            }
            Self::List(cell) => cell.clear(),
            Self::Map(cell) => cell.clear(),
            Self::Absent => {}
        }
    }
}
