use crate::model::Product;

/// The operations that a text can link to, and from where.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Links<'a> {
    product: Option<&'a Product>,
    /// The path from the text to the client.
    client: &'static str,
}

impl<'a> Links<'a> {
    /// For a text in a module of the product: of an operation, or of shared shapes.
    pub(super) fn below(product: &'a Product) -> Self {
        Self { product: Some(product), client: "super::Client" }
    }

    /// For a text of the product's own module.
    pub(super) fn of(product: &'a Product) -> Self {
        Self { product: Some(product), client: "Client" }
    }

    /// Where the name of an operation leads, if that is generated.
    pub(super) fn target(&self, name: &str) -> Option<String> {
        let operation = self.product?.operations.iter().find(|operation| operation.name == name)?;
        Some(format!("{}::{}", self.client, operation.method_name.as_str()))
    }
}
