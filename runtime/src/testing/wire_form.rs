use super::Recorded;
use crate::SignedRequest;
use crate::record::Value;
use crate::transport::Timeouts;
use std::collections::BTreeMap;

/// A request without the order of members in its JSON texts, and without what is computed from them.
pub(super) struct WireForm(BTreeMap<String, Value>);

impl WireForm {
    pub(super) fn new(request: &SignedRequest) -> Self {
        let request = Recorded::new(request.clone().into_request(), Timeouts::default());
        let mut parts = BTreeMap::new();
        let mut put = |what: String, value: Value| parts.insert(what, value);
        put("method".to_owned(), request.method().into());
        put("host".to_owned(), request.host().into());
        put("path".to_owned(), request.path().into());
        for (index, (key, value)) in request.query_pairs().into_iter().enumerate() {
            put(format!("query {index} `{key}`"), unordered(value));
        }
        let form = request.form_pairs();
        if form.is_empty() {
            let text = std::str::from_utf8(request.body()).map(str::to_owned);
            put("body".to_owned(), text.map_or_else(|_| request.body().to_vec().into(), unordered));
        }
        for (index, (key, value)) in form.into_iter().enumerate() {
            put(format!("form {index} `{key}`"), unordered(value));
        }
        let derived = |name: &str| matches!(name, "authorization" | "x-acs-content-sha256");
        for (name, value) in request.headers().iter().filter(|(name, _)| !derived(name.as_str())) {
            let text = String::from_utf8_lossy(value.as_bytes()).into_owned();
            put(format!("header `{name}`"), unordered(text));
        }
        Self(parts)
    }

    /// # Errors
    /// What differs.
    pub(super) fn compare(&self, other: &Self) -> Result<(), String> {
        let names = self.0.keys().chain(other.0.keys());
        let mut differ: Vec<&str> =
            names.filter(|name| self.0.get(*name) != other.0.get(*name)).map(String::as_str).collect();
        differ.sort_unstable();
        differ.dedup();
        if differ.is_empty() { Ok(()) } else { Err(format!("the two calls differ in {}", differ.join(", "))) }
    }
}

/// A text, or what it says where it is a JSON object or list.
fn unordered(text: String) -> Value {
    match serde_json::from_str(&text) {
        Ok(json @ (Value::Object(_) | Value::Array(_))) => json,
        _ => text.into(),
    }
}
