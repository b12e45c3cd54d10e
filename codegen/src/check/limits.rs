use super::cause::Cause;
use super::members::Member;
use super::scope::{Scope, below};
use super::typed;
use crate::diagnostics::{Diagnostic, codes};
use crate::spec::raw::{Constraints, Type};

/// Rules on documented limits: of a type that has them, numbers, and some value between them.
pub(super) fn member(member: &Member<'_>, scope: &mut Scope<'_>) {
    let Some(constraints) = member.constraints else { return };
    numbers(member, constraints, scope);
    counts(member, constraints, scope);
    if constraints.pattern.is_some() && member.kind != Type::String {
        misfit(member, "pattern", "strings", scope);
    }
}

fn numbers(member: &Member<'_>, constraints: &Constraints, scope: &mut Scope<'_>) {
    let limits = [("minimum", &constraints.minimum), ("maximum", &constraints.maximum)];
    // The limits of a 32-bit integer may lie outside its range.
    let kind = if member.kind == Type::Integer { Type::Long } else { member.kind };
    let mut sound = true;
    for (key, limit) in limits {
        let Some(limit) = limit else { continue };
        if !typed::is_number(kind) {
            misfit(member, key, "numbers", scope);
            sound = false;
        } else if !typed::is_of(kind, limit) {
            let message =
                format!("the {key} `{limit}` of `{}` is not of type {}", member.name, member.kind.as_str());
            let problem =
                Diagnostic::new(codes::VALUE_NOT_OF_TYPE, message).help("write it as a plain number");
            let problem = scope.also(problem, &below(&member.path, ["type".into()]), "the type");
            against_type(member, key, "no such number", problem, scope);
            sound = false;
        }
    }
    let number = |limit: &Option<String>| limit.as_ref().and_then(|limit| limit.parse::<f64>().ok());
    let least = number(&constraints.minimum);
    let excludes_all = least.zip(number(&constraints.maximum)).is_some_and(|(least, most)| least > most);
    if sound && excludes_all {
        reversed(member, "minimum", "maximum", scope);
    }
}

/// Lengths of texts and numbers of items.
fn counts(member: &Member<'_>, constraints: &Constraints, scope: &mut Scope<'_>) {
    let lengths = [("min_length", constraints.min_length), ("max_length", constraints.max_length)];
    let items = [("min_items", constraints.min_items), ("max_items", constraints.max_items)];
    for (limits, kind, what) in [(lengths, Type::String, "strings"), (items, Type::Array, "arrays")] {
        let [(least_key, least), (most_key, most)] = limits;
        if member.kind != kind {
            for (key, _) in limits.iter().filter(|(_, limit)| limit.is_some()) {
                misfit(member, key, what, scope);
            }
        } else if least.zip(most).is_some_and(|(least, most)| least > most) {
            reversed(member, least_key, most_key, scope);
        }
    }
}

fn at(member: &Member<'_>, key: &'static str) -> Vec<crate::source::Step> {
    below(&member.path, ["constraints".into(), key.into()])
}

fn misfit(member: &Member<'_>, key: &'static str, what: &str, scope: &mut Scope<'_>) {
    let kind = member.kind.as_str();
    let message = format!("`{key}` limits {what}, and `{}` is of type {kind}", member.name);
    let problem = Diagnostic::new(codes::KEY_DOES_NOT_FIT, message).help("delete it, or correct the type");
    let problem = scope.also(problem, &below(&member.path, ["type".into()]), "the type");
    against_type(member, key, "", problem, scope);
}

fn against_type(
    member: &Member<'_>,
    key: &'static str,
    label: &str,
    problem: Diagnostic,
    scope: &mut Scope<'_>,
) {
    let mark = scope.file.place(&at(member, key)).mark;
    scope.because(Cause::type_of(&member.path), problem.at(&scope.file.source, mark, label));
}

fn reversed(member: &Member<'_>, least: &'static str, most: &'static str, scope: &mut Scope<'_>) {
    let message = format!("the limits of `{}` exclude every value", member.name);
    let problem =
        Diagnostic::new(codes::LIMITS_REVERSED, message).help("the least must not be above the greatest");
    let problem = scope.also(problem, &at(member, most), "the greatest");
    scope.report(&at(member, least), "the least", problem);
}
