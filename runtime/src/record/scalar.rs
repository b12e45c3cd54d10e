use super::SlotMut;
use bytes::Bytes;
use serde_json::Value;

/// A JSON scalar on its way into a slot.
#[derive(Clone, Copy, Debug)]
pub enum Scalar<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number without fraction that fits.
    Signed(i64),
    /// A number without fraction above `i64::MAX`.
    Unsigned(u64),
    /// Any other number.
    Float(f64),
    /// Text.
    Text(&'a str),
}

/// How a scalar got into its slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stored {
    /// As documented.
    Exact,
    /// As the type, from another JSON type.
    Coerced,
    /// An enumeration's value that is not documented; the flag says whether it was coerced as well.
    Unlisted(bool),
}

impl Scalar<'_> {
    /// JSON type, for messages. The value itself is never printed: it may be a secret.
    pub(super) fn found(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "boolean",
            Self::Signed(_) | Self::Unsigned(_) | Self::Float(_) => "number",
            Self::Text("") => "empty string",
            Self::Text(_) => "string",
        }
    }

    /// The scalar as it arrived.
    pub(super) fn to_json(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Boolean(value) => value.into(),
            Self::Signed(value) => value.into(),
            Self::Unsigned(value) => value.into(),
            Self::Float(value) => value.into(),
            Self::Text(text) => text.into(),
        }
    }

    /// The text of a number or boolean.
    pub(super) fn to_text(self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::Boolean(value) => Some(value.to_string()),
            Self::Signed(value) => Some(value.to_string()),
            Self::Unsigned(value) => Some(value.to_string()),
            Self::Float(value) => serde_json::Number::from_f64(value).map(|number| number.to_string()),
            Self::Text(text) => Some(text.to_owned()),
        }
    }

    /// The integer, and whether it took a coercion: from a numeric string or a whole float.
    pub(super) fn to_i64(self) -> Option<(i64, bool)> {
        match self {
            Self::Signed(value) => Some((value, false)),
            Self::Float(value) => whole(value).map(|value| (value, true)),
            Self::Text(text) => integer(text.trim()).map(|value| (value, true)),
            Self::Null | Self::Boolean(_) | Self::Unsigned(_) => None,
        }
    }

    fn to_f64(self) -> Option<(f64, bool)> {
        match self {
            Self::Signed(value) => Some((value as f64, false)),
            Self::Unsigned(value) => Some((value as f64, false)),
            Self::Float(value) => Some((value, false)),
            Self::Text(text) => {
                text.trim().parse().ok().filter(|value: &f64| value.is_finite()).map(|value| (value, true))
            }
            Self::Null | Self::Boolean(_) => None,
        }
    }

    fn to_bool(self) -> Option<(bool, bool)> {
        match self {
            Self::Boolean(value) => Some((value, false)),
            Self::Signed(0) => Some((false, true)),
            Self::Signed(1) => Some((true, true)),
            Self::Text(text) if text.eq_ignore_ascii_case("true") => Some((true, true)),
            Self::Text(text) if text.eq_ignore_ascii_case("false") => Some((false, true)),
            _ => None,
        }
    }

    /// Whether the scalar stands for "absent": `null` anywhere, `""` wherever text is no value.
    fn is_absent(&self, slot: &SlotMut<'_>) -> bool {
        match self {
            Self::Null => true,
            Self::Text("") => !matches!(slot.expected(), "string" | "any" | "bytes"),
            _ => false,
        }
    }

    /// Puts the scalar into `slot`; `None` when the slot cannot take it.
    pub(super) fn store(self, slot: &mut SlotMut<'_>) -> Option<Stored> {
        if self.is_absent(slot) {
            slot.clear();
            return Some(Stored::Coerced);
        }
        let coerced = match slot {
            SlotMut::String(cell) => {
                **cell = Some(self.to_text()?);
                !matches!(self, Self::Text(_))
            }
            SlotMut::Integer(cell) => {
                let (value, coerced) = self.to_i64()?;
                **cell = Some(i32::try_from(value).ok()?);
                coerced
            }
            SlotMut::Long(cell) => put(cell, self.to_i64()?),
            SlotMut::Float(cell) => {
                let (value, coerced) = self.to_f64()?;
                let narrow = value as f32;
                if !narrow.is_finite() {
                    return None;
                }
                **cell = Some(narrow);
                coerced
            }
            SlotMut::Double(cell) => put(cell, self.to_f64()?),
            SlotMut::Boolean(cell) => put(cell, self.to_bool()?),
            SlotMut::Enumeration(cell) => {
                let (coerced, listed) = cell.set(&self)?;
                if !listed {
                    return Some(Stored::Unlisted(coerced));
                }
                coerced
            }
            SlotMut::Bytes(cell) => match self {
                Self::Text(text) => {
                    **cell = Some(Bytes::copy_from_slice(text.as_bytes()));
                    true
                }
                _ => return None,
            },
            SlotMut::Any(_) | SlotMut::Record(_) | SlotMut::List(_) | SlotMut::Map(_) | SlotMut::Absent => {
                return None;
            }
        };
        Some(if coerced { Stored::Coerced } else { Stored::Exact })
    }
}

fn put<T>(cell: &mut Option<T>, (value, coerced): (T, bool)) -> bool {
    *cell = Some(value);
    coerced
}

/// The integer a text stands for: digits, or a whole number in another notation that a float holds exactly.
fn integer(text: &str) -> Option<i64> {
    let exact = 9_007_199_254_740_992.0;
    let float = || text.parse::<f64>().ok().filter(|value| value.abs() < exact).and_then(whole);
    text.parse().ok().or_else(float)
}

/// The integer a float stands for, where it is one.
fn whole(value: f64) -> Option<i64> {
    // 2^63 is exact in f64; anything at or above it does not fit.
    let fits = (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value);
    (fits && value.fract() == 0.0).then_some(value as i64)
}
