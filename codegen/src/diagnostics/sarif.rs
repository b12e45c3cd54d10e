use super::codes::{self, Code};
use super::{Diagnostic, Diagnostics, Label, explain, json};
use serde_json::{Value, json};
use std::fmt::Write;

/// Where the form is described.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The whole report as one run of the tool, with all rules.
pub(super) fn report(diagnostics: &Diagnostics) -> String {
    let rules: Vec<_> = codes::ALL.iter().map(rule).collect();
    let results: Vec<_> = diagnostics.sorted().into_iter().map(result).collect();
    json::text(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": env!("CARGO_PKG_NAME"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "informationUri": env!("CARGO_PKG_REPOSITORY"),
                    "rules": rules,
                },
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn rule(code: &Code) -> Value {
    let about = explain::of(*code).map_or(code.title, |explanation| explanation.text);
    json!({
        "id": code.id,
        "shortDescription": { "text": code.title },
        "fullDescription": { "text": about },
        "defaultConfiguration": { "level": code.severity.as_str() },
    })
}

fn result(diagnostic: &Diagnostic) -> Value {
    let mut result = json!({
        "ruleId": diagnostic.code.id,
        "level": diagnostic.severity.as_str(),
        "message": { "text": message(diagnostic) },
        "locations": [{ "physicalLocation": physical(diagnostic.file(), diagnostic.primary.as_ref()) }],
    });
    let index = codes::ALL.iter().position(|code| *code == diagnostic.code);
    let related: Vec<_> = diagnostic.secondary.iter().map(related).collect();
    if let Value::Object(result) = &mut result {
        result.extend(index.map(|index| ("ruleIndex".to_owned(), json!(index))));
        if !related.is_empty() {
            result.insert("relatedLocations".to_owned(), Value::Array(related));
        }
    }
    result
}

/// The message with its reasons and next steps: SARIF has no place of their own for them.
fn message(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.message.clone();
    for (what, texts) in [("note", &diagnostic.notes), ("help", &diagnostic.helps)] {
        for more in texts {
            text.push_str(&format!("\n{what}: {more}"));
        }
    }
    text
}

fn related(label: &Label) -> Value {
    json!({
        "physicalLocation": physical(label.source.path(), Some(label)),
        "message": { "text": label.text },
    })
}

fn physical(file: &str, label: Option<&Label>) -> Value {
    let artifact = json!({ "uri": uri(file) });
    let Some(label) = label else { return json!({ "artifactLocation": artifact }) };
    let ((line, column), (end_line, end_column)) = (label.start(), label.end());
    json!({
        "artifactLocation": artifact,
        "region": {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        },
    })
}

/// A path as a reference: relative ones stay relative, what a URI does not allow is encoded.
fn uri(path: &str) -> String {
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("spec/sas/2018-12-03/get_thing.yaml"), "spec/sas/2018-12-03/get_thing.yaml");
        assert_eq!(uri("/a b/c:d"), "file:///a%20b/c%3Ad");
        assert_eq!(uri("é"), "%C3%A9");
    }
}
