use super::members::{self, Member};
use super::product::Product;
use super::scope::Scope;
use super::{
    asynchronous, disagreements, documentation, evidence, limits, lists, names, pagination, path, positions,
    products, ram, references, sample, shapes, statuses, values,
};
use crate::diagnostics::Diagnostics;
use crate::spec::{OperationSpec, ShapeSpec, Specs};

/// Applies all rules that go beyond structure. Identifier collisions are not among them: only naming can see
/// them.
pub fn check(specs: &Specs, diagnostics: &mut Diagnostics) {
    products::modules(specs, diagnostics);
    for product in &specs.products {
        products::product(product, diagnostics);
        let around = Product::new(product);
        references::product(product, &around, diagnostics);
        for operation in &product.operations {
            check_operation(operation, &around, diagnostics);
        }
        for shape in &product.shapes {
            check_shape(shape, diagnostics);
        }
    }
    for operation in &specs.orphans {
        check_operation(operation, &Product::default(), diagnostics);
    }
}

fn check_shape(spec: &ShapeSpec, diagnostics: &mut Diagnostics) {
    let mut scope = Scope::new(&spec.file, spec.shape.origin.as_ref(), diagnostics);
    documentation::file(&mut scope);
    names::shape(&spec.shape, &mut scope);
    let members = members::of_shape(&spec.shape);
    for member in &members {
        check_member(member, &mut scope);
        disagreements::shared_member(member, &mut scope);
    }
    if scope.has_causes() {
        members.iter().for_each(|member| evidence::member(member, &mut scope));
    }
}

fn check_operation(spec: &OperationSpec, product: &Product<'_>, diagnostics: &mut Diagnostics) {
    let OperationSpec { file, operation } = spec;
    let mut scope = Scope::new(file, operation.origin.as_ref(), diagnostics);
    documentation::file(&mut scope);
    names::operation(operation, &mut scope);
    lists::operation(operation, &mut scope);
    path::operation(operation, product, &mut scope);
    positions::operation(operation, &mut scope);
    statuses::operation(operation, &mut scope);
    pagination::operation(operation, product, &mut scope);
    asynchronous::operation(operation, product, &mut scope);
    if let Some(authorization) = &operation.authorization {
        ram::authorization(authorization, product.spec, &mut scope);
    }
    let members = members::of(operation);
    let misfits = sample::misfits(operation, product, &mut scope);
    for member in &members {
        check_member(member, &mut scope);
        disagreements::member(member, &misfits, &mut scope);
    }
    if scope.has_causes() {
        members.iter().for_each(|member| evidence::member(member, &mut scope));
        sample::support(operation, product, &mut scope);
    }
}

fn check_member(member: &Member<'_>, scope: &mut Scope<'_>) {
    names::member(member, scope);
    shapes::member(member, scope);
    values::member(member, scope);
    limits::member(member, scope);
    positions::member(member, scope);
}
