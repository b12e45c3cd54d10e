//! What the types of a document promise, whatever it was read from.

use alicloud_codegen::import::metadata::{
    Api, CLOSED_LIST, Call, Document, Kind, Position, Schema, unsupported,
};
use std::collections::{BTreeMap, BTreeSet};

/// Panics where a document does not keep what its types promise.
pub(crate) fn check(document: &Document) {
    let names: BTreeSet<_> = document.apis.iter().map(|api| &api.name).collect();
    assert_eq!(names.len(), document.apis.len());
    assert!(!document.apis.is_empty() && !document.product.is_empty() && !document.version.is_empty());
    let regions: BTreeSet<_> = document.endpoints.iter().map(|endpoint| &endpoint.region).collect();
    assert_eq!(regions.len(), document.endpoints.len());
    for component in &document.components {
        assert!(std::ptr::eq(document.components.get(&component.name).unwrap(), component));
        schema(&component.schema, document);
    }
    inlining_ends(document);
    document.apis.iter().for_each(|one| api(one, document));
    let counted: usize = document.count_findings().values().sum();
    assert_eq!(counted, document.findings.len());
    for finding in &document.findings {
        assert!(!finding.place.is_empty() && !finding.text.is_empty());
    }
}

fn api(api: &Api, document: &Document) {
    assert!(!api.methods.is_empty() && !api.security.is_empty(), "{}", api.name);
    let mut seen = BTreeSet::new();
    let mut bodies = 0;
    for parameter in &api.parameters {
        schema(&parameter.schema, document);
        assert!(
            seen.insert((&parameter.name, parameter.position.as_str())),
            "{}: {}",
            api.name,
            parameter.name
        );
        bodies += usize::from(parameter.position == Position::Body);
        let placeholders = [format!("{{{}}}", parameter.name), format!("{{+{}}}", parameter.name)];
        let has = match &api.call {
            Call::Action => false,
            Call::Path(path) => placeholders.iter().any(|placeholder| path.contains(placeholder)),
        };
        if parameter.position == Position::Path {
            assert!(has && parameter.schema.required, "{}: {}", api.name, parameter.name);
        }
    }
    assert!(bodies < 2, "{}", api.name);
    if let Call::Path(path) = &api.call {
        assert!(path.starts_with('/') || path.starts_with("{+"), "{path}");
        for piece in path.split('{').skip(1) {
            let name = piece.split('}').next().unwrap().trim_start_matches('+');
            let fits = |position, wanted: &str| position == Position::Path && wanted == name;
            assert!(api.parameters.iter().any(|one| fits(one.position, &one.name)), "{}: {path}", api.name);
        }
    }
    if let Some(reply) = &api.success {
        assert!((200..300).contains(&reply.status));
        reply.schema.iter().for_each(|root| schema(root, document));
        reply.headers.iter().for_each(|(_, header)| schema(header, document));
    }
    if let Some(unsupported) = unsupported(api) {
        assert!(CLOSED_LIST.contains(&unsupported.feature) && !unsupported.because.is_empty());
    }
}

fn schema(one: &Schema, document: &Document) {
    for text in [&one.description, &one.title, &one.example].into_iter().flatten() {
        assert!(!text.is_empty() && text.trim() == text, "{text:?}");
    }
    match &one.kind {
        Kind::Reference(name) => assert!(document.components.get(name).is_some(), "{name}"),
        Kind::Array(element) | Kind::Map(element) => schema(element, document),
        Kind::Object(properties) => {
            assert!(!properties.is_empty());
            let names: BTreeSet<_> = properties.iter().map(|property| &property.name).collect();
            assert_eq!(names.len(), properties.len());
            properties.iter().for_each(|property| schema(&property.schema, document));
        }
        _ => {}
    }
}

/// Components that are no types of their own can be put in place of references to them.
fn inlining_ends(document: &Document) {
    let mut edges: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for component in document.components.iter().filter(|component| !component.is_shape()) {
        references(&component.schema, edges.entry(&component.name).or_default());
    }
    while !edges.is_empty() {
        let free: Vec<&str> = edges
            .iter()
            .filter(|(_, targets)| targets.iter().all(|target| !edges.contains_key(target)))
            .map(|(name, _)| *name)
            .collect();
        assert!(!free.is_empty(), "endless: {:?}", edges.keys());
        free.iter().for_each(|name| drop(edges.remove(name)));
    }
}

fn references<'a>(schema: &'a Schema, names: &mut Vec<&'a str>) {
    match &schema.kind {
        Kind::Reference(name) => names.push(name),
        Kind::Array(element) | Kind::Map(element) => references(element, names),
        Kind::Object(properties) => {
            properties.iter().for_each(|property| references(&property.schema, names));
        }
        _ => {}
    }
}
