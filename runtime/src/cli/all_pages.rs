use crate::response::Response;
use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;

/// The items of pages, each as it came: the digits of numbers and the order of members are kept.
#[derive(Debug, Default)]
pub(super) struct Items {
    texts: Vec<Box<RawValue>>,
}

impl Items {
    /// Adds the items of a page. `path` is where a reply has them; a page without has none.
    pub(super) fn add(&mut self, path: &str, page: &Response<Value>) {
        let body = std::str::from_utf8(page.body()).unwrap_or_default();
        let Ok(root) = serde_json::from_str::<&RawValue>(body) else { return };
        self.texts.extend(items(root, path).unwrap_or_default());
    }

    /// All of them as one JSON text.
    pub(super) fn to_json(&self) -> String {
        let texts: Vec<&str> = self.texts.iter().map(|text| text.get()).collect();
        format!("[{}]", texts.join(","))
    }
}

fn items(mut value: &RawValue, path: &str) -> Option<Vec<Box<RawValue>>> {
    for step in path.split('.').filter(|step| !step.is_empty() && *step != "$") {
        let members: HashMap<Cow<'_, str>, &RawValue> = serde_json::from_str(value.get()).ok()?;
        value = members.get(step).copied()?;
    }
    serde_json::from_str(value.get()).ok()
}

#[cfg(test)]
mod tests {
    use super::items;
    use serde_json::value::RawValue;

    fn texts(body: &str, path: &str) -> Option<Vec<String>> {
        let root: &RawValue = serde_json::from_str(body).ok()?;
        Some(items(root, path)?.iter().map(|item| item.get().to_owned()).collect())
    }

    #[test]
    fn items_stay_as_they_came() {
        let body = r#"{"Data":{"List":[{"b":1,"a":12345678901234567890123},"x"]}}"#;
        let expected = vec![r#"{"b":1,"a":12345678901234567890123}"#.to_owned(), r#""x""#.to_owned()];
        assert_eq!(texts(body, "Data.List"), Some(expected));
        assert_eq!(texts("[1,2]", "$"), Some(vec!["1".to_owned(), "2".to_owned()]));
    }

    #[test]
    fn a_page_without_items_has_none() {
        assert_eq!(texts(r#"{"Data":null}"#, "Data.List"), None);
        assert_eq!(texts(r#"{"Data":{"List":{}}}"#, "Data.List"), None);
    }
}
