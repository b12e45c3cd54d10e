use super::members::{self, Member};
use super::scope::Scope;
use super::{disagreements, names, products, ram, sample, shapes, values};
use crate::diagnostics::{Diagnostic, Diagnostics, codes};
use crate::spec::{OperationSpec, Specs};

/// Applies all rules that go beyond structure. Identifier collisions are not among them: only naming can see
/// them.
pub fn check(specs: &Specs, diagnostics: &mut Diagnostics) {
    products::modules(specs, diagnostics);
    for product in &specs.products {
        products::product(product, diagnostics);
        for operation in &product.operations {
            check_operation(operation, Some(&product.product.ram_prefix), diagnostics);
        }
    }
    for operation in &specs.orphans {
        check_operation(operation, None, diagnostics);
    }
}

fn check_operation(spec: &OperationSpec, ram_prefix: Option<&str>, diagnostics: &mut Diagnostics) {
    let OperationSpec { file, operation } = spec;
    let mut scope = Scope::new(file, diagnostics);
    names::operation(operation, &mut scope);
    methods(spec, &mut scope);
    ram::authorization(&operation.authorization, ram_prefix, &mut scope);
    let members = members::of(operation);
    let misfits = sample::misfits(operation, &mut scope);
    for member in &members {
        check_member(member, &mut scope);
        disagreements::member(member, &misfits, &mut scope);
    }
}

fn check_member(member: &Member<'_>, scope: &mut Scope<'_>) {
    names::member(member, scope);
    shapes::member(member, scope);
    values::member(member, scope);
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
                Diagnostic::error(codes::DUPLICATE_VALUE, format!("`{}` is listed twice", method.as_str()));
            scope.report(
                &["methods".into(), index.into()],
                "second time",
                problem.help("delete one of the two"),
            );
        }
    }
}
