use super::{Model, prune};

/// Keeps the operations that `wanted` accepts by product module and wire name. What they do not need goes as well:
/// products without any, shared types.
pub fn retain(model: &mut Model, wanted: impl Fn(&str, &str) -> bool) {
    for product in &mut model.products {
        let module = product.module.as_str();
        product.operations.retain(|operation| wanted(module, &operation.name));
        prune::prune(product);
    }
    model.products.retain(|product| !product.operations.is_empty());
}
