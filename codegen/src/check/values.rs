use super::members::Member;
use super::scope::{Scope, below};
use super::typed;
use crate::diagnostics::{Diagnostic, codes};
use crate::source::Step;
use crate::spec::raw::Type;
use std::collections::HashMap;

/// Rules on values that no disagreement can excuse: defaults, limits, and the list of valid values itself.
pub(super) fn member(member: &Member<'_>, scope: &mut Scope<'_>) {
    default(member, scope);
    limits(member, scope);
    listed_once(member, scope);
    documented_otherwise(member, scope);
}

fn default(member: &Member<'_>, scope: &mut Scope<'_>) {
    let Some(default) = member.default else { return };
    let path = below(&member.path, ["default".into()]);
    let kind = member.kind;
    if !typed::is_of(kind, default) {
        let message =
            format!("the default `{default}` of `{}` is not of type {}", member.name, kind.as_str());
        let problem =
            Diagnostic::error(codes::VALUE_NOT_OF_TYPE, message).help("correct the default or the type");
        scope.report(&path, &format!("no {}", kind.as_str()), problem);
    } else if typed::is_scalar(kind) && !typed::is_listed(kind, member.values, default) {
        let message = format!("the default `{default}` of `{}` is not among its valid values", member.name);
        let help = format!("the valid values are {}", typed::joined(member.values));
        scope.report(&path, "not listed", Diagnostic::error(codes::EXAMPLE_NOT_LISTED, message).help(help));
    }
}

fn limits(member: &Member<'_>, scope: &mut Scope<'_>) {
    let Some(constraints) = member.constraints.filter(|_| typed::is_number(member.kind)) else { return };
    // The limits of a 32-bit integer may lie outside its range.
    let kind = if member.kind == Type::Integer { Type::Long } else { member.kind };
    for (key, limit) in [("minimum", &constraints.minimum), ("maximum", &constraints.maximum)] {
        if let Some(limit) = limit.as_ref().filter(|limit| !typed::is_of(kind, limit)) {
            let message =
                format!("the {key} `{limit}` of `{}` is not of type {}", member.name, member.kind.as_str());
            let problem =
                Diagnostic::error(codes::VALUE_NOT_OF_TYPE, message).help("write it as a plain number");
            scope.report(&below(&member.path, ["constraints".into(), key.into()]), "no such number", problem);
        }
    }
}

fn listed_once(member: &Member<'_>, scope: &mut Scope<'_>) {
    let mut seen: HashMap<&str, Vec<Step>> = HashMap::new();
    for (index, value) in member.values.iter().enumerate() {
        let path = below(&member.path, ["values".into(), index.into(), "value".into()]);
        match seen.get(value.value.as_str()) {
            Some(first) => {
                let first = scope.file.place(first).mark;
                let message = format!("the value `{}` of `{}` is listed twice", value.value, member.name);
                let problem = Diagnostic::error(codes::DUPLICATE_VALUE, message)
                    .also(&scope.file.source, first, "first time")
                    .help("keep one of the two, with both meanings if they differ");
                scope.report(&path, "second time", problem);
            }
            None => {
                seen.insert(value.value.as_str(), path);
            }
        }
    }
}

fn documented_otherwise(member: &Member<'_>, scope: &mut Scope<'_>) {
    for (index, value) in member.values.iter().enumerate() {
        if value.documented.as_ref() == Some(&value.value) {
            let message = format!("`documented` repeats the value `{}`", value.value);
            let problem = Diagnostic::error(codes::STALE_DISAGREEMENT, message)
                .help("delete `documented`: it is for values that the page writes in another way");
            scope.report(
                &below(&member.path, ["values".into(), index.into(), "documented".into()]),
                "the same",
                problem,
            );
        }
    }
}
