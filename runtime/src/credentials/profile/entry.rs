use crate::credentials::secret_json::{number, text};
use serde_json::Value;
use std::collections::BTreeMap;

/// The settings of one profile, from either kind of file. Blanks around a value do not count, and an empty value is
/// none.
pub(crate) enum Entry<'a> {
    Json(&'a Value),
    Ini(&'a BTreeMap<String, String>),
}

impl<'a> Entry<'a> {
    pub(super) fn json(profile: &'a Value) -> Self {
        Self::Json(profile)
    }

    pub(crate) fn text(&self, key: &str) -> Option<&'a str> {
        match self {
            Self::Json(profile) => text(profile, key),
            Self::Ini(section) => {
                section.get(key).map(|value| value.trim()).filter(|value| !value.is_empty())
            }
        }
    }

    pub(super) fn number(&self, key: &str) -> Option<u64> {
        match self {
            Self::Json(profile) => number(profile, key),
            Self::Ini(_) => self.text(key)?.parse().ok(),
        }
    }

    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        let said = match self {
            Self::Json(profile) => profile.get(key).and_then(Value::as_bool),
            Self::Ini(_) => None,
        };
        said.or_else(|| Some(self.text(key)?.eq_ignore_ascii_case("true")))
    }

    /// Values of keys that belong together.
    ///
    /// # Errors
    /// All keys that are missing.
    pub(super) fn all<const N: usize>(&self, keys: [&str; N]) -> Result<[&'a str; N], String> {
        let values = keys.map(|key| self.text(key));
        let pairs = keys.iter().zip(&values);
        let missing: Vec<String> =
            pairs.filter(|(_, value)| value.is_none()).map(|(key, _)| format!("`{key}`")).collect();
        if missing.is_empty() {
            return Ok(values.map(Option::unwrap_or_default));
        }
        Err(format!("lacks {}", missing.join(" and ")))
    }
}
