use super::Model;

/// Keeps the operations that `wanted` accepts by product module and wire name; products without any go as well.
pub fn retain(model: &mut Model, wanted: impl Fn(&str, &str) -> bool) {
    for product in &mut model.products {
        let module = product.module.as_str();
        product.operations.retain(|operation| wanted(module, &operation.name));
    }
    model.products.retain(|product| !product.operations.is_empty());
}
