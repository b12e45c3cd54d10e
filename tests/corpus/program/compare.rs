//! A reply and what was decoded and encoded back: nothing may be lost on the way.
//!
//! Null, a member that is not there, and an empty list or map are the same. What the report names as kept raw or
//! undocumented must be there as it arrived, and what it names as read from another type must have the same meaning.

use alicloud_runtime::record::{Report, Value};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) fn compare(demo: &Value, back: &Value, report: &Report) -> Vec<String> {
    let kept = report.raw_values().iter().map(|raw| (raw.path(), raw.value()));
    let unknown = report.unknown_fields().iter().map(|field| (field.path(), field.value()));
    let mut comparison = Comparison {
        kept: kept.chain(unknown).collect(),
        coerced: report.coercions().iter().map(|coercion| coercion.path()).collect(),
        found: Vec::new(),
    };
    comparison.value("$", demo, Some(back));
    comparison.found
}

struct Comparison<'a> {
    kept: BTreeMap<&'a str, &'a Value>,
    coerced: BTreeSet<&'a str>,
    found: Vec<String>,
}

impl Comparison<'_> {
    fn value(&mut self, path: &str, demo: &Value, back: Option<&Value>) {
        if let Some(kept) = self.kept.get(path) {
            if *kept != demo {
                self.found.push(format!("{path}: another value is kept"));
            }
            return;
        }
        if self.coerced.contains(path) {
            return self.coerced(path, demo, back);
        }
        match (demo, back) {
            (Value::Object(members), Some(Value::Object(back))) => self.object(path, members, back),
            (Value::Array(items), Some(Value::Array(back))) => self.array(path, items, back),
            (demo, None) if is_nothing(demo) => {}
            (_, None) => self.found.push(format!("{path}: lost")),
            (demo, Some(back)) if same(demo, back) || (is_nothing(demo) && is_nothing(back)) => {}
            _ => self.found.push(format!("{path}: another value")),
        }
    }

    fn object(
        &mut self,
        path: &str,
        demo: &serde_json::Map<String, Value>,
        back: &serde_json::Map<String, Value>,
    ) {
        for (name, value) in demo {
            let path = self.member(path, name);
            self.value(&path, value, back.get(name));
        }
        for (name, value) in back {
            if !demo.contains_key(name) && !is_nothing(value) {
                self.found.push(format!("{path}: {name} is not in the reply"));
            }
        }
    }

    fn array(&mut self, path: &str, demo: &[Value], back: &[Value]) {
        let mut back = back.iter();
        for (index, item) in demo.iter().enumerate() {
            let path = format!("{path}[{index}]");
            // Nothing is no item.
            let is_left_out = is_absent(item) && self.coerced.contains(path.as_str());
            if !is_left_out {
                self.value(&path, item, back.next());
            }
        }
        if back.next().is_some() {
            self.found.push(format!("{path}: more items than in the reply"));
        }
    }

    /// A value of another type that means the same.
    fn coerced(&mut self, path: &str, demo: &Value, back: Option<&Value>) {
        let is_good = match (demo, back) {
            (demo, None) => is_absent(demo),
            (demo, Some(back)) if is_nothing(back) => is_absent(demo),
            // The list in an object that holds nothing else.
            (Value::Object(members), Some(Value::Array(items))) => match members.values().next() {
                Some(Value::Array(demo)) if members.len() == 1 => return self.array(path, demo, items),
                _ => false,
            },
            (Value::Object(_) | Value::Array(_), Some(Value::String(text))) => {
                serde_json::from_str::<Value>(text).is_ok_and(|value| value == *demo)
            }
            (Value::String(demo), Some(Value::Bool(back))) => {
                demo.eq_ignore_ascii_case(if *back { "true" } else { "false" })
            }
            (Value::Number(demo), Some(Value::Bool(back))) => demo.as_i64() == Some(i64::from(*back)),
            (Value::String(demo), Some(Value::Number(back))) => {
                back.to_string() == demo.trim() || demo.trim().parse().ok() == back.as_f64()
            }
            (Value::Number(demo), Some(Value::Number(back))) => demo.as_f64() == back.as_f64(),
            (Value::Number(_) | Value::Bool(_), Some(Value::String(back))) => {
                let text = demo.to_string();
                *back == text || back.parse::<f64>().is_ok_and(|number| Some(number) == demo.as_f64())
            }
            _ => false,
        };
        if !is_good {
            self.found.push(format!("{path}: read as something else"));
        }
    }

    /// The path of a member: of a map's entry, where that is how a path in the report begins.
    fn member(&self, path: &str, name: &str) -> String {
        let entry = format!("{path}{{{name}}}");
        let all = self.kept.keys().chain(&self.coerced);
        if all.into_iter().any(|known| known.starts_with(&entry)) {
            return entry;
        }
        if path == "$" { name.to_owned() } else { format!("{path}.{name}") }
    }
}

fn is_absent(value: &Value) -> bool {
    value.is_null() || value.as_str() == Some("")
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// 1 and 1.0 are one number, and so are a number and the 32-bit float next to it.
fn same(demo: &Value, back: &Value) -> bool {
    let narrow = |value: &Value| (value.as_f64()? as f32).to_string().parse::<f64>().ok();
    let is_float = demo.is_f64() || back.is_f64();
    demo == back
        || (demo.is_number()
            && back.is_number()
            && is_float
            && (demo.as_f64() == back.as_f64() || narrow(demo) == back.as_f64()))
}
