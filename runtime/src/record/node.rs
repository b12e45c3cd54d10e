use super::{ListSlot, MapSlot, Record};
use bytes::Bytes;
use serde_json::Value;

/// A value that is present: what a [`Slot`](super::Slot), a list's item or a map's entry holds. An enumeration's value is
/// a text or a 64-bit integer.
#[derive(Clone, Copy)]
pub enum Node<'a> {
    /// Text.
    String(&'a str),
    /// 32-bit integer.
    Integer(i32),
    /// 64-bit integer.
    Long(i64),
    /// 32-bit floating point number.
    Float(f32),
    /// 64-bit floating point number.
    Double(f64),
    /// Truth value.
    Boolean(bool),
    /// Any JSON value.
    Any(&'a Value),
    /// Bytes.
    Bytes(&'a Bytes),
    /// Nested record.
    Record(&'a dyn Record),
    /// List.
    List(&'a dyn ListSlot),
    /// Map.
    Map(&'a dyn MapSlot),
}
