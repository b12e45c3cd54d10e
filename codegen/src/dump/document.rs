use super::product::Product;
use crate::model::{self, Model};
use serde::Serialize;

/// Version of the format. Keys may be added without a change of it; none is removed or changes its meaning.
const FORMAT: u32 = 1;

#[derive(Serialize)]
pub(super) struct Document<'a> {
    format: u32,
    products: Vec<Product<'a>>,
}

impl<'a> Document<'a> {
    pub(super) fn of(model: &'a Model) -> Self {
        Self { format: FORMAT, products: model.products.iter().map(Product::of).collect() }
    }
}

/// Where the documentation contradicts itself.
#[derive(Serialize)]
pub(super) struct Disagreement<'a> {
    r#in: &'static str,
    documented: &'a str,
    observed: &'a str,
}

impl<'a> Disagreement<'a> {
    pub(super) fn all(disagreements: &'a [model::Disagreement]) -> Vec<Self> {
        let of = |model::Disagreement { place, documented, observed }: &'a model::Disagreement| Self {
            r#in: place.as_str(),
            documented,
            observed,
        };
        disagreements.iter().map(of).collect()
    }
}
