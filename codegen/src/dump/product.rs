use super::field::Field;
use super::flatten;
use super::operation::Operation;
use crate::model;
use crate::spec::raw::Style;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub(super) struct Product<'a> {
    code: &'a str,
    version: &'a str,
    module: &'a str,
    style: &'static str,
    title: &'a str,
    documentation: Option<&'a str>,
    protocol: &'static str,
    ram_prefix: Option<&'a str>,
    endpoints: BTreeMap<&'a str, &'a str>,
    operations: Vec<Operation<'a>>,
    shapes: Vec<Shape<'a>>,
}

impl<'a> Product<'a> {
    pub(super) fn of(product: &'a model::Product) -> Self {
        Self {
            code: &product.code,
            version: &product.version,
            module: product.module.as_str(),
            style: style(&product.operations),
            title: &product.title,
            documentation: product.documentation.as_deref(),
            protocol: product.protocol.as_str(),
            ram_prefix: product.ram_prefix.as_deref(),
            endpoints: product
                .endpoints
                .iter()
                .map(|(region, host)| (region.as_str(), host.as_str()))
                .collect(),
            operations: product.operations.iter().map(Operation::of).collect(),
            shapes: product.shared.iter().flat_map(Shape::all).collect(),
        }
    }
}

/// How operations are called, in the words of the spec language.
fn style(operations: &[model::Operation]) -> &'static str {
    let paths = operations.iter().filter(|operation| operation.path.is_some()).count();
    match paths {
        0 => Style::Rpc.as_str(),
        paths if paths == operations.len() => Style::Roa.as_str(),
        _ => Style::V3.as_str(),
    }
}

#[derive(Serialize)]
struct Shape<'a> {
    name: &'a str,
    side: &'static str,
    rust: &'a str,
    description: Option<&'a str>,
    fields: Vec<Field<'a>>,
}

impl<'a> Shape<'a> {
    fn all(shared: &'a model::SharedShapes) -> Vec<Self> {
        let definitions = &shared.definitions;
        let shapes = shared.named.iter().filter_map(|(name, id)| {
            let shape = definitions.shape(*id)?;
            Some(Self {
                name,
                side: if shared.sent { "request" } else { "reply" },
                rust: shape.name.as_str(),
                description: shape.description.as_deref(),
                fields: flatten::shape(definitions, *id),
            })
        });
        shapes.collect()
    }
}
