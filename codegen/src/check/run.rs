use super::members::{self, Member};
use super::scope::Scope;
use super::{
    disagreements, documentation, evidence, limits, names, products, ram, references, sample, shapes, values,
};
use crate::diagnostics::{Diagnostic, Diagnostics, codes};
use crate::spec::{OperationSpec, ProductSpec, ShapeSpec, Specs};

/// Applies all rules that go beyond structure. Identifier collisions are not among them: only naming can see
/// them.
pub fn check(specs: &Specs, diagnostics: &mut Diagnostics) {
    products::modules(specs, diagnostics);
    for product in &specs.products {
        products::product(product, diagnostics);
        references::product(product, diagnostics);
        for operation in &product.operations {
            check_operation(operation, Some(product), diagnostics);
        }
        for shape in &product.shapes {
            check_shape(shape, diagnostics);
        }
    }
    for operation in &specs.orphans {
        check_operation(operation, None, diagnostics);
    }
}

fn check_shape(spec: &ShapeSpec, diagnostics: &mut Diagnostics) {
    let mut scope = Scope::new(&spec.file, diagnostics);
    documentation::file(&mut scope);
    names::shape(&spec.shape, &mut scope);
    for member in &members::of_shape(&spec.shape) {
        check_member(member, &mut scope);
        disagreements::shared_member(member, &mut scope);
    }
}

fn check_operation(spec: &OperationSpec, product: Option<&ProductSpec>, diagnostics: &mut Diagnostics) {
    let OperationSpec { file, operation } = spec;
    let mut scope = Scope::new(file, diagnostics);
    documentation::file(&mut scope);
    names::operation(operation, &mut scope);
    methods(spec, &mut scope);
    ram::authorization(&operation.authorization, product, &mut scope);
    let members = members::of(operation);
    let misfits =
        sample::misfits(operation, product.map_or(&[], |product| product.shapes.as_slice()), &mut scope);
    for member in &members {
        check_member(member, &mut scope);
        disagreements::member(member, &misfits, &mut scope);
    }
}

fn check_member(member: &Member<'_>, scope: &mut Scope<'_>) {
    evidence::member(member, scope);
    names::member(member, scope);
    shapes::member(member, scope);
    values::member(member, scope);
    limits::member(member, scope);
}

fn methods(spec: &OperationSpec, scope: &mut Scope<'_>) {
    let methods = &spec.operation.methods;
    if methods.is_empty() {
        let problem = Diagnostic::error(codes::MISSING_KEY, "`methods` is empty");
        scope.report(
            &["methods".into()],
            "no method",
            problem.help("list the HTTP methods that the service allows, such as `POST`"),
        );
    }
    for (index, method) in methods.iter().enumerate() {
        if methods.iter().take(index).any(|earlier| earlier == method) {
            let problem =
                Diagnostic::new(codes::DUPLICATE_VALUE, format!("`{}` is listed twice", method.as_str()));
            let first = methods.iter().position(|first| first == method).unwrap_or_default();
            let problem = scope.also(problem, &["methods".into(), first.into()], "first time");
            scope.report(
                &["methods".into(), index.into()],
                "second time",
                problem.help("delete one of the two"),
            );
        }
    }
}
