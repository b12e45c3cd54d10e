use super::product::Product;
use super::scope::Scope;
use super::waiting;
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::spec::raw::Operation;
use crate::spec::{OperationSpec, ProductSpec};

/// The operation that tells how far a call is must be there, if it is one of this product, and what is said about it must
/// fit.
pub(super) fn operation(operation: &Operation, product: &Product<'_>, scope: &mut Scope<'_>) {
    let Some(asynchronous) = &operation.asynchronous else { return };
    let name = product.spec.and_then(|spec| own(spec, &asynchronous.operation));
    let asked = product.spec.zip(name).and_then(|(spec, name)| find(spec, name));
    if let (Some(spec), Some(name), None) = (product.spec, name, asked) {
        unknown(operation, spec, name, scope);
    }
    waiting::operation(operation, asynchronous, asked, product, scope);
}

/// The name of an operation, where it is one of this product.
fn own<'a>(spec: &ProductSpec, wanted: &'a str) -> Option<&'a str> {
    match wanted.split_once(':') {
        Some((of, name)) => (of == format!("{}@{}", spec.product.code, spec.product.version)).then_some(name),
        None => Some(wanted),
    }
}

fn find<'a>(spec: &'a ProductSpec, name: &str) -> Option<&'a OperationSpec> {
    spec.operations.iter().find(|other| other.operation.name == name)
}

/// Of imported files that were chosen one by one the others may be missing.
fn unknown(operation: &Operation, spec: &ProductSpec, name: &str, scope: &mut Scope<'_>) {
    if !spec.all_operations || operation.origin.is_some() {
        return;
    }
    let help = match suggest(name, spec.operations.iter().map(|other| other.operation.name.as_str())) {
        Some(near) => format!("is it `{near}`?"),
        None => "describe it in a file of its own; one of another product is written as `Ecs@2014-05-26:DescribeTasks`".to_owned(),
    };
    let problem =
        Diagnostic::new(codes::UNKNOWN_OPERATION, format!("there is no operation `{name}`")).help(help);
    scope.report(&["asynchronous".into(), "operation".into()], "not described", problem);
}
