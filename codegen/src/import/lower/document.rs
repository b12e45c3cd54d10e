use super::kind::Context;
use super::{operation, shapes};
use crate::import::Imported;
use crate::import::metadata::{Document, Style, Unsupported, unsupported};
use crate::spec::raw;

/// Version of the spec language that imported files are written in.
const LANGUAGE: u32 = 2;

/// A document in the types of the spec language.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// What is written.
    pub imported: Imported,
    /// Operations that need a feature which is not supported.
    pub skipped: Vec<Skipped>,
    /// Number of lists of valid values that stood in prose alone.
    pub values_found: usize,
    /// Number of sample replies of an operation without a described reply: nothing could check them.
    pub samples_left_out: usize,
}

/// An operation that is not imported.
#[derive(Clone, Debug)]
pub struct Skipped {
    /// Its name.
    pub operation: String,
    /// Why.
    pub reason: Unsupported,
}

/// Turns a document into specs, without the operations that `wanted` refuses.
#[must_use]
pub fn lower(document: &Document, wanted: impl Fn(&str) -> bool) -> Lowered {
    let mut skipped = Vec::new();
    let mut apis = Vec::with_capacity(document.apis.len());
    for api in document.apis.iter().filter(|api| wanted(&api.name)) {
        match unsupported(api) {
            Some(reason) => skipped.push(Skipped { operation: api.name.clone(), reason }),
            None => apis.push(api),
        }
    }
    let mut context = Context::new(document);
    let operations: Vec<_> = apis.iter().map(|api| operation::operation(api, &mut context)).collect();
    let shapes = shapes::used(&mut context);
    Lowered {
        imported: Imported { product: product(document), operations, shapes },
        skipped,
        values_found: context.values_found,
        samples_left_out: context.samples_left_out,
    }
}

fn product(document: &Document) -> raw::Product {
    let Document { product, version, .. } = document;
    raw::Product {
        language: LANGUAGE,
        code: product.clone(),
        version: version.clone(),
        style: match document.style {
            Style::Rpc => raw::Style::Rpc,
            Style::Roa => raw::Style::Roa,
            Style::V3 => raw::Style::V3,
        },
        module: product.to_ascii_lowercase(),
        title: product.clone(),
        description: None,
        documentation: Some(format!("https://api.alibabacloud.com/document/{product}/{version}")),
        // Whatever schemes a document lists, the official SDKs call everything by HTTPS.
        protocol: raw::Protocol::Https,
        ram_prefix: None,
        endpoints: document
            .endpoints
            .iter()
            .map(|endpoint| (endpoint.region.clone(), endpoint.host.clone()))
            .collect(),
        origin: None,
        allow: Vec::new(),
    }
}
