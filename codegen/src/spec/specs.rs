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
    /// Files that correct what is imported, without those that have problems, which were reported.
    pub corrections: Vec<Arc<SourceFile>>,
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
    /// Its shared shapes, sorted by path. Without those whose files have problems, which were reported.
    pub shapes: Vec<ShapeSpec>,
    /// Whether all operation files could be read: only then is something that none of them uses unused.
    pub all_operations: bool,
    /// Whether all shape files could be read: only then is a shape that is not among them unknown.
    pub all_shapes: bool,
}

impl ProductSpec {
    /// The shared shape of a name. Where two files describe it, which was reported, the first.
    #[must_use]
    pub fn shape(&self, name: &str) -> Option<&ShapeSpec> {
        self.shapes.iter().find(|spec| spec.shape.name == name)
    }
}

/// One shared shape.
#[derive(Clone, Debug)]
pub struct ShapeSpec {
    /// The file.
    pub file: Arc<SourceFile>,
    /// What it says.
    pub shape: raw::SharedShape,
}

/// One operation.
#[derive(Clone, Debug)]
pub struct OperationSpec {
    /// The file.
    pub file: Arc<SourceFile>,
    /// What it says.
    pub operation: raw::Operation,
}
