use super::product::Product;
use super::scope::Scope;
use crate::diagnostics::{Diagnostic, codes, suggest};
use crate::spec::raw::Operation;

/// The operation that tells how far a call is must be there, if it is one of this product. Of imported files that were chosen one
/// by one the others may be missing.
pub(super) fn operation(operation: &Operation, product: &Product<'_>, scope: &mut Scope<'_>) {
    let Some(asynchronous) = &operation.asynchronous else { return };
    let Some(spec) = product.spec.filter(|spec| spec.all_operations && operation.origin.is_none()) else {
        return;
    };
    let wanted = asynchronous.operation.as_str();
    let own = format!("{}@{}", spec.product.code, spec.product.version);
    let name = match wanted.split_once(':') {
        Some((of, name)) if of == own => name,
        Some(_) => return,
        None => wanted,
    };
    let names = || spec.operations.iter().map(|spec| spec.operation.name.as_str());
    if names().any(|other| other == name) {
        return;
    }
    let help = match suggest(name, names()) {
        Some(near) => format!("is it `{near}`?"),
        None => "describe it in a file of its own; one of another product is written as `Ecs@2014-05-26:DescribeTasks`".to_owned(),
    };
    let problem =
        Diagnostic::new(codes::UNKNOWN_OPERATION, format!("there is no operation `{name}`")).help(help);
    scope.report(&["asynchronous".into(), "operation".into()], "not described", problem);
}
