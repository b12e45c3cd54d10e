use super::sample::Shapes;
use crate::spec::{ProductSpec, ShapeSpec};
use std::collections::HashMap;

/// What the rules need to know of the product around an operation. Of an operation whose product could not be read: nothing.
#[derive(Default)]
pub(super) struct Product<'a> {
    pub(super) spec: Option<&'a ProductSpec>,
    /// The shared shapes by name; where two have one name, which was reported, the first.
    pub(super) shapes: Shapes<'a>,
    files: HashMap<&'a str, &'a ShapeSpec>,
}

impl<'a> Product<'a> {
    pub(super) fn new(spec: &'a ProductSpec) -> Self {
        let mut files = HashMap::with_capacity(spec.shapes.len());
        for shape in &spec.shapes {
            files.entry(shape.shape.name.as_str()).or_insert(shape);
        }
        let shapes = files.iter().map(|(name, spec)| (*name, &spec.shape)).collect();
        Self { spec: Some(spec), shapes, files }
    }

    /// The file of a shared shape.
    pub(super) fn shape(&self, name: &str) -> Option<&'a ShapeSpec> {
        self.files.get(name).copied()
    }
}
