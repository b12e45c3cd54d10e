use crate::model::Constraints;
use serde::Serialize;

/// Only the documented ones: a key that is absent sets no limit.
#[derive(Default, Serialize)]
pub(super) struct Limits<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_items: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_items: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'a str>,
}

impl<'a> Limits<'a> {
    pub(super) fn of(constraints: Option<&'a Constraints>) -> Self {
        let Some(constraints) = constraints else { return Self::default() };
        Self {
            minimum: constraints.minimum.as_deref(),
            maximum: constraints.maximum.as_deref(),
            min_length: constraints.min_length,
            max_length: constraints.max_length,
            min_items: constraints.min_items,
            max_items: constraints.max_items,
            pattern: constraints.pattern.as_deref(),
        }
    }
}
