//! Whole documents.

use super::super::raw::{RawApi, RawDocument};
use super::super::{Document, FindingKind, Refusal};
use super::api::api;
use super::components::components;
use super::context::Context;
use super::endpoints::endpoints;
use super::place::Place;
use super::prose::{Prose, plain, trimmed};
use super::refusals;
use super::values::Values;
use std::collections::{HashMap, HashSet};

/// Makes a document of what is written, with the texts of a second one. The second one may be unusable, of which
/// the reason is then given in its place.
pub(in super::super) fn document<'a>(
    raw: RawDocument<'_>,
    prose: Option<Result<&'a RawDocument<'a>, Refusal>>,
) -> Result<Document, Refusal> {
    let style = refusals::check(&raw)?;
    let product = trimmed(&plain(&raw.info.product).unwrap_or_default()).to_owned();
    let version = trimmed(&plain(&raw.info.version).unwrap_or_default()).to_owned();
    let mut context = Context {
        findings: Vec::new(),
        prose: None,
        components: components_of(&raw),
        foreign: Vec::new(),
        spelled_out: HashMap::new(),
    };
    context.prose = prose.and_then(|prose| usable(prose, &product, &version, &mut context));
    let root = &Place::Root("document");
    let mut values = Values { context: &mut context, place: root };
    values.record("document", &raw);
    values.record("info", &raw.info);
    values.record("components", &raw.components);
    context.report_twice(&Place::Root("apis"), &raw.apis.twice);
    let endpoints = endpoints(&raw.endpoints, &mut context);
    let told: HashMap<&str, &RawApi<'_>> = match &context.prose {
        Some(prose) => prose.document.apis.entries.iter().map(|(name, api)| (name.as_ref(), api)).collect(),
        None => HashMap::new(),
    };
    let mut apis = Vec::with_capacity(raw.apis.entries.len());
    for (name, raw) in raw.apis.entries {
        apis.extend(api(&name, raw, told.get(name.as_ref()).copied(), &style, &mut context));
    }
    let components = components(raw.components.schemas, &mut context);
    if apis.is_empty() {
        return Err(refusals::no_apis());
    }
    let prose_language = context.prose.as_ref().map(|prose| prose.language);
    Ok(Document {
        product,
        version,
        style,
        endpoints,
        components,
        apis,
        prose_language,
        findings: context.findings,
    })
}

/// Names of the components of a document.
fn components_of(raw: &RawDocument<'_>) -> HashSet<String> {
    let names = raw.components.schemas.entries.iter().map(|(name, _)| name);
    names.filter(|name| !name.trim().is_empty()).map(|name| name.to_string()).collect()
}

/// The second document, if it is about the same product; else says why not.
fn usable<'a>(
    prose: Result<&'a RawDocument<'a>, Refusal>,
    product: &str,
    version: &str,
    context: &mut Context<'a>,
) -> Option<Prose<'a>> {
    let reason = match prose {
        Err(refusal) => refusal.to_string(),
        Ok(raw) => {
            let own_product = plain(&raw.info.product).unwrap_or_default();
            let own_version = plain(&raw.info.version).unwrap_or_default();
            if own_product.eq_ignore_ascii_case(product) && own_version == version {
                return Some(Prose::new(raw));
            }
            format!("it is about {own_product}@{own_version}, and this one about {product}@{version}")
        }
    };
    let text = format!("texts come from this document alone, because the second is not used: {reason}");
    context.report(&Place::Root("document"), FindingKind::ProseUnusable, text);
    None
}
