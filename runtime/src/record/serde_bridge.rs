use super::encode::Encoded;
use super::{Enumeration, EnumerationSlot, Node, Record, Scalar, decode, wire_node};
use serde::de::{Error, Visitor};
use serde::{Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// `Serialize` of every generated type: unset fields are left out.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer>(record: &dyn Record, serializer: S) -> Result<S::Ok, S::Error> {
    Encoded(Node::Record(record)).serialize(serializer)
}

/// `Deserialize` of every generated type: lenient like a reply's decode, and unknown fields are ignored.
///
/// # Errors
/// Those of the deserializer, and a value that cannot be read as the documented type.
pub fn deserialize<'de, R, D>(deserializer: D) -> Result<R, D::Error>
where
    R: Record + Default,
    D: Deserializer<'de>,
{
    let mut value = R::default();
    let report = decode::fill(&mut value, 0, deserializer).map_err(D::Error::custom)?;
    // There is no place for it here.
    if let Some(raw) = report.raw_values().first() {
        return Err(D::Error::custom(raw));
    }
    Ok(value)
}

/// `Serialize` of every enumeration: the wire value.
///
/// # Errors
/// Those of the serializer.
pub fn serialize_enumeration<E: Enumeration, S: Serializer>(
    value: &E,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Encoded(wire_node(value)).serialize(serializer)
}

/// `Deserialize` of every enumeration: any wire value, listed or not.
///
/// # Errors
/// Those of the deserializer, and a value of another type.
pub fn deserialize_enumeration<'de, E, D>(deserializer: D) -> Result<E, D::Error>
where
    E: Enumeration,
    D: Deserializer<'de>,
{
    deserializer.deserialize_any(EnumerationVisitor(PhantomData))
}

fn expected<E: Enumeration>() -> &'static str {
    let cell = None::<E>;
    let slot: &dyn EnumerationSlot = &cell;
    slot.expected()
}

struct EnumerationVisitor<E>(PhantomData<E>);

impl<E: Enumeration> EnumerationVisitor<E> {
    fn read<X: Error>(scalar: Scalar<'_>) -> Result<E, X> {
        let mut cell = None::<E>;
        let slot: &mut dyn EnumerationSlot = &mut cell;
        slot.set(&scalar);
        cell.ok_or_else(|| X::custom(format_args!("expected {}, found {}", expected::<E>(), scalar.found())))
    }
}

impl<E: Enumeration> Visitor<'_> for EnumerationVisitor<E> {
    type Value = E;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expected::<E>())
    }

    fn visit_bool<X: Error>(self, value: bool) -> Result<E, X> {
        Self::read(Scalar::Boolean(value))
    }

    fn visit_i64<X: Error>(self, value: i64) -> Result<E, X> {
        Self::read(Scalar::Signed(value))
    }

    fn visit_u64<X: Error>(self, value: u64) -> Result<E, X> {
        Self::read(i64::try_from(value).map_or(Scalar::Unsigned(value), Scalar::Signed))
    }

    fn visit_f64<X: Error>(self, value: f64) -> Result<E, X> {
        Self::read(Scalar::Float(value))
    }

    fn visit_str<X: Error>(self, value: &str) -> Result<E, X> {
        Self::read(Scalar::Text(value))
    }
}
