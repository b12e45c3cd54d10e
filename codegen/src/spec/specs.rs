use super::raw;
use crate::source::SourceFile;
use std::sync::Arc;

/// All products that could be read.
#[derive(Clone, Debug, Default)]
pub struct Specs {
    /// Sorted by path.
    pub products: Vec<ProductSpec>,
    /// Operations whose `product.yaml` is missing or wrong, which was reported. Only there so that their own
    /// problems are found as well.
    pub orphans: Vec<OperationSpec>,
}

/// One version of a product.
#[derive(Clone, Debug)]
pub struct ProductSpec {
    /// Its `product.yaml`.
    pub file: Arc<SourceFile>,
    /// What that file says.
    pub product: raw::Product,
    /// Its operations, sorted by path. Without those whose files have problems, which were reported.
    pub operations: Vec<OperationSpec>,
}

/// One operation.
#[derive(Clone, Debug)]
pub struct OperationSpec {
    /// The file.
    pub file: Arc<SourceFile>,
    /// What it says.
    pub operation: raw::Operation,
}
