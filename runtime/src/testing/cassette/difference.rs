use serde_json::Value;
use std::collections::BTreeSet;

/// Where two requests differ, by name: what was sent may be secret, and is not shown.
pub(super) fn difference(sent: &Value, recorded: &Value) -> String {
    let mut found = Vec::new();
    for part in ["method", "path"] {
        if sent.get(part) != recorded.get(part) {
            found.push(part.to_owned());
        }
    }
    for (part, what) in [("query", "parameter"), ("form", "parameter")] {
        let (sent, recorded) = (lines(sent, part), lines(recorded, part));
        let names: BTreeSet<&str> = sent.symmetric_difference(&recorded).map(|line| name(line)).collect();
        found.extend(names.into_iter().map(|name| format!("{what} `{name}`")));
    }
    found.extend(members(sent.get("headers"), recorded.get("headers"), "header"));
    let json = |entry: &Value| entry.get("body").and_then(|body| body.get("json")).cloned();
    let in_body: Vec<String> = members(json(sent).as_ref(), json(recorded).as_ref(), "member");
    if in_body.is_empty() && sent.get("body") != recorded.get("body") {
        found.push("body".to_owned());
    }
    found.extend(in_body);
    found.join(", ")
}

fn lines<'a>(entry: &'a Value, part: &str) -> BTreeSet<&'a str> {
    let lines = entry.get(part).and_then(Value::as_array).into_iter().flatten();
    lines.filter_map(Value::as_str).collect()
}

fn name(line: &str) -> &str {
    line.split('=').next().unwrap_or_default()
}

fn members(left: Option<&Value>, right: Option<&Value>, what: &str) -> Vec<String> {
    let keys = |value: Option<&Value>| -> BTreeSet<String> {
        value.and_then(Value::as_object).into_iter().flat_map(|members| members.keys().cloned()).collect()
    };
    let member = |value: Option<&Value>, name: &str| value.and_then(|value| value.get(name)).cloned();
    let names: BTreeSet<String> = keys(left).union(&keys(right)).cloned().collect();
    let differ = names.into_iter().filter(|name| member(left, name) != member(right, name));
    differ.map(|name| format!("{what} `{name}`")).collect()
}
