use alicloud_codegen::model::{Constraints, ErrorCode, Member, Value, Variant};

/// All that is said of a parameter or field and has no key in OpenAPI, below its description.
///
/// Limits and defaults are said in words, as in the documentation of our types. As keywords they would make some peers
/// emit checks and default values that ours do not have, and cost them more.
pub(super) fn member(member: &Member, lists_values: bool) -> Option<String> {
    let mut parts: Vec<String> = member.description.iter().cloned().collect();
    if lists_values && !member.values.is_empty() {
        parts.push(values(member.values.iter().map(Listed::from)));
    }
    parts.extend(member.default.iter().map(|default| format!("Default: `{default}`.")));
    parts.extend(member.constraints.as_ref().and_then(limits));
    parts.extend(member.notes.iter().cloned());
    parts.extend(member.deprecated.iter().map(|reason| format!("Deprecated: {reason}")));
    joined(&parts)
}

/// What an enumeration stands for and what its values mean.
pub(super) fn enumeration(description: Option<&String>, variants: &[Variant]) -> Option<String> {
    let mut parts: Vec<String> = description.into_iter().cloned().collect();
    parts.push(values(variants.iter().map(Listed::from)));
    joined(&parts)
}

/// An operation's description, with the reason where it is deprecated.
pub(super) fn operation(description: Option<&String>, deprecated: Option<&String>) -> Option<String> {
    let mut parts: Vec<String> = description.into_iter().cloned().collect();
    parts.extend(deprecated.map(|reason| format!("Deprecated: {reason}")));
    joined(&parts)
}

/// What goes wrong, as a list of codes.
pub(super) fn errors<'a>(errors: impl Iterator<Item = &'a ErrorCode>) -> String {
    let line = |error: &ErrorCode| {
        let status = error.status.map(|status| format!(" ({status})")).unwrap_or_default();
        let description = error.description.iter().map(|text| format!(" {text}")).collect::<String>();
        format!("- `{}`{status}: {}{description}", error.code, error.message)
    };
    let lines: Vec<String> = errors.map(line).collect();
    if lines.is_empty() { "The call failed.".to_owned() } else { lines.join("\n") }
}

/// A valid value in the documentation.
struct Listed<'a> {
    value: &'a str,
    meaning: Option<&'a String>,
    documented: Option<&'a String>,
}

impl<'a> From<&'a Value> for Listed<'a> {
    fn from(value: &'a Value) -> Self {
        Self { value: &value.value, meaning: value.meaning.as_ref(), documented: value.documented.as_ref() }
    }
}

impl<'a> From<&'a Variant> for Listed<'a> {
    fn from(variant: &'a Variant) -> Self {
        Self {
            value: &variant.value,
            meaning: variant.meaning.as_ref(),
            documented: variant.documented.as_ref(),
        }
    }
}

fn values<'a>(values: impl Iterator<Item = Listed<'a>>) -> String {
    let line = |listed: Listed<'_>| {
        let meaning = listed.meaning.map(|meaning| format!(": {meaning}")).unwrap_or_default();
        let documented =
            listed.documented.map(|form| format!(" Documented as `{form}`.")).unwrap_or_default();
        format!("- `{}`{meaning}{documented}", listed.value)
    };
    values.map(line).collect::<Vec<_>>().join("\n")
}

fn limits(limits: &Constraints) -> Option<String> {
    let number = |value: Option<u64>| value.map(|value| value.to_string());
    let parts = [
        ("at least", limits.minimum.clone()),
        ("at most", limits.maximum.clone()),
        ("length at least", number(limits.min_length)),
        ("length at most", number(limits.max_length)),
        ("items at least", number(limits.min_items)),
        ("items at most", number(limits.max_items)),
        ("pattern", limits.pattern.as_ref().map(|pattern| format!("`{pattern}`"))),
    ];
    let said: Vec<String> =
        parts.into_iter().filter_map(|(name, value)| Some(format!("{name} {}", value?))).collect();
    (!said.is_empty()).then(|| format!("Limits: {}.", said.join(", ")))
}

fn joined(parts: &[String]) -> Option<String> {
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}
