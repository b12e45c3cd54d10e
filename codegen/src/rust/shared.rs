use super::common::Common;
use super::docs::{self, Docs};
use super::links::Links;
use super::{enumeration, operation, shape, types};
use crate::model::{Product, ShapeId, SharedShapes};
use proc_macro2::TokenStream;
use quote::quote;

/// The module of a product's shared shapes.
pub(super) fn shared(product: &Product, shared: &SharedShapes, common: &Common<'_>) -> TokenStream {
    let who = if shared.sent { "requests" } else { "replies" };
    let docs = Docs::default()
        .paragraph(format!("Types that several {who} of {} share.", docs::line(&product.title)))
        .inner();
    let definitions = &shared.definitions;
    let links = Links::below(product);
    let maps = types::maps(definitions);
    let mut owner = "";
    let shapes = definitions.shapes.iter().enumerate().map(|(index, item)| {
        // Nested structs follow the shared shape that they belong to.
        if let Some((wire, _)) = shared.named.iter().find(|(_, id)| *id == ShapeId(index)) {
            owner = wire;
        }
        shape::shape(definitions, item, &operation::nested(Some(item), owner, links), links)
    });
    let shapes: Vec<TokenStream> = shapes.collect();
    let records = shape::records(&shapes);
    let (common, enumerations) = enumeration::enumerations(definitions, common, links);
    let values = types::values(definitions);
    quote! {
        #docs
        #values
        #maps
        #common
        #records
        #enumerations
    }
}
