//! Sample replies.

use super::super::raw::Loose;
use super::super::{Demo, DemoFormat, FindingKind};
use super::context::Context;
use super::place::Place;
use serde::Deserialize;

/// A sample as it is written.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Sample {
    #[serde(rename = "type")]
    format: serde_json::Value,
    example: serde_json::Value,
    #[serde(rename = "errorExample")]
    error_example: serde_json::Value,
}

/// Reads sample replies. They are a list in JSON, as a text; none are `null` or an empty text.
pub(super) fn demos(raw: &Loose<'_>, place: &Place<'_>, context: &mut Context<'_>) -> Vec<Demo> {
    let place = &Place::Part(place, "demos");
    let read = match raw {
        Loose::Null => return Vec::new(),
        Loose::Text(text) if text.trim().is_empty() => return Vec::new(),
        Loose::Text(text) => serde_json::from_str::<Vec<Sample>>(text),
        other => serde_json::from_str::<Vec<Sample>>(&other.to_string()),
    };
    let samples = match read {
        Ok(samples) => samples,
        Err(_) => {
            context.report(place, FindingKind::Demo, "the sample replies are not readable; left out");
            return Vec::new();
        }
    };
    let mut demos = Vec::with_capacity(samples.len());
    for sample in samples {
        let format = match sample.format.as_str().map(str::to_ascii_lowercase).as_deref() {
            Some("json") => DemoFormat::Json,
            Some("xml") => DemoFormat::Xml,
            _ => {
                let text = format!("a sample reply of the type {}; left out", sample.format);
                context.report(place, FindingKind::Demo, text);
                continue;
            }
        };
        let demo = Demo { format, example: text(sample.example), error_example: text(sample.error_example) };
        if demo.example.is_some() || demo.error_example.is_some() {
            demos.push(demo);
        }
    }
    demos
}

fn text(value: serde_json::Value) -> Option<String> {
    let text = match value {
        serde_json::Value::Null => return None,
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    };
    (!text.trim().is_empty()).then_some(text)
}
