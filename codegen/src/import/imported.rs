use crate::spec::raw;

/// What a document of the official metadata says, in the types of the spec language.
#[derive(Clone, Debug)]
pub struct Imported {
    /// What becomes `product.yaml`.
    pub product: raw::Product,
    /// The operations, in the order of the document.
    pub operations: Vec<raw::Operation>,
    /// The shared shapes that they use, in the order of the document.
    pub shapes: Vec<raw::SharedShape>,
}
