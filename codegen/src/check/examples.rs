use super::cause::Cause;
use super::disagreements::Finding;
use super::members::Member;
use super::scope::{Scope, below};
use super::typed;
use crate::diagnostics::{Diagnostic, codes};
use crate::source::Step;
use crate::spec::raw::{Item, Place, Type};

/// What contradicts the type or the valid values in the examples of a member and its items, and in its valid
/// values.
pub(super) fn findings(member: &Member<'_>, scope: &Scope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(example(member, scope));
    let mut path = member.path.clone();
    let mut inner = member.items;
    while let Some(item) = inner {
        path.push("items".into());
        findings.extend(item_example(member, item, &path, scope));
        inner = item.items.as_deref();
    }
    findings.extend(values(member, scope));
    findings
}

fn example(member: &Member<'_>, scope: &Scope<'_>) -> Option<Finding> {
    let text = member.example?;
    let path = below(&member.path, ["example".into()]);
    if !typed::is_of(member.kind, text) {
        return Some(not_of_type(member.name, member.kind, text, &member.path, scope));
    }
    if !typed::is_scalar(member.kind) || typed::is_listed(member.kind, member.values, text) {
        return None;
    }
    let message = format!("the example `{text}` of `{}` is not among its valid values", member.name);
    let problem = Diagnostic::new(codes::EXAMPLE_NOT_LISTED, message);
    let problem = scope.also(problem, &below(&member.path, ["values".into()]), "the valid values");
    Some(Finding {
        place: Place::Example,
        documented: typed::joined(member.values),
        observed: text.to_owned(),
        cause: Cause::Unlisted(member.path.clone(), text.to_owned()),
        problem: problem.at(&scope.file.source, scope.file.place(&path).mark, "not listed"),
    })
}

fn item_example(member: &Member<'_>, item: &Item, path: &[Step], scope: &Scope<'_>) -> Option<Finding> {
    let text = item.example.as_deref().filter(|text| !typed::is_of(item.kind, text))?;
    Some(not_of_type(member.name, item.kind, text, path, scope))
}

/// `owner` is the place of the member or item that has the example and the type.
fn not_of_type(name: &str, kind: Type, text: &str, owner: &[Step], scope: &Scope<'_>) -> Finding {
    let kind = kind.as_str();
    let message = format!("the example `{text}` of `{name}` is not of type {kind}");
    let problem = Diagnostic::new(codes::VALUE_NOT_OF_TYPE, message);
    let problem = scope.also(problem, &below(owner, ["type".into()]), "the type");
    let mark = scope.file.place(&below(owner, ["example".into()])).mark;
    Finding {
        place: Place::Example,
        documented: kind.to_owned(),
        observed: text.to_owned(),
        cause: Cause::type_of(owner),
        problem: problem.at(&scope.file.source, mark, format!("no {kind}")),
    }
}

/// One finding for the whole list: the page has one list, with one mistake.
fn values(member: &Member<'_>, scope: &Scope<'_>) -> Option<Finding> {
    let kind = member.value_kind()?;
    let index = member.values.iter().position(|value| !typed::is_of(kind, &value.value))?;
    let value = member.values.get(index)?;
    let mark = scope.file.place(&below(&member.path, ["values".into(), index.into(), "value".into()])).mark;
    let kind = kind.as_str();
    let message = format!("the valid value `{}` of `{}` is not of type {kind}", value.value, member.name);
    let owner =
        if member.kind == Type::Array { below(&member.path, ["items".into()]) } else { member.path.clone() };
    let problem = Diagnostic::new(codes::VALUE_NOT_OF_TYPE, message);
    let problem = scope.also(problem, &below(&owner, ["type".into()]), "the type");
    Some(Finding {
        place: Place::Values,
        documented: kind.to_owned(),
        observed: typed::joined(member.values),
        cause: Cause::type_of(&owner),
        problem: problem.at(&scope.file.source, mark, format!("no {kind}")),
    })
}
