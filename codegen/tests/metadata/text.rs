//! Documents as text, for people to read.

use alicloud_codegen::import::metadata::{
    Api, Call, Document, Kind, Limits, OperationName, Refusal, Schema, unsupported,
};
use std::fmt::Write;

/// A document, or why there is none, as text.
pub(crate) fn outcome(read: &Result<Document, Refusal>) -> String {
    match read {
        Ok(document) => self::document(document),
        Err(refusal) => self::refusal(refusal),
    }
}

pub(crate) fn refusal(refusal: &Refusal) -> String {
    let help = refusal.help.as_ref().map(|help| format!("\n  help: {help}")).unwrap_or_default();
    format!("refused ({:?}): {refusal}{help}\n", refusal.kind)
}

fn document(document: &Document) -> String {
    let mut text = String::new();
    let Document { product, version, style, prose_language, .. } = document;
    let _ = writeln!(text, "{product}@{version} {style:?}, texts in {prose_language:?}");
    for endpoint in &document.endpoints {
        let _ = writeln!(text, "endpoint {} {}", endpoint.region, endpoint.host);
    }
    for component in &document.components {
        let role = if component.is_shape() { "shape" } else { "inlined" };
        let _ = write!(text, "component {:?} ({role})", component.name);
        schema(&component.schema, 1, &mut text);
    }
    document.apis.iter().for_each(|one| api(one, &mut text));
    if !document.findings.is_empty() {
        text.push_str("findings\n");
    }
    for finding in &document.findings {
        let _ = writeln!(text, "  [{}] {finding}", finding.kind);
    }
    text
}

fn api(api: &Api, text: &mut String) {
    let methods: Vec<_> = api.methods.iter().map(|method| method.as_str()).collect();
    let call = match &api.call {
        Call::Action => "by name".to_owned(),
        Call::Path(path) => format!("{path:?}"),
    };
    let _ = writeln!(text, "operation {} {} {call} {:?}", api.name, methods.join("|"), api.security);
    let mut fact = |name: &str, value: String| {
        let _ = writeln!(text, "  {name}: {value}");
    };
    for (name, value) in [("summary", &api.summary), ("title", &api.title), ("description", &api.description)]
    {
        value.iter().for_each(|value| fact(name, format!("{value:?}")));
    }
    if !api.schemes.is_empty() {
        fact(
            "schemes",
            format!("{}{}", api.schemes.join(" "), if api.streams() { " (streams)" } else { "" }),
        );
    }
    if api.effect != Default::default() {
        fact("effect", format!("{:?}", api.effect));
    }
    if api.deprecated || api.replacement != Default::default() {
        let operations: Vec<_> = api.replacement.operations.iter().map(name).collect();
        let reason = &api.replacement.none_because;
        fact("deprecated", format!("{} {operations:?} {reason:?}", api.deprecated));
    }
    if !api.consumes.is_empty() || !api.produces.is_empty() {
        fact("bodies", format!("{} -> {}", api.consumes.join(" "), api.produces.join(" ")));
    }
    if let Some(one) = &api.asynchronous {
        fact(
            "asynchronous",
            format!("{} every {:?} ms, {:?} times", name(&one.poll), one.interval, one.attempts),
        );
    }
    api.ram_actions.iter().for_each(|action| fact("permission", format!("{action:?}")));
    if let Some(unsupported) = unsupported(api) {
        fact(
            "unsupported",
            format!("{}: {} ({})", unsupported.feature.id(), unsupported.feature, unsupported.because),
        );
    }
    for parameter in &api.parameters {
        let style = parameter.style.map(|style| format!(" {style:?}")).unwrap_or_default();
        let _ = write!(text, "  {} {:?}{style}", parameter.position.as_str(), parameter.name);
        schema(&parameter.schema, 2, text);
    }
    match &api.success {
        None => text.push_str("  no reply\n"),
        Some(reply) => {
            let _ = write!(text, "  reply {}", reply.status);
            match &reply.schema {
                Some(root) => schema(root, 2, text),
                None => text.push_str(" without body\n"),
            }
            for (header, one) in &reply.headers {
                let _ = write!(text, "    header {header:?}");
                schema(one, 3, text);
            }
        }
    }
    for error in &api.errors {
        let _ = writeln!(
            text,
            "  error {:?} {:?} {:?} {:?}",
            error.status, error.code, error.message, error.description
        );
    }
    for demo in &api.demos {
        let _ = writeln!(text, "  demo {:?} {:?} {:?}", demo.format, demo.example, demo.error_example);
    }
}

fn name(name: &OperationName) -> String {
    [name.product.as_deref(), name.version.as_deref(), Some(&name.name)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("::")
}

/// Writes the type and its facts on the line begun, and what is in it on lines of their own.
fn schema(schema: &Schema, depth: usize, text: &mut String) {
    let mut inner = &schema.kind;
    text.push_str(": ");
    let _ = write!(text, "{}", word(&schema.kind));
    facts(schema, text);
    text.push('\n');
    let indent = "  ".repeat(depth);
    while let Kind::Array(element) | Kind::Map(element) = inner {
        if is_plain(element) {
            inner = &element.kind;
            continue;
        }
        let _ = write!(text, "{indent}{}", if matches!(inner, Kind::Array(_)) { "[]" } else { "{}" });
        self::schema(element, depth + 1, text);
        return;
    }
    if let Kind::Object(properties) = inner {
        for property in properties {
            let _ = write!(text, "{indent}.{:?}", property.name);
            self::schema(&property.schema, depth + 1, text);
        }
    }
}

fn is_plain(schema: &Schema) -> bool {
    *schema == Schema::new(schema.kind.clone())
}

fn word(kind: &Kind) -> String {
    match kind {
        Kind::Object(_) => "object".to_owned(),
        Kind::Map(element) => format!("map of {}", word(&element.kind)),
        Kind::Array(element) => format!("list of {}", word(&element.kind)),
        Kind::Reference(name) => format!("-> {name:?}"),
        other => format!("{other:?}"),
    }
}

fn facts(schema: &Schema, text: &mut String) {
    for (name, value) in [
        ("description", &schema.description),
        ("title", &schema.title),
        ("example", &schema.example),
        ("default", &schema.default),
        ("format", &schema.format),
    ] {
        value.iter().for_each(|value| {
            let _ = write!(text, " {name}={value:?}");
        });
    }
    for (name, holds) in [
        ("required", schema.required),
        ("deprecated", schema.deprecated),
        ("read-only", schema.read_only),
        ("file", schema.file_url),
        ("wrapper", schema.list_wrapper),
    ] {
        if holds {
            let _ = write!(text, " {name}");
        }
    }
    if !schema.values.is_empty() {
        let _ = write!(text, " values={:?}", schema.values);
    }
    if !schema.value_titles.is_empty() {
        let _ = write!(text, " labels={:?}", schema.value_titles);
    }
    if schema.limits != Limits::default() {
        let limits = format!("{:?}", schema.limits);
        let members = limits.trim_start_matches("Limits { ").trim_end_matches(" }");
        let set = members.split(", ").filter(|one| !one.ends_with("None") && !one.ends_with("false"));
        let _ = write!(text, " limits=({})", set.collect::<Vec<_>>().join(", "));
    }
}
