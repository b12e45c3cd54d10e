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
        return Some(not_of_type(member.name, member.kind, text, &path, scope));
    }
    if !typed::is_scalar(member.kind) || typed::is_listed(member.kind, member.values, text) {
        return None;
    }
    let message = format!("the example `{text}` of `{}` is not among its valid values", member.name);
    let problem = Diagnostic::error(codes::EXAMPLE_NOT_LISTED, message);
    Some(Finding {
        place: Place::Example,
        documented: typed::joined(member.values),
        observed: text.to_owned(),
        problem: problem.at(&scope.file.source, scope.file.place(&path).mark, "not listed"),
    })
}

fn item_example(member: &Member<'_>, item: &Item, path: &[Step], scope: &Scope<'_>) -> Option<Finding> {
    let text = item.example.as_deref().filter(|text| !typed::is_of(item.kind, text))?;
    Some(not_of_type(member.name, item.kind, text, &below(path, ["example".into()]), scope))
}

fn not_of_type(name: &str, kind: Type, text: &str, path: &[Step], scope: &Scope<'_>) -> Finding {
    let kind = kind.as_str();
    let message = format!("the example `{text}` of `{name}` is not of type {kind}");
    let mark = scope.file.place(path).mark;
    Finding {
        place: Place::Example,
        documented: kind.to_owned(),
        observed: text.to_owned(),
        problem: Diagnostic::error(codes::VALUE_NOT_OF_TYPE, message).at(
            &scope.file.source,
            mark,
            format!("no {kind}"),
        ),
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
    Some(Finding {
        place: Place::Values,
        documented: kind.to_owned(),
        observed: typed::joined(member.values),
        problem: Diagnostic::error(codes::VALUE_NOT_OF_TYPE, message).at(
            &scope.file.source,
            mark,
            format!("no {kind}"),
        ),
    })
}
