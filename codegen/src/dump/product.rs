use super::operation::Operation;
use crate::model;
use serde::Serialize;
use std::collections::BTreeMap;

/// The only style that the spec language knows so far.
const STYLE: &str = "RPC";

#[derive(Serialize)]
pub(super) struct Product<'a> {
    code: &'a str,
    version: &'a str,
    module: &'a str,
    style: &'static str,
    title: &'a str,
    documentation: &'a str,
    protocol: &'static str,
    ram_prefix: &'a str,
    endpoints: BTreeMap<&'a str, &'a str>,
    operations: Vec<Operation<'a>>,
}

impl<'a> Product<'a> {
    pub(super) fn of(product: &'a model::Product) -> Self {
        Self {
            code: &product.code,
            version: &product.version,
            module: product.module.as_str(),
            style: STYLE,
            title: &product.title,
            documentation: &product.documentation,
            protocol: product.protocol.as_str(),
            ram_prefix: &product.ram_prefix,
            endpoints: product
                .endpoints
                .iter()
                .map(|(region, host)| (region.as_str(), host.as_str()))
                .collect(),
            operations: product.operations.iter().map(Operation::of).collect(),
        }
    }
}
