use super::facts::is_of;
use crate::import::metadata::Schema;
use crate::spec::raw::{Constraints, Type};

/// The documented limits that go with the type. Those in prose count where there are no others.
pub(super) fn limits(
    schema: &Schema,
    kind: Type,
    minimum: Option<String>,
    maximum: Option<String>,
) -> Option<Constraints> {
    let limits = &schema.limits;
    let mut found = Constraints::default();
    if matches!(kind, Type::Integer | Type::Long | Type::Float | Type::Double) {
        let minimum = bound(limits.minimum.as_deref(), limits.exclusive_minimum, 1, kind)
            .or_else(|| bound(minimum.as_deref(), false, 0, kind));
        let maximum = bound(limits.maximum.as_deref(), limits.exclusive_maximum, -1, kind)
            .or_else(|| bound(maximum.as_deref(), false, 0, kind));
        (found.minimum, found.maximum) = ordered(minimum, maximum, |text| text.parse::<f64>().ok());
    }
    if kind == Type::String {
        (found.min_length, found.max_length) =
            ordered(limits.min_length, limits.max_length, |number| Some(*number));
        found.pattern = limits.pattern.clone().filter(|pattern| !pattern.is_empty());
    }
    if kind == Type::Array {
        (found.min_items, found.max_items) =
            ordered(limits.min_items, limits.max_items, |number| Some(*number));
    }
    (found != Constraints::default()).then_some(found)
}

/// A bound as text; one that is excluded itself moves by `step`, which is exact for whole numbers only.
fn bound(text: Option<&str>, is_excluded: bool, step: i64, kind: Type) -> Option<String> {
    let text = text?.trim();
    let text = text.strip_suffix(".0").unwrap_or(text);
    let text = text.strip_prefix('+').unwrap_or(text);
    let is_whole = matches!(kind, Type::Integer | Type::Long);
    if is_excluded && is_whole {
        return text.parse::<i64>().ok()?.checked_add(step).map(|number| number.to_string());
    }
    is_of(kind, text).then(|| text.to_owned())
}

/// Two bounds that exclude every value are both wrong.
fn ordered<T, N: PartialOrd>(
    least: Option<T>,
    greatest: Option<T>,
    number: impl Fn(&T) -> Option<N>,
) -> (Option<T>, Option<T>) {
    match (least.as_ref().and_then(&number), greatest.as_ref().and_then(&number)) {
        (Some(low), Some(high)) if low > high => (None, None),
        _ => (least, greatest),
    }
}
