//! Field tables: how one codec serves every generated type.
//!
//! A generated struct implements [`Record`]: a [`Shape`] with its wire names, and two projections that
//! turn a field's index into a [`Slot`] or a [`SlotMut`]. Decoding, encoding, `Debug`, `Clone`, `==` and
//! the optional serde bridge are written once, here, over those tables.

mod clone;
mod coercion;
mod compare;
mod containers;
mod context;
mod debug;
mod decode;
mod element;
mod encode;
mod enumeration;
mod enumeration_macros;
mod enumeration_slot;
mod list;
mod macros;
mod map;
mod mismatch;
mod nested;
mod node;
mod path;
mod place;
mod raw_value;
mod report;
mod scalar;
mod seed;
#[cfg(feature = "serde")]
mod serde_bridge;
mod shape;
mod slot;
mod unset;
mod wire_value;

pub use bytes::Bytes;
pub use clone::clone;
pub use coercion::Coercion;
pub(crate) use coercion::Original;
pub use compare::equal;
pub use debug::debug;
pub use decode::{Decoded, decode, decode_value};
pub(crate) use decode::{assign, decode_header, decode_object, decode_payload};
pub use element::Element;
pub use encode::{to_json, to_json_text};
pub use enumeration::{Enumeration, debug_value, display, equal_values, from_wire, hash_value, wire_node};
pub use enumeration_slot::EnumerationSlot;
pub use list::ListSlot;
pub use map::MapSlot;
pub use mismatch::Mismatch;
pub use nested::RecordSlot;
pub use node::Node;
pub(crate) use path::Place;
#[cfg(feature = "test-util")]
pub(crate) use path::{entry, item, member};
pub(crate) use place::{all, count, find, number, scalar};
pub use raw_value::RawValue;
pub use report::{Report, UnknownField, UnlistedValue};
pub use scalar::Scalar;
#[cfg(feature = "serde")]
pub use serde_bridge::{deserialize, deserialize_enumeration, serialize, serialize_enumeration};
pub use serde_json::Value;
pub use shape::{Record, Shape};
pub use slot::{Slot, SlotMut};
pub use unset::Unset;
pub use wire_value::{Integer, Keeper, Primitive, Unlisted, WireValue};
