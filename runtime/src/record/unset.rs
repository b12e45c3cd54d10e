use std::collections::BTreeMap;

/// What a field holds before it is set.
///
/// A constant for each field: `Default` of each field is a call, which made the default the largest function of a struct.
pub trait Unset: Sized {
    /// Nothing, or an empty list or map.
    const UNSET: Self;
}

impl<T> Unset for Option<T> {
    const UNSET: Self = None;
}

impl<T> Unset for Vec<T> {
    const UNSET: Self = Self::new();
}

impl<K, V> Unset for BTreeMap<K, V> {
    const UNSET: Self = Self::new();
}
