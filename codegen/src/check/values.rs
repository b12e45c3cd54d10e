use super::cause::Cause;
use super::members::{Member, Role};
use super::scope::{Scope, below};
use super::typed;
use crate::diagnostics::{Diagnostic, codes};
use crate::naming;
use crate::source::Step;
use std::collections::HashMap;

/// Letters of a name that is suggested for a value.
const LONGEST_NAME: usize = 30;

/// Rules on values that no disagreement can excuse: defaults, and the list of valid values itself.
pub(super) fn member(member: &Member<'_>, scope: &mut Scope<'_>) {
    default(member, scope);
    if !scope.is_imported {
        required_with_default(member, scope);
        numbers_named(member, scope);
    }
    at_least_one(member, scope);
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
            Diagnostic::new(codes::VALUE_NOT_OF_TYPE, message).help("correct the default or the type");
        let problem = scope.also(problem, &below(&member.path, ["type".into()]), "the type");
        let mark = scope.file.place(&path).mark;
        let problem = problem.at(&scope.file.source, mark, format!("no {}", kind.as_str()));
        scope.because(Cause::type_of(&member.path), problem);
    } else if typed::is_scalar(kind) && !typed::is_listed(kind, member.values, default) {
        let message = format!("the default `{default}` of `{}` is not among its valid values", member.name);
        let help = format!("the valid values are {}", typed::joined(member.values));
        let problem = Diagnostic::new(codes::EXAMPLE_NOT_LISTED, message).help(help);
        let problem = scope.also(problem, &below(&member.path, ["values".into()]), "the valid values");
        let mark = scope.file.place(&path).mark;
        let cause = Cause::Unlisted(member.path.clone(), default.to_owned());
        scope.because(cause, problem.at(&scope.file.source, mark, "not listed"));
    }
}

fn required_with_default(member: &Member<'_>, scope: &mut Scope<'_>) {
    if member.required && member.default.is_some() && member.role != Role::ReplyField {
        let message = format!("`{}` is required, and has a default", member.name);
        let problem = Diagnostic::new(codes::REQUIRED_WITH_DEFAULT, message)
            .help("delete one of the two: what a service assumes without the parameter only matters where it can be left out");
        let problem = scope.also(problem, &below(&member.path, ["required".into()]), "required");
        scope.report(&below(&member.path, ["default".into()]), "never used", problem);
    }
}

/// Without the key every value is valid; with an empty list none would be.
fn at_least_one(member: &Member<'_>, scope: &mut Scope<'_>) {
    let path = below(&member.path, ["values".into()]);
    if scope.has(&path) && member.values.is_empty() {
        let message = format!("the list of valid values of `{}` is empty", member.name);
        let problem = Diagnostic::new(codes::NO_VALUES, message)
            .help("list the values, or delete the key if every value is valid");
        scope.report(&path, "no value", problem);
    }
}

/// A variant `Value1` says nothing where its meaning is known.
fn numbers_named(member: &Member<'_>, scope: &mut Scope<'_>) {
    if !member.value_kind().is_some_and(typed::is_enumerable) {
        return;
    }
    for (index, value) in member.values.iter().enumerate() {
        let digits = value.value.strip_prefix('-').unwrap_or(&value.value);
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if let (true, Some(meaning), None) = (is_number, &value.meaning, &value.name) {
            let message =
                format!("the value `{}` of `{}` has a meaning, and no name", value.value, member.name);
            let problem = Diagnostic::new(codes::NUMBER_WITHOUT_NAME, message)
                .help(format!("give it a `name`, which its variant takes: {}", name(meaning)));
            let path = below(&member.path, ["values".into(), index.into()]);
            let problem = scope.also(problem, &below(&path, ["meaning".into()]), "its meaning");
            scope.report(&below(&path, ["value".into()]), "a number", problem);
        }
    }
}

/// A name for a meaning, such as `name: TrialEnded`; an invented one where the meaning is too long.
fn name(meaning: &str) -> String {
    match naming::type_name(meaning).map(|name| name.to_string()) {
        Some(name) if name.len() <= LONGEST_NAME => format!("`name: {name}`"),
        _ => "for example `name: Ended`".to_owned(),
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
                let problem = Diagnostic::new(codes::DUPLICATE_VALUE, message)
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
            let problem = Diagnostic::new(codes::STALE_DISAGREEMENT, message)
                .help("delete `documented`: it is for values that the page writes in another way");
            scope.report(
                &below(&member.path, ["values".into(), index.into(), "documented".into()]),
                "the same",
                problem,
            );
        }
    }
}
