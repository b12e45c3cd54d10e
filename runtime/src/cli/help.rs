use super::program::Texts;
use crate::operation::Kind;
use serde_json::Value;

/// The texts of a product: one line of JSON for the product and one for each operation. Only the lines that are asked
/// for are read.
#[derive(Clone, Copy)]
pub(super) struct Help {
    lines: &'static str,
}

/// The texts of an operation.
#[derive(Debug, Default)]
pub(super) struct OperationHelp {
    line: Value,
}

/// The texts of a parameter.
#[derive(Clone, Copy, Debug)]
pub(super) struct ParameterHelp<'a> {
    member: &'a Value,
}

impl Help {
    pub(super) fn new(texts: Texts) -> Self {
        Self { lines: texts.0 }
    }

    /// Name of the product as its documentation writes it; empty where there are no texts.
    pub(super) fn title(self) -> String {
        let first = self.lines.lines().next().unwrap_or_default();
        text(&serde_json::from_str(first).unwrap_or_default(), "title").unwrap_or_default()
    }

    /// The texts of one operation; empty ones where there are none.
    pub(super) fn operation(self, name: &str) -> OperationHelp {
        // The name comes first, as the generator writes it.
        let start = format!("{{\"name\":{}", Value::from(name));
        let line = self
            .lines
            .lines()
            .find(|line| line.strip_prefix(&start).is_some_and(|rest| rest.starts_with([',', '}'])));
        OperationHelp { line: line.and_then(|line| serde_json::from_str(line).ok()).unwrap_or_default() }
    }

    /// The texts of all operations.
    pub(super) fn operations(self) -> impl Iterator<Item = OperationHelp> {
        let lines = self.lines.lines().skip(1);
        lines.filter_map(|line| Some(OperationHelp { line: serde_json::from_str(line).ok()? }))
    }
}

impl OperationHelp {
    pub(super) fn name(&self) -> &str {
        self.line.get("name").and_then(Value::as_str).unwrap_or_default()
    }

    pub(super) fn summary(&self) -> String {
        text(&self.line, "summary").unwrap_or_default()
    }

    pub(super) fn description(&self) -> Option<String> {
        text(&self.line, "description")
    }

    /// What to use in its place, or why it is deprecated.
    pub(super) fn deprecated(&self) -> Option<String> {
        text(&self.line, "deprecated")
    }

    /// Address of its page.
    pub(super) fn documentation(&self) -> Option<String> {
        text(&self.line, "documentation")
    }

    pub(super) fn parameter(&self, name: &str) -> ParameterHelp<'_> {
        let members = self.line.get("parameters").and_then(Value::as_array);
        let member = members
            .into_iter()
            .flatten()
            .find(|member| member.get("name").and_then(Value::as_str) == Some(name));
        ParameterHelp { member: member.unwrap_or(&Value::Null) }
    }
}

impl ParameterHelp<'_> {
    pub(super) fn text(self) -> Option<String> {
        text(self.member, "text")
    }

    /// Sentences about default, limits, example and the like.
    pub(super) fn facts(self) -> Vec<String> {
        let labelled = |key: &str, label: &str| Some(format!("{label}: {}", text(self.member, key)?));
        let secret = self.is_secret().then(|| {
            "A secret: better given with `--params`, so that it does not stay in the shell's history."
                .to_owned()
        });
        [
            labelled("deprecated", "Deprecated"),
            labelled("default", "The service assumes"),
            text(self.member, "limits"),
            labelled("example", "Example"),
        ]
        .into_iter()
        .flatten()
        .chain(secret)
        .collect()
    }

    fn is_secret(self) -> bool {
        self.member.get("secret").and_then(Value::as_bool).unwrap_or_default()
    }

    /// The type of a list's items, where they are single values.
    pub(super) fn item(self) -> Option<Kind> {
        Some(match self.member.get("item").and_then(Value::as_str)? {
            "string" => Kind::String,
            "integer" => Kind::Integer,
            "long" => Kind::Long,
            "float" => Kind::Float,
            "double" => Kind::Double,
            "boolean" => Kind::Boolean,
            _ => return None,
        })
    }

    /// Documented values with their meanings. Others are sent too.
    pub(super) fn values(self) -> Vec<(String, Option<String>)> {
        let values = self.member.get("values").and_then(Value::as_array);
        let pair = |value: &Value| Some((text(value, "value")?, text(value, "meaning")));
        values.into_iter().flatten().filter_map(pair).collect()
    }

    /// Places in an object or list, each with its type and text.
    pub(super) fn fields(self) -> Vec<String> {
        let fields = self.member.get("fields").and_then(Value::as_array);
        let line = |field: &Value| {
            let about = text(field, "text").map(|text| format!(": {text}")).unwrap_or_default();
            Some(format!("{} ({}){about}", text(field, "path")?, text(field, "type")?))
        };
        fields.into_iter().flatten().filter_map(line).collect()
    }
}

/// A text without what could move a terminal's cursor.
fn text(of: &Value, key: &str) -> Option<String> {
    let text = of.get(key)?.as_str()?;
    Some(text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect())
}
