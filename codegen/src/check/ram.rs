use super::cause::Cause;
use super::disagreements::{self, Finding};
use super::scope::Scope;
use crate::diagnostics::{Diagnostic, codes};
use crate::source::Step;
use crate::spec::ProductSpec;
use crate::spec::raw::{Authorization, Place, Ram};

/// The access levels that the documentation pages define.
const ACCESS_LEVELS: [&str; 3] = ["read", "write", "list"];

/// Rules on the RAM row. Without the product (its file is missing or wrong) the action is not looked
/// at.
pub(super) fn authorization(
    authorization: &Authorization,
    product: Option<&ProductSpec>,
    scope: &mut Scope<'_>,
) {
    let Authorization::Ram(ram) = authorization else { return };
    if let Some(product) = product.filter(|_| !scope.is_imported) {
        action(ram, product, scope);
    }
    let findings = access_level(ram, scope).into_iter().collect();
    disagreements::settle(&["authorization".into()], &ram.disagrees, findings, false, scope);
}

fn action(ram: &Ram, product: &ProductSpec, scope: &mut Scope<'_>) {
    let Some(prefix) = product.product.ram_prefix.as_deref() else { return };
    let name = ram.action.strip_prefix(prefix).and_then(|rest| rest.strip_prefix(':'));
    if name.is_none_or(str::is_empty) {
        let message = format!("the RAM action `{}` does not start with `{prefix}:`", ram.action);
        let declared = product.file.place(&["ram_prefix".into()]).mark;
        let problem = Diagnostic::new(codes::RAM_ACTION, message)
            .also(&product.file.source, declared, "the prefix")
            .help(format!("write `{prefix}:<action>`, or correct `ram_prefix` in product.yaml"));
        scope.report(&["authorization".into(), "action".into()], "no action of this product", problem);
    }
}

fn access_level(ram: &Ram, scope: &Scope<'_>) -> Option<Finding> {
    if ACCESS_LEVELS.contains(&ram.access_level.as_str()) {
        return None;
    }
    let path: [Step; 2] = ["authorization".into(), "access_level".into()];
    let levels = ACCESS_LEVELS.join(", ");
    let message = format!("`{}` is no access level of RAM", ram.access_level);
    let label = format!("defined are {levels}");
    Some(Finding {
        place: Place::Values,
        documented: levels,
        observed: ram.access_level.clone(),
        cause: Cause::Unlisted(path.to_vec(), ram.access_level.clone()),
        problem: Diagnostic::error(codes::RAM_ACCESS_LEVEL, message).at(
            &scope.file.source,
            scope.file.place(&path).mark,
            label,
        ),
        is_covered: false,
    })
}
