use super::scope::Scope;
use crate::diagnostics::{Diagnostic, codes};
use crate::source::Step;
use crate::spec::raw::Operation;

/// Rules on HTTP statuses: of the reply one of success, of errors any number of three digits.
pub(super) fn operation(operation: &Operation, scope: &mut Scope<'_>) {
    let reply = operation.reply.as_ref().and_then(|reply| reply.status);
    if let Some(status) = reply.filter(|status| !(200..=299).contains(status)) {
        let help = "write the status of success, such as 201; leave it out where it is 200";
        report(status, &["reply".into(), "status".into()], "no status of success", help, scope);
    }
    for (index, error) in operation.errors.iter().enumerate() {
        // Documentation knows statuses of its own beside those of HTTP, such as 110.
        if let Some(status) = error.status.filter(|status| !(100..=999).contains(status)) {
            let place = ["errors".into(), index.into(), "status".into()];
            report(status, &place, "no status", "write a number of three digits, or leave it out", scope);
        }
    }
}

fn report(status: u16, place: &[Step], label: &str, help: &str, scope: &mut Scope<'_>) {
    let problem = Diagnostic::new(codes::STATUS, format!("{status} is {label}")).help(help);
    scope.report(place, "", problem);
}
